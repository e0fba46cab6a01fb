// `npm start [-- SOURCE]`: builds the program and opens the wizard, in a window of its own or in a browser. Looks only, until a plan is agreed to.
// Node.js 20 reads no TypeScript, so start.ts is bundled first.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (built.status !== 0) process.exit(built.status ?? 1);
const { outputFiles } = await build({
  entryPoints: ['resources/scripts/start.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  write: false,
  logLevel: 'error',
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
