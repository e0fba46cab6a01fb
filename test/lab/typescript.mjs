// Lets Node 20 run the lab's commands as they are: node --import ./test/lab/typescript.mjs test/lab/power-cuts.ts
// A knowledge table (.jsonl) is a function that gives its text, as in the bundle.
import { register } from 'node:module';

const hooks = `
  import { readFile } from 'node:fs/promises';
  import { fileURLToPath } from 'node:url';
  import { transform } from '${import.meta.resolve('esbuild')}';
  export async function load(url, context, next) {
    if (!url.startsWith('file:') || !/\\.(ts|jsonl|cu)$/.test(url)) return next(url, context);
    const text = await readFile(fileURLToPath(url), 'utf8');
    const source = url.endsWith('.ts')
      ? (await transform(text, { loader: 'ts', format: 'esm', target: 'node20' })).code
      : 'export default () => ' + JSON.stringify(text);
    return { format: 'module', source, shortCircuit: true };
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
