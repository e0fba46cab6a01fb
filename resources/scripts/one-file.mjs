// Bundles a program into one file that is complete when copied alone, and of which Node.js reads only what a call needs.
// Measured: to parse all of it (1.4 MB) takes 30 ms, nearly half of Node's own start. So what is imported by `import()` becomes a
// piece of its own (esbuild splits; two pieces share what both need), and only the pieces of a quick call stay readable: the
// others are packed, and unpacked when they are asked for.
import { deflateRawSync } from 'node:zlib';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';

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
  return code.trimEnd();
}

// The brackets around a readable piece have V8 compile it at once: it will be run.
const readable = (name, code) => `${JSON.stringify(name)}:(function(exports,require,module){${code}\n})`;
const packed = (name, code) => `${JSON.stringify(name)}:"${deflateRawSync(code, { level: 9 }).toString('base64')}"`;

const loader = (entry) => `const loaded={};
const unpack=(name)=>require("node:vm").compileFunction(
  require("node:zlib").inflateRawSync(Buffer.from(packed[name],"base64")).toString(),
  ["exports","require","module"],
  {filename:__filename+name.slice(1)}
);
const load=(name)=>{
  if(!name.startsWith("./"))return require(name);
  if(loaded[name])return loaded[name].exports;
  const module=loaded[name]={exports:{}};
  (readable[name]??unpack(name))(module.exports,load,module);
  return module.exports;
};
load(${JSON.stringify(entry)});
`;

/** The text of the file. `options`: esbuild's; `quick`: the sources whose pieces, with their imports, a quick call needs. */
export async function oneFile(entry, quick, options) {
  const { outputFiles, metafile } = await build({
    ...TARGET,
    ...options,
    entryPoints: [entry],
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const { outputs } = metafile;
  const pieceOf = (source) => {
    const found = Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
    if (found === undefined) throw new Error(`${source} is no piece of its own: nobody imports it by import()`);
    return found;
  };
  const atOnce = new Set([entry, ...quick].flatMap((source) => [...withImports(outputs, pieceOf(source))].map((path) => basename(path))));
  const pieces = await Promise.all(
    outputFiles.map(async ({ path, text }) => ({ file: basename(path), name: `./${basename(path)}`, code: await asCommonJs(text) })),
  );
  const table = (constant, write, chosen) => `const ${constant}={\n${chosen.map(({ name, code }) => write(name, code)).join(',\n')}};\n`;
  return [
    '#!/usr/bin/env node\n"use strict";\n',
    table('readable', readable, pieces.filter(({ file }) => atOnce.has(file))),
    table('packed', packed, pieces.filter(({ file }) => !atOnce.has(file))),
    loader(`./${basename(pieceOf(entry))}`),
  ].join('');
}
