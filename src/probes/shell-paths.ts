import { notInSource, Unobservable } from '../domain/fact.ts';
import type { Command, Observer, Output } from '../domain/machine.ts';
import { ENVIRONMENT_FILE } from '../domain/places.ts';
import { defineProbe } from './probe.ts';
import { machineShell } from './windows/machine-shell.ts';

/** `machine`: any new session on Windows, by the machine's environment. */
type ShellKind = LinuxShell | 'machine';
type LinuxShell = 'login' | 'non-login' | 'sudo' | 'cron' | 'service';
/** For each kind: the nvcc that is found and its version; null: none found. `untried`: that kind could not be tried (the kind of ignorance). */
export type ShellPaths = readonly {
  readonly shell: ShellKind;
  readonly nvcc: string | null;
  readonly version: string | null;
  readonly untried: string | null;
}[];

/** Profiles print what they like: our answer stands behind a mark. Without the mark the shell never came so far. */
const MARK = 'gpu-guest-nvcc:';
/** For what a text tells of a shell. */
export const triedNvcc = (path: string, version = ''): string => `${MARK}${path}\n${version}\n`;
const NVCC_SCRIPT = `echo "${MARK}$(command -v nvcc)"; nvcc --version 2>/dev/null; true`;

/** cron(8) and cronie set this, where PAM says nothing else. */
const CRON_PATH = '/usr/bin:/bin';
/** What systemd gives to services where it cannot be asked: systemd-path(1), search-binaries-default. */
const SERVICE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin';
/** Profiles do what they like, and a guest that has just booted is busy. */
const TIMEOUT_MS = 60_000;

type Tried = Omit<ShellPaths[number], 'shell'>;

/** "Cuda compilation tools, release 12.1, V12.1.105": the V has all parts. Null where nvcc says none. */
const parseNvccVersion = (text: string): string | null =>
  /\bV(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? /release (\d+\.\d+)/.exec(text)?.[1] ?? null;

export function parseTried({ stdout, stderr, exitCode }: Output): Tried {
  const at = stdout.lastIndexOf(MARK);
  if (at === -1) {
    const refused = exitCode !== 0 && /password|sudoers|not allowed|Permission denied|authentication/i.test(stderr);
    return { nvcc: null, version: null, untried: refused ? 'permission-denied' : 'unreadable' };
  }
  const [nvcc = '', ...rest] = stdout.slice(at + MARK.length).split('\n');
  return nvcc.trim() === ''
    ? { nvcc: null, version: null, untried: null }
    : { nvcc: nvcc.trim(), version: parseNvccVersion(rest.join('\n')), untried: null };
}

/** A shell with this PATH and nothing else of ours. */
const bare = (path: string): Command => ['env', '-i', 'HOME=/', `PATH=${path}`, 'sh', '-c', NVCC_SCRIPT];

/** The last PATH line of /etc/environment, which pam_env reads; null where it sets none. */
export const environmentPath = (text: string | undefined): string | null =>
  [...(text ?? '').matchAll(/^[ \t]*(?:export[ \t]+)?PATH=["']?([^"'\r\n]*)/gm)].at(-1)?.[1]?.trim() ?? null;

/** Debian's cron and cronie take pam_env's variables; where no cron is installed, it would be such a one. */
async function cronCommand(machine: Observer): Promise<Command> {
  const pam = (await machine.read('/etc/pam.d/cron')) ?? (await machine.read('/etc/pam.d/crond'));
  const asksPam = pam === undefined || /pam_env|include|substack/.test(pam);
  const path = asksPam ? environmentPath(await machine.read(ENVIRONMENT_FILE)) : null;
  return bare(path ?? CRON_PATH);
}

async function serviceCommand(machine: Observer): Promise<Command> {
  const { stdout, exitCode } = await machine.run(['systemctl', 'show-environment']);
  const path = exitCode === 0 ? /^PATH=(.*)$/m.exec(stdout)?.[1] : undefined;
  return bare(path ?? SERVICE_PATH);
}

/** `su -` goes through PAM as a login does; without root's rights a login shell must do. */
async function loginCommand(machine: Observer): Promise<Command> {
  const status = machine.origin.kind === 'recorded' ? undefined : await machine.read('/proc/self/status');
  const user = /^Uid:\s+(\d+)/m.exec(status ?? '')?.[1];
  return user === '0' ? ['su', '-', 'root', '-c', NVCC_SCRIPT] : ['bash', '-lc', NVCC_SCRIPT];
}

const COMMANDS: Readonly<Record<LinuxShell, (machine: Observer) => Promise<Command>>> = {
  login: loginCommand,
  'non-login': () => Promise.resolve(['env', '-i', 'HOME=/', 'bash', '-c', NVCC_SCRIPT]),
  sudo: () => Promise.resolve(['sudo', '-n', 'sh', '-c', NVCC_SCRIPT]),
  cron: cronCommand,
  service: serviceCommand,
};

/** Undefined where a recorded source does not hold it. */
async function attempt(machine: Observer, shell: LinuxShell): Promise<ShellPaths[number] | undefined> {
  try {
    const output = await machine.run(await COMMANDS[shell](machine), { timeoutMs: TIMEOUT_MS });
    return { shell, ...parseTried(output) };
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    if (error.ignorance.kind === 'not-in-source') return undefined;
    return { shell, nvcc: null, version: null, untried: error.ignorance.kind };
  }
}

const SHELLS = ['login', 'non-login', 'sudo', 'cron', 'service'] as const;

export const shellPaths = defineProbe({
  key: 'shellPaths',
  question: 'Which nvcc does each kind of shell find?',
  observe: {
    linux: async (machine: Observer): Promise<ShellPaths> => {
      const tried = await Promise.all(SHELLS.map((shell) => attempt(machine, shell)));
      const told = tried.filter((shell) => shell !== undefined);
      if (told.length === 0) throw notInSource('nvcc');
      return told;
    },
    windows: machineShell,
  },
});
