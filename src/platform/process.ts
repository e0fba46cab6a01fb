/**
 * The one door to other programs: an argument array (never a shell string), a time limit, a fixed environment, no standard
 * input, capped output, and one union for every way in which a program can end.
 *
 * It stands on `node:child_process` itself: loading a process library costs more than all of `detect` may take.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Command, Ending } from '../domain/machine.ts';

const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const MAX_BYTES = 8 * 1024 * 1024;
/** After SIGTERM, before SIGKILL. */
const GRACE_MS = 5_000;
/** After SIGKILL: a program that hangs in the kernel (its driver does not answer) cannot be ended, and is left to itself. */
const ABANDON_MS = 2_000;
/** A daemon that a program leaves behind may hold its output open for ever: how long to listen on after the program itself has ended. */
const LINGER_MS = 500;

export type ProcessOptions = {
  readonly timeoutMs: number;
  /** In place of the default environment; LC_ALL and PATH are set unless named here. */
  readonly env?: Readonly<Record<string, string>>;
  /** Each line of both outputs as it comes, without its end; of a line redrawn with \r, its last state. */
  readonly onLine?: (line: string) => void;
  /** Ends the program, and all it has started, when aborted. */
  readonly signal?: AbortSignal;
  /** Ends a program with all that it has started, where there are no process groups. */
  readonly endTree?: (pid: number) => void;
  /** Of each output, what is kept (default 8 MiB). The rest is read and dropped, so that a talkative program goes on. */
  readonly maxBytes?: number;
};

type Result<Text> = {
  readonly ending: Ending;
  readonly stdout: Text;
  readonly stderr: Text;
  /** More was written than was kept. */
  readonly truncated: boolean;
};
export type ProcessResult = Result<string>;

/** Never rejects for what the program does; rejects only where the system itself cannot start any (no memory, no process ids). */
export async function runProcess(command: Command, options: ProcessOptions): Promise<ProcessResult> {
  const env = { LC_ALL: 'C', PATH: SEARCH_PATH, ...(options.env ?? { HOME: process.env['HOME'] ?? '/' }) };
  // A process group of its own: a time limit then ends its children too, and Ctrl-C in the terminal does not cut off a package manager.
  const result = await collectProcess(command, { ...options, env, detached: true });
  return { ...result, stdout: result.stdout.toString('utf8'), stderr: result.stderr.toString('utf8') };
}

type BareOptions = ProcessOptions & {
  /** All of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** On Windows a detached process has no console, and PowerShell fails there where it sets its encoding. */
  readonly detached: boolean;
};

/** As `runProcess`, with outputs as they came: on Windows the encoding depends on the program and on the console. */
export async function collectProcess(command: Command, options: BareOptions): Promise<Result<Buffer>> {
  const [program, ...args] = command;
  const { env, detached } = options;
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached, windowsHide: true });
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const outputs = [
    collect(child.stdout, maxBytes, options.onLine),
    collect(child.stderr, maxBytes, options.onLine),
  ] as const;
  const ending = await endOf(child, options);
  const [stdout, stderr] = [outputs[0](), outputs[1]()];
  return { ending, stdout: stdout.bytes, stderr: stderr.bytes, truncated: stdout.truncated || stderr.truncated };
}

/** As `collectProcess`, with both outputs written into an open file: a program that outlives us does not die of a broken pipe. */
export function runIntoFile(command: Command, options: BareOptions, output: number): Promise<Ending> {
  const [program, ...args] = command;
  const { env, detached } = options;
  return endOf(spawn(program, args, { env, stdio: ['ignore', output, output], detached, windowsHide: true }), options);
}

function endOf(child: ChildProcess, { timeoutMs, signal, endTree }: ProcessOptions): Promise<Ending> {
  let timedOut = false;
  let kill: NodeJS.Timeout | undefined;
  let abandon: () => void = () => undefined;
  const stop = () => {
    signalGroup(child, 'SIGTERM', endTree);
    kill ??= setTimeout(() => {
      signalGroup(child, 'SIGKILL', endTree);
      kill = setTimeout(() => {
        abandon();
      }, ABANDON_MS);
    }, GRACE_MS);
  };
  const limit = setTimeout(() => {
    timedOut = true;
    stop();
  }, timeoutMs);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();

  return new Promise<Ending>((resolve, reject) => {
    abandon = () => {
      child.unref();
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(timedOut ? { kind: 'timed-out', afterMs: timeoutMs } : { kind: 'killed', signal: 'SIGKILL' });
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      const ending = refusals[error.code ?? ''];
      if (ending) resolve(ending);
      else reject(error);
    });
    child.once('exit', () => {
      setTimeout(() => {
        // On a slow machine the time can be over before what the program wrote was read once: read first, then stop.
        setImmediate(() => {
          child.stdout?.destroy();
          child.stderr?.destroy();
        });
      }, LINGER_MS).unref();
    });
    child.once('close', (exitCode, name) => {
      if (timedOut) resolve({ kind: 'timed-out', afterMs: timeoutMs });
      else if (exitCode === null) resolve({ kind: 'killed', signal: name ?? 'unknown' });
      else resolve({ kind: 'exited', exitCode });
    });
  }).finally(() => {
    clearTimeout(limit);
    clearTimeout(kill);
    signal?.removeEventListener('abort', stop);
  });
}

const refusals: Readonly<Partial<Record<string, Ending>>> = {
  ENOENT: { kind: 'not-found' },
  ENOTDIR: { kind: 'not-found' },
  EACCES: { kind: 'denied' },
  EPERM: { kind: 'denied' },
};

function signalGroup(child: ChildProcess, name: NodeJS.Signals, endTree: ProcessOptions['endTree']): void {
  if (child.pid === undefined) return;
  endTree?.(child.pid);
  // Expected: the group has ended in the meantime (ESRCH).
  try {
    process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
}

/** Reads a stream to its end; the function returned gives what was kept. */
function collect(stream: Readable, maxBytes: number, onLine: ((line: string) => void) | undefined) {
  const chunks: Buffer[] = [];
  let kept = 0;
  let truncated = false;
  const feed = onLine && lines(onLine);
  stream.on('data', (chunk: Buffer) => {
    const room = chunk.subarray(0, maxBytes - kept);
    if (room.length > 0) chunks.push(room);
    kept += room.length;
    truncated ||= room.length < chunk.length;
    feed?.(chunk);
  });
  return () => {
    feed?.(null);
    return { bytes: Buffer.concat(chunks), truncated };
  };
}

/** Cuts bytes into lines; null is the end. */
function lines(onLine: (line: string) => void): (chunk: Buffer | null) => void {
  const decoder = new TextDecoder();
  let rest = '';
  const say = (line: string) => {
    onLine(line.replace(/\r+$/, '').replace(/^.*\r/s, ''));
  };
  return (chunk) => {
    const whole = (rest + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())).split('\n');
    rest = chunk ? (whole.pop() ?? '') : '';
    if (!chunk && whole.at(-1) === '') whole.pop();
    whole.forEach(say);
  };
}
