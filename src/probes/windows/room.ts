import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import type { Disk } from '../disk.ts';
import { ASK_ROOM } from './scripts.ts';

const DRIVE = 'C:';
const MIB = 1024 * 1024;

/** Where PowerShell may not be asked. Free bytes come first; words, and what parts thousands, are of Windows's language (Microsoft Learn, "fsutil volume"). */
const ASK_FSUTIL: Command = ['fsutil.exe', 'volume', 'diskfree', DRIVE];

function freeBytesIn(text: string): number | undefined {
  const [, digits] = /[:：]\s*(\d[\d.,\u00a0\u202f' ]*)/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(/\D/g, ''));
}

async function byFsutil(machine: Observer): Promise<number> {
  const { stdout, stderr, exitCode } = await machine.run(ASK_FSUTIL);
  const free = exitCode === 0 ? freeBytesIn(stdout) : undefined;
  if (free === undefined) throw unreadable(ASK_FSUTIL.join(' '), stderr || stdout);
  return free;
}

async function freeBytes(machine: Observer): Promise<number> {
  try {
    const { stdout, stderr } = await machine.run(ASK_ROOM);
    if (!/^\s*\d+\s*$/.test(stdout)) throw unreadable('Win32_LogicalDisk', stderr || stdout);
    return Number(stdout);
  } catch (error) {
    // Expected: a policy forbids PowerShell, or CIM does not answer.
    if (!(error instanceof Unobservable) || machine.origin.kind === 'recorded') throw error;
    return byFsutil(machine);
  }
}

export const roomOnDrive = async (machine: Observer): Promise<Disk[number]> => ({
  path: `${DRIVE}\\`,
  mount: DRIVE,
  freeMiB: Math.floor((await freeBytes(machine)) / MIB),
});
