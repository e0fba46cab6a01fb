// One process at a time: the kernel's own lock on a file, which ends with whoever holds it.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until the lock is free, holds it, and answers what releases it. */
export async function hold(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise<void>((held, failed) => {
    holder.stdout.once('data', () => { held(); });
    holder.once('error', failed);
    holder.once('exit', status => { failed(new Error(`flock ${file}: status ${String(status)}`)); });
  });
  return () => { holder.stdin.end(); };
}

export async function locked<T>(file: string, use: () => Promise<T>): Promise<T> {
  const release = await hold(file);
  try {
    return await use();
  } finally {
    release();
  }
}
