/** A file system of a guest in a folder, as small as one can be whose commands run: a shell and a few tools of this machine. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TOOLS = ['sh', 'cat', 'ls', 'sleep', 'touch', 'stat'];

const pathOf = (tool: string): string => execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();

function place(root: string, path: string): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(realpathSync(path), target);
}

/** The libraries that a program names; none for a static one. */
const librariesOf = (program: string): readonly string[] =>
  [...execFileSync('sh', ['-c', `ldd ${program} 2>/dev/null; true`], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);

export function makeSmallRoot(root: string): void {
  for (const folder of ['proc', 'sys', 'dev', 'run', 'etc', 'tmp', 'bin', 'var/lib']) mkdirSync(join(root, folder), { recursive: true });
  for (const tool of TOOLS) {
    const program = pathOf(tool);
    place(root, program);
    if (!existsSync(join(root, 'bin', tool))) copyFileSync(realpathSync(program), join(root, 'bin', tool));
    for (const library of librariesOf(program)) place(root, library);
  }
  writeFileSync(join(root, 'etc/os-release'), 'ID=small\n');
  symlinkSync('../run/systemd/resolve/stub-resolv.conf', join(root, 'etc/resolv.conf'));
}

/** Why commands cannot be run in another root here; null: they can. */
export function whyNoRoot(): string | null {
  if (process.getuid?.() !== 0) return 'not root';
  try {
    execFileSync('unshare', ['--mount', '--propagation', 'private', '--', 'setpriv', '--bounding-set=-sys_boot', '--', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'pipe' });
    return null;
  } catch {
    return 'no mount namespace, or no setpriv';
  }
}
