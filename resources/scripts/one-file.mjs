// Bundles a program into one file that is complete when copied alone, and of which Node.js reads only what a call needs.
// What is imported by `import()` becomes a piece of its own (esbuild splits; two pieces share what both need). The pieces of a quick
// call are one script, which comes with what V8 made of it at the build; the others are packed, and unpacked when they are asked
// for. All of them stand in comments: measured, to parse the whole program takes longer than Node's own start.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { basename, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { inAscii } from './in-ascii.mjs';
import { quickScript, startProgram, textIn } from './loader.mjs';

const TARGET = { platform: 'node', target: 'node20.19', minify: true, legalComments: 'none' };

/** The piece and all that it imports outright. */
function withImports(outputs, path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: imported, kind, external } of outputs[path].imports) {
    if (kind === 'import-statement' && !external) withImports(outputs, imported, found);
  }
  return found;
}

/** esbuild splits ES modules only; a file that is complete alone must be CommonJS, as Node.js takes a lone .js file for. */
async function asCommonJs(text) {
  const { code } = await transform(text, { ...TARGET, format: 'cjs', supported: { 'dynamic-import': false } });
  // One letter of another alphabet, and V8 holds the whole file in twice the room. esbuild leaves those in regular expressions alone.
  return inAscii(code.trimEnd());
}

/** A function that holds the text; see `textIn`. */
function holder(name, text) {
  if (text.includes('*@/')) throw new Error(`${name} has what stands for the end of a comment`);
  return `${JSON.stringify(name)}(){/*${text.replaceAll('*/', '*@/')}*/}`;
}

// The brackets around a piece have V8 compile it at once: it will be run.
const quickSource = (pieces) =>
  `"use strict";({\n${pieces.map(({ name, code }) => `${JSON.stringify(name)}:(function(exports,require,module,textNamed){${code}\n})`).join(',\n')}})`;
const packedPiece = ({ name, code }) => holder(name, deflateRawSync(code, { level: 9 }).toString('base64'));

const fileOf = ({ entry, quick, packed, texts }, cacheOf, cache, last) => `#!/usr/bin/env node
"use strict";
const entry=${JSON.stringify(entry)};
const quick={${holder('source', quick)},cacheOf:${JSON.stringify(cacheOf)},${holder('cache', cache)}};
const held={packed:{
${packed.join(',\n')}},
texts:{
${texts.join(',\n')}}};
${last}
`;

const START = `${textIn}
${startProgram}
${quickScript}
startProgram(entry,quickScript(quick,require).runInThisContext(),held,__filename,require);`;

function codeCacheOf(parts) {
  const [program, out] = [`dist/code-cache.${process.pid}.cjs`, `dist/code-cache.${process.pid}.bin`];
  try {
    writeFileSync(program, fileOf(parts, '', '', 'module.exports={entry,quick,held};'));
    const script = fileURLToPath(new URL('code-cache.mjs', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script, resolve(program), out], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (status !== 0) throw new Error(`no code cache: ${stderr}`);
    return readFileSync(out).toString('base64');
  } finally {
    for (const path of [program, out]) rmSync(path, { force: true });
  }
}

/**
 * The text of the file. `quick`: the sources whose pieces, with their imports, a quick call needs. `plugins`: esbuild's, made with
 * a function that keeps a text out of the pieces and gives the expression for it; `define`: esbuild's.
 */
export async function oneFile(source, quick, { plugins, define }) {
  const texts = new Map();
  const hold = (name, text) => {
    texts.set(name, text);
    return `textNamed(${JSON.stringify(name)})`;
  };
  const { outputFiles, metafile } = await build({
    ...TARGET,
    define,
    plugins: plugins(hold),
    entryPoints: [source],
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const { outputs } = metafile;
  const pieceOf = (wanted) => {
    const found = Object.keys(outputs).find((path) => outputs[path].entryPoint === wanted);
    if (found === undefined) throw new Error(`${wanted} is no piece of its own: nobody imports it by import()`);
    return found;
  };
  const atOnce = new Set([source, ...quick].flatMap((wanted) => [...withImports(outputs, pieceOf(wanted))].map((path) => basename(path))));
  const pieces = await Promise.all(
    outputFiles.map(async ({ path, text }) => ({ file: basename(path), name: `./${basename(path)}`, code: await asCommonJs(text) })),
  );
  const parts = {
    entry: `./${basename(pieceOf(source))}`,
    quick: quickSource(pieces.filter(({ file }) => atOnce.has(file))),
    packed: pieces.filter(({ file }) => !atOnce.has(file)).map(packedPiece),
    texts: [...texts].map(([name, text]) => holder(name, text)),
  };
  return fileOf(parts, process.version + process.arch, codeCacheOf(parts), START);
}
