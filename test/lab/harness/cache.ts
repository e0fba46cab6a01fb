// What is slow to make is made once, under a name that its inputs decide, and kept between runs.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from './lock.ts';

export const LAB = process.env['LAB_DIR'] ?? '/var/tmp/gpu-guest-lab';

/** Debian's mirrors drop a package once a newer one is there, so a root with older package lists cannot install any more. */
const WEEK = Math.floor(Date.now() / (7 * 24 * 3600 * 1000));

export const fresh = (...inputs: string[]) => [...inputs, `week ${WEEK}`];

export async function cached(name: string, inputs: readonly string[], make: (dir: string) => Promise<unknown>): Promise<string> {
  const key = createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 12);
  const dir = join(LAB, `${name}-${key}`);
  // Scenarios run side by side and want the same things.
  if (!existsSync(dir)) await locked(join(LAB, 'locks', name), async () => { if (!existsSync(dir)) await makeIn(dir, name, make); });
  return dir;
}

async function makeIn(dir: string, name: string, make: (dir: string) => Promise<unknown>) {
  const partial = `${dir}.${randomUUID()}.partial`;
  mkdirSync(partial, { recursive: true });
  const start = Date.now();
  say(`making ${name} …`);
  try {
    await make(partial);
    renameSync(partial, dir);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  for (const old of readdirSync(LAB)) {
    if (old.startsWith(`${name}-`) && /^[0-9a-f]{12}$/.test(old.slice(name.length + 1)) && join(LAB, old) !== dir) rmSync(join(LAB, old), { recursive: true, force: true });
  }
  say(`made ${name} in ${Math.round((Date.now() - start) / 1000)} s`);
}

/** All files below, as text for a key: what changes when any of them changes. */
export function contents(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'latin1');
  return readdirSync(path).sort().map(name => `${name}\0${contents(join(path, name))}`).join('\0');
}

export function workFile(name: string): string {
  mkdirSync(join(LAB, 'work'), { recursive: true });
  return join(LAB, 'work', `${process.pid}-${name}`);
}

/** Which of the runner's workers speaks, where there are several. */
const LANE = process.env['VITEST_POOL_ID'];
export const say = (text: string) => process.stderr.write(`lab${LANE ? ` ${LANE}` : ''}: ${text}\n`);
