// Bundles the command line into one executable file that is complete when copied alone.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { packedWords } from './packed-words.mjs';

mkdirSync('dist', { recursive: true });
// The program is replaced in one go: somebody may be running it.
const part = `dist/gpu-guest.js.${process.pid}`;
await build({
  entryPoints: ['src/cli/entry.ts'],
  outfile: part,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // CommonJS: alone, a .js file is that by default, and Node.js reads it without looking for modules first.
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  loader: { '.jsonl': 'text' },
  plugins: [packedWords],
  banner: { js: '#!/usr/bin/env node' },
  define: { PROGRAM_VERSION: JSON.stringify(process.env.npm_package_version ?? '0.0.0') },
});
// The package is "type": "module"; this folder is not.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
chmodSync(part, 0o755);
renameSync(part, 'dist/gpu-guest.js');
