// Bundles the desktop program: what runs beside the window, and the bridge that is loaded into its page. Each is one CommonJS file,
// as a sandboxed preload must be.
import { build } from 'esbuild';
import { packedTables } from './tables.mjs';
import { wordsByLine } from './words.mjs';

const here = (_name, text) => JSON.stringify(text);

await build({
  entryPoints: { main: 'electron/main.ts', preload: 'electron/preload.ts' },
  outdir: 'dist/electron',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  external: ['electron'],
  plugins: [packedTables(here), wordsByLine(here)],
  define: { PROGRAM_VERSION: JSON.stringify(process.env.npm_package_version ?? '0.0.0') },
});
