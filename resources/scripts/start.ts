// What start.mjs runs once the program is built.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { languageOf } from '../../src/cli/language-of.ts';
import { translator } from '../../src/words/translate.ts';
import { faceOf } from './face.ts';

/** As electron's own package finds it; to ask that package would fetch it. */
function electronProgram(): string | null {
  const folder = 'node_modules/electron';
  if (!existsSync(`${folder}/path.txt`)) return null;
  const path = `${process.cwd()}/${folder}/dist/${readFileSync(`${folder}/path.txt`, 'utf8')}`;
  return existsSync(path) ? path : null;
}

const words = process.argv.slice(2);
const { platform, env } = process;
const face = faceOf({ platform, isRoot: process.getuid?.() === 0, env, electron: electronProgram() });
const translate = await translator(languageOf(words));
console.error(translate(face.why));

const [program, args] = face.kind === 'window' ? [face.electron, ['.', ...words]] : [process.execPath, ['dist/gpu-guest.js', 'serve', ...words]];
// Ctrl-C reaches both: what was started has the last word.
process.on('SIGINT', () => undefined);
const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
if (error) throw error;
process.exitCode = status ?? 0;
