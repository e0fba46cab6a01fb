import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { isMounted } from './setting.ts';

export type LockHolder = { readonly pid: number | null; readonly program: string | null };

/** dpkg and apt lock these with fcntl, rpm too: who holds them stands in /proc/locks. To try the lock would be to take it. */
const LOCK_FILES = [
  '/var/lib/dpkg/lock-frontend',
  '/var/lib/dpkg/lock',
  '/var/lib/apt/lists/lock',
  '/var/cache/apt/archives/lock',
  '/var/lib/rpm/.rpm.lock',
  '/usr/lib/sysimage/rpm/.rpm.lock',
] as const;

/** dnf, yum and zypp write their process id into files; the file alone says nothing, as it may be left over. */
const PID_FILES = [
  '/var/cache/dnf/metadata_lock.pid',
  '/var/cache/dnf/download_lock.pid',
  '/var/lib/dnf/rpmdb_lock.pid',
  '/run/yum.pid',
  '/run/zypp.pid',
] as const;
const RPM_TOOLS = /dnf|yum|zypper|zypp|packagekit|y2base|rpm|python/i;

type Lock = { readonly pid: number | null; readonly inode: string };

/**
 * `1: POSIX  ADVISORY  WRITE 1234 08:01:131090 0 EOF` → process and inode. Lines with `->` wait for a lock and hold none. A process
 * of another namespace has no number here.
 */
export const parseProcLocks = (text: string): readonly Lock[] =>
  text.split('\n').flatMap((line) => {
    const match = /^\d+:\s+(?:POSIX|FLOCK|OFDLCK)\s+\S+\s+WRITE\s+(-?\d+)\s+[0-9a-f]+:[0-9a-f]+:(\d+)\s/i.exec(line);
    if (!match) return [];
    const pid = Number(match[1]);
    return [{ pid: pid > 0 ? pid : null, inode: match[2] ?? '' }];
  });

const programOf = async (machine: Observer, pid: number): Promise<string | null> =>
  (await machine.read(`/proc/${String(pid)}/comm`))?.trim() ?? null;

/** `4242 (zypper) S 99 …` → 99, the process that started it. The name in brackets may hold brackets and spaces. */
const parentIn = (stat: string): string | undefined => /^\d+ \(.*\) \S (\d+) /s.exec(stat)?.[1];

/** dnf and zypper lock even to answer what they offer: while this program asks them, that is no other program. */
async function isAskedByUs(machine: Observer, pid: number): Promise<boolean> {
  const stat = async (process: string): Promise<string> =>
    (await ifObservable(machine.read(`/proc/${process}/stat`))) ?? '';
  const self = /^\d+(?= )/.exec(await stat('self'))?.[0];
  return self !== undefined && parentIn(await stat(String(pid))) === self;
}

async function heldFile(machine: Observer): Promise<LockHolder | null> {
  const locks = parseProcLocks((await machine.read('/proc/locks')) ?? '');
  if (locks.length === 0) return null;
  const present: string[] = [];
  for (const path of LOCK_FILES) if (await machine.status(path)) present.push(path);
  const [first, ...more] = present;
  if (first === undefined) return null;
  const { stdout } = await machine.run(['stat', '-L', '-c', '%i', first, ...more]);
  const inodes = new Set(stdout.split(/\s+/));
  const held = locks.find(({ inode }) => inodes.has(inode));
  if (!held) return null;
  return { pid: held.pid, program: held.pid === null ? null : await programOf(machine, held.pid) };
}

async function heldByPid(machine: Observer): Promise<LockHolder | null> {
  for (const path of PID_FILES.filter((one) => !one.startsWith('/run/') || !isMounted(machine))) {
    const pid = Number.parseInt((await machine.read(path)) ?? '', 10);
    const program = pid > 0 ? await programOf(machine, pid) : null;
    if (program === null || !RPM_TOOLS.test(program) || (await isAskedByUs(machine, pid))) continue;
    return { pid, program };
  }
  return null;
}

/** Who holds a lock of the package manager; null: nobody. Takes no lock itself. Throws `Unobservable` as the observer does. */
export const packageLock = async (machine: Observer): Promise<LockHolder | null> =>
  (await heldFile(machine)) ?? heldByPid(machine);
