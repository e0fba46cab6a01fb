// Runs a program with a time limit and gives back what it printed; what it printed last stands in the error.
import { spawn } from 'node:child_process';

export type Result = { status: number; stdout: string; stderr: string };
export type Options = {
  limitMs?: number; cwd?: string; env?: Record<string, string>; input?: string;
  /** Without it, a status other than 0 is an error. */
  anyStatus?: boolean;
};

export class ShellError extends Error {}

export const tail = (text: string, lines = 25) => text.trimEnd().split('\n').slice(-lines).join('\n');

export async function shell(argv: readonly [string, ...string[]], options: Options = {}): Promise<Result> {
  const { limitMs = 240_000, anyStatus = false } = options;
  const [program, ...args] = argv;
  const child = spawn(program, args, {
    detached: true, // a group of its own, so that the limit ends its children too
    cwd: options.cwd, env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
  });
  let stdout = '', stderr = '';
  const limit = new AbortController();
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const timer = setTimeout(() => { limit.abort(); endGroup(child.pid); }, limitMs);
  const status = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => { done(code ?? (signal ? 137 : 1)); });
  }).finally(() => { clearTimeout(timer); });
  const said = () => `${argv.join(' ').slice(0, 300)}\n${tail(stdout + stderr)}`;
  if (limit.signal.aborted) throw new ShellError(`not done after ${limitMs / 1000} s: ${said()}`);
  if (status !== 0 && !anyStatus) throw new ShellError(`status ${status}: ${said()}`);
  return { status, stdout, stderr };
}

function endGroup(pid: number | undefined) {
  if (pid === undefined) return;
  try { process.kill(-pid, 'SIGKILL'); } catch { /* it has ended by itself */ }
}

export const sh = (script: string, options: Options = {}) => shell(['sh', '-euc', script], options);

export const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

export const sleep = (ms: number) => new Promise<void>(done => { setTimeout(done, ms); });
