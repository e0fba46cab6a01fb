/** The wizard on a Windows of wine's, for a browser on this side of it: both have the same loopback. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const ADDRESS = /"url": "(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)"/;

export type ServedOnWindows = {
  readonly address: string;
  /** As the power goes. */
  readonly stop: () => void;
};

/** `start`: begins the program with its standard outputs in these files. */
export async function servedOnWindows(start: (out: number, err: number) => ChildProcess, files: readonly [string, string]): Promise<ServedOnWindows> {
  // Files, as wine's pipes are none that Node.js for Windows can open again.
  const [out, err] = files.map((file) => openSync(file, 'w')) as [number, number];
  const child = start(out, err);
  closeSync(out);
  closeSync(err);
  for (;;) {
    const address = ADDRESS.exec(readFileSync(files[0], 'utf8'))?.[1];
    if (address !== undefined) return { address, stop: () => child.kill('SIGKILL') };
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${readFileSync(files[1], 'utf8')}`);
    await sleep(200);
  }
}

export const beside = (program: string, args: readonly string[], options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string }) => (out: number, err: number): ChildProcess =>
  spawn(program, args, { ...options, stdio: ['ignore', out, err] });
