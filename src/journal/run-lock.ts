import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../domain/fault.ts';

/** Who holds the lock. Process ids come again: a start time and a boot make them one of a kind. */
export type Holder = {
  readonly pid: number;
  /** In clock ticks since boot, as /proc/PID/stat says; null where it does not. */
  readonly startedTicks: string | null;
  readonly bootId: string | null;
  readonly run: string;
  /** ISO 8601. */
  readonly since: string;
};

/** One run at a time. `take` refuses (`busy`, naming pid, run and since) while another is at work; the function returned gives back. */
export interface RunLock {
  take(run: string): Promise<() => Promise<void>>;
  /** Who is at work now; null: nobody. */
  holder(): Promise<Holder | null>;
}

const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

const bootIdNow = async (): Promise<string | null> => (await textOf('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;

/** Field 22; the name of the program, in brackets before it, may hold anything. */
const startOf = async (pid: number): Promise<string | null> =>
  (await textOf(`/proc/${pid}/stat`))?.replace(/^.*\)/s, '').trim().split(' ')[19] ?? null;

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number' && 'run' in value;

export function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : null;
  } catch {
    // Expected: what a power cut left of it. Nobody holds that.
    return null;
  }
}

async function isAlive({ pid, startedTicks, bootId }: Holder): Promise<boolean> {
  if (bootId !== null && bootId !== (await bootIdNow())) return false;
  const start = await startOf(pid);
  return start !== null && (startedTicks === null || start === startedTicks);
}

export const busy = ({ pid, run, since }: Holder) =>
  refuse('busy', { key: 'run.busy', values: { pid, run: run === '' ? '–' : run, since } });

/** True when the lock is ours now. The file appears whole or not at all. */
async function claim(lock: string, mine: string, content: string): Promise<boolean> {
  await writeFile(mine, content, { mode: 0o644 });
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    // Expected: somebody has it.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

/** Puts a lock aside whose holder is dead, and puts it back if another has taken it in the meantime. */
async function setAside(lock: string, dead: string, mine: string): Promise<void> {
  const aside = `${mine}.dead`;
  await rename(lock, aside).catch(() => undefined);
  const found = await textOf(aside);
  if (found !== null && found !== dead) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

export function fileRunLock(stateFolder: string, now: () => Date, pid = process.pid): RunLock {
  const lock = join(stateFolder, 'lock');
  const mine = `${lock}.${pid}`;

  async function livingHolder(): Promise<{ readonly text: string; readonly holder: Holder | null } | null> {
    const text = await textOf(lock);
    if (text === null) return null;
    const holder = parseHolder(text);
    return { text, holder: holder && (await isAlive(holder)) ? holder : null };
  }

  return {
    holder: async () => (await livingHolder())?.holder ?? null,
    async take(run) {
      const [startedTicks, bootId] = [await startOf(pid), await bootIdNow()];
      const content = JSON.stringify({ pid, startedTicks, bootId, run, since: now().toISOString() } satisfies Holder);
      await mkdir(stateFolder, { recursive: true, mode: 0o755 });
      for (let tries = 0; tries < 5; tries++) {
        if (await claim(lock, mine, content)) {
          return async () => {
            if ((await textOf(lock)) === content) await rm(lock, { force: true });
          };
        }
        const found = await livingHolder();
        if (found?.holder) throw busy(found.holder);
        if (found) await setAside(lock, found.text, mine);
      }
      throw refuse('busy', { key: 'run.busy-unknown', values: { file: lock } });
    },
  };
}

/** For a simulated guest: within this program. */
export function memoryRunLock(now: () => Date): RunLock {
  let held: Holder | null = null;
  return {
    holder: () => Promise.resolve(held),
    take(run) {
      if (held) return Promise.reject(busy(held));
      held = { pid: 0, startedTicks: null, bootId: null, run, since: now().toISOString() };
      return Promise.resolve(() => {
        held = null;
        return Promise.resolve();
      });
    },
  };
}
