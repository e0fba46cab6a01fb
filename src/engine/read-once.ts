import type { Observer } from '../domain/machine.ts';

/**
 * The machine, for the length of one examination: the text of a file is read once, however many probes ask for it. They then
 * all speak of the same state, and a package database (700 kB and more) is not read five times.
 */
export function readOnce(machine: Observer): Observer {
  const texts = new Map<string, Promise<string | undefined>>();
  return {
    ...machine,
    read(path) {
      const text = texts.get(path) ?? machine.read(path);
      texts.set(path, text);
      return text;
    },
  };
}
