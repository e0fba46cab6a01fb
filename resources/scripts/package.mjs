// `npm run package [-- electron-builder's arguments]`: builds the program and packs it for this platform.
// The Node.js that is packed beside the command line is the one that runs this, for which the build has also made the code cache; for
// another platform, name its program in NODE_TO_PACK.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};

/** A distribution's Node.js may be little more than a call of its shared library. */
function standsAlone(node) {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('ldd', [node], { encoding: 'utf8' });
  return !/libnode\.so/.test(stdout ?? '');
}

const node = process.env.NODE_TO_PACK ?? process.execPath;
if (!standsAlone(node)) {
  console.error(`${node} needs a shared libnode, which other machines do not have. Run this with a Node.js from nodejs.org, or name one in NODE_TO_PACK.`);
  process.exit(1);
}
run('npm', ['run', '--silent', 'build']);
mkdirSync('dist/package', { recursive: true });
const packed = `dist/package/node${node.endsWith('.exe') ? '.exe' : ''}`;
copyFileSync(node, packed);
chmodSync(packed, 0o755);
run('npx', ['electron-builder', ...process.argv.slice(2)]);
