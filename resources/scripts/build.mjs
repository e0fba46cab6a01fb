// Bundles the command line into one executable file that is complete when copied alone.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { oneFile } from './one-file.mjs';
import { packedTables } from './tables.mjs';
import { wizardPages } from './wizard.mjs';
import { wordsByLine } from './words.mjs';

// What `detect --json` needs in English.
const QUICK = ['src/cli/commands/detect.ts', 'src/platform/process.ts', 'src/words/en/sentences.ts'];

const text = await oneFile('src/cli/entry.ts', QUICK, {
  plugins: (hold) => [packedTables(hold), wordsByLine(hold), wizardPages(hold, 'dist/wizard')],
  define: { PROGRAM_VERSION: JSON.stringify(process.env.npm_package_version ?? '0.0.0') },
});
mkdirSync('dist', { recursive: true });
// The program is replaced in one go: somebody may be running it.
const part = `dist/gpu-guest.js.${process.pid}`;
writeFileSync(part, text);
// The package is "type": "module"; this folder is not.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
chmodSync(part, 0o755);
renameSync(part, 'dist/gpu-guest.js');
