/** This machine, only looked at; or the file system of a guest that is mounted here. */
import { readdirSync } from 'node:fs';
import { machine, release } from 'node:os';
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Command, Observer, Output, RunOptions } from '../../domain/machine.ts';
import { answer, readPart, statusOf } from '../file-answers.ts';
import { noAnswer } from '../no-answer.ts';
import { pathInRoot } from './root.ts';
import { textOf } from './text-of.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * What uname(2) says, at the paths where the kernel says the same. A container that stands for a guest with another kernel
 * changes the system call (a preloaded library), not these files; and the second one is there only from Linux 6.1 on.
 */
const UNAME: Readonly<Record<string, () => string>> = {
  '/proc/sys/kernel/osrelease': () => `${release()}\n`,
  '/proc/sys/kernel/arch': () => `${machine()}\n`,
};

/** Where a guest's paths and commands lead to on this machine. */
export type GuestPlace = {
  readonly at: (path: string, followLast: boolean) => string;
  readonly enclose: (command: Command) => Command;
};

const THIS_MACHINE: GuestPlace = { at: (path) => path, enclose: (command) => command };

const mountedAt = (root: string): GuestPlace => ({
  at: (path, followLast) => pathInRoot(root, path, followLast),
  enclose: (command) => ['chroot', root, ...command],
});

/** `root`: a folder that has the files of a guest. */
export const linuxObserver = (root = '/'): Observer => observerAt(root === '/' ? THIS_MACHINE : mountedAt(root));

export const observerAt = (place: GuestPlace): Observer => {
  const isHere = place === THIS_MACHINE;
  const at = (path: string, followLast = true) => place.at(path, followLast);
  const observer: Observer = {
    platform: 'linux',
    origin: { kind: 'live' },
    now: () => new Date(),
    run: (command, options) => runToEnd(place.enclose(command), command[0], options),
    read: async (path) => {
      const bytes = await observer.readBytes(path);
      return bytes && textOf(bytes);
    },
    readBytes: (path, range) =>
      answer(path, () => {
        // A mounted guest runs no kernel: what is said here is the builder's.
        const said = isHere ? UNAME[path] : undefined;
        return said ? new TextEncoder().encode(said()) : readPart(at(path), range);
      }),
    list: (folder) => answer(folder, () => readdirSync(at(folder)).sort()),
    status: (path) => answer(path, () => statusOf(at(path, false))),
    digest: (source, kind, onBytes) =>
      answer(source.path, async () => {
        // Loaded when it is needed: hashing and processes have no part in a quick look at files.
        const { digestFile } = await import('../digest.ts');
        return digestFile({ ...source, path: at(source.path) }, kind, onBytes);
      }),
    digests: (source, wanted, onBytes) =>
      answer(source.path, async () => {
        const { digestParts } = await import('../digest-parts.ts');
        return digestParts({ ...source, path: at(source.path) }, wanted, onBytes);
      }),
    // What can be reached from a guest that is only mounted here cannot be tried from here.
    ...(isHere && { reach: async (door) => (await import('./reach.ts')).reach(door) }),
  };
  return observer;
};

async function runToEnd(command: Command, tool: string, options: RunOptions = {}): Promise<Output> {
  const { runProcess } = await import('../process.ts');
  const { ending, stdout, stderr, truncated } = await runProcess(command, {
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    ...(options.env && { env: options.env }),
  });
  if (ending.kind !== 'exited') throw noAnswer(ending, command, tool);
  if (command[0] !== tool) chrootAnswered(ending.exitCode, tool);
  if (truncated) throw unreadable(command.join(' '), 'more than 8 MiB of output');
  return { stdout, stderr, exitCode: ending.exitCode };
}

/** chroot has exit codes of its own: 125, it may not; 126 and 127, as a shell has them. */
function chrootAnswered(exitCode: number, tool: string): void {
  if (exitCode === 127) throw new Unobservable({ kind: 'tool-missing', tool });
  if (exitCode === 125 || exitCode === 126) throw new Unobservable({ kind: 'permission-denied', target: tool });
}
