/**
 * Brings what commands have written to the disk. Not by a bare `sync`: that also waits for the data of every other file system (a database's
 * terabytes, an NFS server that has gone), none of which an installation writes to.
 */
import { readFile } from 'node:fs/promises';
import type { Command } from '../../domain/machine.ts';
import { runProcess } from '../process.ts';

const TIMEOUT_MS = 10 * 60_000;

/** Where packages and installers write. */
const SYSTEM = ['/boot', '/efi', '/etc', '/lib', '/lib64', '/opt', '/root', '/srv', '/tmp', '/usr', '/var'];
/** File systems of the network may hang; of the containers' and the kernel's own none is ours. */
const FOREIGN =
  /^(nfs\d?|cifs|smb\d?|9p|afs|ceph|glusterfs|lustre|gpfs|beegfs|fuse(\..*)?|fuseblk|overlay|tmpfs|ramfs|proc|sysfs|cgroup2?|devtmpfs|devpts|mqueue|debugfs|tracefs|securityfs|pstore|bpf|efivarfs|autofs|squashfs|rpc_pipefs|nsfs|configfs|hugetlbfs|binfmt_misc|iso9660)$/;

const unescaped = (path: string): string =>
  path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

type Mount = { readonly device: string; readonly at: string; readonly type: string; readonly isWritable: boolean };

/** proc(5), /proc/PID/mountinfo: id, parent, device, root, mount point, options, … - type, source, … */
function mountIn(line: string): Mount | null {
  const [left = '', right = ''] = line.split(' - ');
  const [, , device, , point, options] = left.split(' ');
  const type = right.split(' ')[0];
  if (device === undefined || point === undefined || options === undefined || type === undefined) return null;
  return { device, at: unescaped(point), type, isWritable: options.split(',').includes('rw') };
}

/** The place as the guest at `root` names it; undefined: it is not the guest's. */
function inGuest(path: string, root: string): string | undefined {
  if (root === '/') return path;
  if (path === root) return '/';
  return path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
}

const isBeneath = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function isOurs({ at, type, isWritable }: Mount, guest: string): boolean {
  const place = inGuest(at, guest);
  if (!isWritable || place === undefined) return false;
  const isItself = place === '/' || SYSTEM.includes(place);
  return isItself || (SYSTEM.some((folder) => isBeneath(place, folder)) && !FOREIGN.test(type));
}

/**
 * Mount points whose file systems an installation may have written to: the guest's root, and those of its system folders, each file system
 * once. The root and the system folders themselves count whatever their kind; what is mounted deeper only where it is a disk's.
 */
export function mountsToSync(mountinfo: string, root: string): readonly string[] {
  const guest = root === '/' ? root : root.replace(/\/+$/, '');
  const mounts = mountinfo.split('\n').map(mountIn);
  const ours = mounts.filter((mount) => mount !== null).filter((mount) => isOurs(mount, guest));
  return [...new Map(ours.toReversed().map(({ device, at }) => [device, at])).values()].toReversed();
}

const well = async (command: Command): Promise<boolean> => {
  const { ending } = await runProcess(command, { timeoutMs: TIMEOUT_MS });
  return ending.kind === 'exited' && ending.exitCode === 0;
};

/** Where the mounts cannot be told, or `sync` knows no -f (coreutils before 8.24), all is synced. */
export async function syncDisks(root: string): Promise<void> {
  const mountinfo = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const mounts = mountsToSync(mountinfo, root);
  const isDone = mounts.length > 0 && (await well(['sync', '-f', ...mounts]));
  if (!isDone) await well(['sync']);
}
