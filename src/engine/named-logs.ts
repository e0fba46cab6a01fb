import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';

/** Installers print little and name their log: "See log at /var/log/cuda-installer.log", "Consult /var/lib/dkms/…/make.log". */
const LOG = /\/(?:var|tmp|usr\/src)\/[\w.+/-]+\.log\b/g;
const MOST_LOGS = 2;
const MOST_ERRORS = 4;
const LAST = 5;
const IS_ERROR = /\berror\b|\bfatal\b|no such file|not found|cannot|unable to/i;

/** Of a log what a person would look for: its first lines that name an error, then its end. */
function reasonIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const end = Math.max(0, lines.length - LAST);
  const errors = lines.slice(0, end).filter((line) => IS_ERROR.test(line));
  return [...errors.slice(0, MOST_ERRORS), ...lines.slice(end)];
}

async function readIfThere(machine: Observer, path: string): Promise<string | undefined> {
  try {
    return await machine.read(path);
  } catch (error) {
    // Expected: larger than what is read. Then its name, which the tool has printed, must do.
    if (error instanceof Unobservable) return undefined;
    throw error;
  }
}

/** What stands in the logs that these lines name, each under its path. */
export async function linesOfNamedLogs(machine: Observer, said: readonly string[]): Promise<readonly string[]> {
  const paths = [...new Set(said.flatMap((line) => line.match(LOG) ?? []))].slice(0, MOST_LOGS);
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = await readIfThere(machine, path);
      return text === undefined ? [] : [`${path}:`, ...reasonIn(text)];
    }),
  );
  return found.flat();
}
