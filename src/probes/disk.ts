import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';
import { roomOnDrive } from './windows/room.ts';

/** For each of /, /boot, /usr, /var, /tmp: the mount that holds it and its free MiB (without the blocks kept for root). On Windows for drive C. */
export type Disk = readonly { readonly path: string; readonly mount: string; readonly freeMiB: number }[];

const PATHS = ['/', '/boot', '/usr', '/var', '/tmp'];

export const disk = defineProbe({
  key: 'disk',
  question: 'How much room is left where things will be written?',
  observe: {
    linux: async (machine): Promise<Disk> => {
      if (machine.origin.kind === 'recorded') return told(machine);
      const there = await Promise.all(PATHS.map((path) => machine.status(path)));
      const paths = PATHS.filter((_, index) => there[index] !== undefined);
      const { stdout, stderr } = await machine.run(['df', '-Pk', ...paths]);
      const rows = parseDf(stdout);
      if (rows.length !== paths.length) throw unreadable('df -Pk', stderr || stdout);
      return rows.map((row, index) => ({ path: paths[index] ?? '/', ...row }));
    },
    windows: async (machine): Promise<Disk> => [await roomOnDrive(machine)],
  },
});

/** A text shows the mounts that somebody asked for: of paths on others nothing is known. */
async function told(machine: Observer): Promise<Disk> {
  const rows = parseDf((await machine.run(['df', '-Pk'])).stdout);
  return PATHS.flatMap((path) => {
    const [row] = rows.filter(({ mount }) => holds(mount, path)).sort((a, b) => b.mount.length - a.mount.length);
    return row ? [{ path, ...row }] : [];
  });
}

const holds = (mount: string, path: string): boolean =>
  mount === '/' || path === mount || path.startsWith(`${mount}/`);

/** POSIX format: one line each, in the order asked. A device's name may hold spaces; the mount is what follows the percentage. */
function parseDf(text: string): readonly { readonly mount: string; readonly freeMiB: number }[] {
  const rows = [...text.matchAll(/^.*?\s+\d+\s+\d+\s+(-?\d+)\s+(?:\d+%|-)\s+(\/.*)$/gm)];
  return rows.map(([, free = '0', mount = '/']) => ({ mount, freeMiB: Math.max(0, Math.floor(Number(free) / 1024)) }));
}
