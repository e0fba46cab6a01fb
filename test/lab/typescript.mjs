// Lets Node 20 run the lab's commands as they are: node --import ./test/lab/typescript.mjs test/lab/power-cuts.ts
// Knowledge tables (.jsonl) are text, as in the bundle.
import { register } from 'node:module';

const hooks = `
  import { readFile } from 'node:fs/promises';
  import { fileURLToPath } from 'node:url';
  import { transform } from '${import.meta.resolve('esbuild')}';
  export async function load(url, context, next) {
    const loader = url.endsWith('.ts') ? 'ts' : url.endsWith('.jsonl') ? 'text' : null;
    if (!url.startsWith('file:') || loader === null) return next(url, context);
    const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), { loader, format: 'esm', target: 'node20' });
    return { format: 'module', source: code, shortCircuit: true };
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
