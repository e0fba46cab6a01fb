// `npm start`: builds the program and shows where this machine stands. Looks only; changes nothing.
import { spawnSync } from 'node:child_process';

const arguments_ = process.argv.slice(2);
const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const { status } = spawnSync(process.execPath, ['dist/gpu-guest.js', ...(arguments_.length === 0 ? ['status'] : arguments_)], { stdio: 'inherit' });
process.exit(status ?? 1);
