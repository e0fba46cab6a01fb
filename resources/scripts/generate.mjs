// Runs generate.ts: Node.js 20 reads no TypeScript, so it is bundled first.
import { build } from 'esbuild';
import { packedTables } from './tables.mjs';

const { outputFiles } = await build({
  entryPoints: ['resources/scripts/generate.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  write: false,
  logLevel: 'error',
  // The commands themselves are not needed, only their description.
  plugins: [packedTables(), { name: 'description-only', setup: ({ onResolve }) => onResolve({ filter: /^\.\/commands\// }, ({ path }) => ({ path, external: true })) }],
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
