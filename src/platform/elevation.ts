/** How this program gets an administrator's rights: it starts itself again, as root. What it does there is decided there. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Command } from '../domain/machine.ts';
import { runProcess } from './process.ts';
import { wholeLines } from './whole-lines.ts';

/** `uac`: Windows, which asks its user; see windows/uac.ts. */
export type Elevation = 'is-root' | 'pkexec' | 'sudo' | 'uac' | 'none';

/** Where a package puts the program: the polkit policy names this path, and polkit then asks with the policy's own sentence. */
const INSTALLED = '/usr/bin/gpu-guest';
const PKEXEC = '/usr/bin/pkexec';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Expected: it is not there.
    return false;
  }
}

/** Whoever is asked for a password sits at a desktop; on a terminal polkit would have to talk to the terminal that we hold. */
const hasDesktop = (): boolean => (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

/** sudo is asked whether it would ask: in a session of its own, as the run will be. */
async function needsNoPassword(): Promise<boolean> {
  const { ending } = await runProcess(['sudo', '-n', 'true'], { timeoutMs: 5_000 });
  return ending.kind === 'exited' && ending.exitCode === 0;
}

export async function elevationHere(): Promise<Elevation> {
  if (process.getuid?.() === 0) return 'is-root';
  if (hasDesktop() && isExecutable(PKEXEC)) return 'pkexec';
  return (await needsNoPassword()) ? 'sudo' : 'none';
}

/** What `INSTALLED` starts there, with the Node.js beside it. */
const PACKED = '/opt/gpu-guest-assistant/resources/cli/gpu-guest.js';

function isInstalled(program: string): boolean {
  if (program === PACKED) return true;
  try {
    return realpathSync(INSTALLED) === program;
  } catch {
    // Expected: it was not installed as a package.
    return false;
  }
}

/** This program as it is started: absolute paths of Node.js and of the one file. */
export type Self = { readonly node: string; readonly program: string };

/** The command that runs it as root. */
export function elevatedCommand(elevation: Elevation, { node, program }: Self, args: readonly string[]): Command {
  switch (elevation) {
    case 'pkexec':
      return isInstalled(program) ? [PKEXEC, INSTALLED, ...args] : [PKEXEC, node, program, ...args];
    case 'sudo':
      return ['sudo', '-n', node, program, ...args];
    case 'is-root':
    case 'uac':
    case 'none':
      return [node, program, ...args];
  }
}

export type Ears = {
  readonly onLine: (line: string) => void;
  /** Once. `exitCode` -1: it could not be started, or was killed; `said`: its standard error, at most 16 KiB. */
  readonly onEnd: (exitCode: number, said: string) => void;
};

const MOST_SAID = 16 * 1024;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** It outlives this program: what was begun as root comes to its end. Returns how it is told a line on its standard input. */
export function startBeside(command: Command, { onLine, onEnd }: Ears): (line: string) => void {
  const [program, ...args] = command;
  // A session of its own: Ctrl-C in our terminal, and its closing, are not meant for it.
  const child: Child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true, windowsHide: true });
  const feed = wholeLines(onLine);
  let said = '';
  let ended = false;
  const end = (exitCode: number) => {
    if (ended) return;
    ended = true;
    feed(null);
    onEnd(exitCode, said);
  };
  child.stdout.on('data', feed);
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-MOST_SAID);
  });
  // Expected: it has ended, and nobody reads any more.
  child.stdin.on('error', () => undefined);
  child.once('error', (error) => {
    said = error.message;
    end(-1);
  });
  child.once('close', (exitCode) => {
    end(exitCode ?? -1);
  });
  return (line) => {
    if (!ended) child.stdin.write(`${line}\n`);
  };
}
