/** `--root DIR`: is there a guest at DIR whose commands can be run from here? */
import { accessSync, constants, existsSync, lstatSync, openSync, readSync, closeSync, realpathSync, statSync } from 'node:fs';
import { machine } from 'node:os';
import { refuse, type FaultError } from '../../domain/fault.ts';
import { runProcess } from '../process.ts';
import { enclosedCommand } from './enclosed-command.ts';
import type { MountedGuest } from './mounted-guest.ts';
import { pathInRoot } from './root.ts';

const TIMEOUT_MS = 30_000;
/** What is mounted for its commands is mounted at these. */
const MOUNT_POINTS = ['/proc', '/sys', '/dev', '/run'];
const OS_RELEASE = ['/etc/os-release', '/usr/lib/os-release'];

const wrong = (key: string, values: Readonly<Record<string, string>>): FaultError => refuse('bad-request', { key, values });

/** The folder with its links followed. Refuses (`bad-request`) what is no folder, or this machine. */
export function guestFolder(given: string): string {
  const status = statSync(given, { throwIfNoEntry: false });
  if (status === undefined) throw wrong('root.not-there', { folder: given });
  if (!status.isDirectory()) throw wrong('root.no-folder', { folder: given });
  const folder = realpathSync(given);
  if (folder === '/') throw wrong('root.this-machine', { folder: given });
  return folder;
}

/** Refuses (`bad-request`) where the folder is no file system of a guest. */
export function requireGuest(folder: string): void {
  if (!OS_RELEASE.some((path) => existsSync(pathInRoot(folder, path, true)))) throw wrong('root.no-guest', { folder });
  const missing = MOUNT_POINTS.find((path) => lstatSync(folder + path, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (missing !== undefined) throw wrong('root.no-mount-point', { folder, missing });
}

/** Refuses (`bad-request`) where nothing can be written; root may write what is not mounted read-only. */
export function requireWritable({ folder }: MountedGuest): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw wrong('root.read-only', { folder });
  }
}

/** ELF header: the machine at byte 18, in the order of bytes that byte 5 says (elf(5)). */
const MACHINES: Readonly<Record<number, string>> = { 3: 'i686', 40: 'armv7l', 21: 'ppc64le', 62: 'x86_64', 183: 'aarch64', 243: 'riscv64' };

function machineOf(program: string): string | null {
  const header = Buffer.alloc(20);
  try {
    const file = openSync(program, 'r');
    try {
      if (readSync(file, header, 0, 20, 0) < 20 || header.readUInt32BE(0) !== 0x7f454c46) return null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  return MACHINES[header[5] === 2 ? header.readUInt16BE(18) : header.readUInt16LE(18)] ?? null;
}

/** Tries one command. Refuses (`bad-request`, `failed`) where none can be run, and says why. */
export async function requireCommands(guest: MountedGuest): Promise<void> {
  const { folder } = guest;
  const { ending, stderr } = await runProcess(enclosedCommand(guest, ['/bin/sh', '-c', 'exit 0']), { timeoutMs: TIMEOUT_MS });
  if (ending.kind === 'exited' && ending.exitCode === 0) return;
  if (ending.kind === 'not-found') throw refuse('failed', { key: 'root.no-unshare', values: {} });
  const arch = machineOf(pathInRoot(folder, '/bin/sh', true));
  if (arch !== null && arch !== machine()) throw wrong('root.other-architecture', { folder, arch, here: machine() });
  const why = stderr.trim().split('\n').at(-1) ?? '';
  throw refuse('failed', { key: 'root.no-commands', values: { folder, why: why === '' ? ending.kind : why } });
}
