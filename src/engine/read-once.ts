import type { Observer, Output } from '../domain/machine.ts';

/** zypper lets nobody else in while it answers, not even another question of ours: one of two that ask at once is refused (exit code 7). */
const ASKED_ONE_BY_ONE: ReadonlySet<string> = new Set(['zypper']);

/**
 * The machine, for the length of one examination: the text of a file is read once, however many probes ask for it, and a command
 * is run once. They then all speak of the same state, and neither a package database (700 kB and more) is read nor PowerShell started five times.
 */
export function readOnce(machine: Observer): Observer {
  const texts = new Map<string, Promise<string | undefined>>();
  const outputs = new Map<string, Promise<Output>>();
  let before: Promise<unknown> = Promise.resolve();
  const inTurn: Observer['run'] = (command, options) => {
    if (!ASKED_ONE_BY_ONE.has(command[0])) return machine.run(command, options);
    const output = before.then(() => machine.run(command, options));
    before = output.catch(() => undefined);
    return output;
  };
  return {
    ...machine,
    run(command, options) {
      const asked = JSON.stringify([command, options]);
      const output = outputs.get(asked) ?? inTurn(command, options);
      outputs.set(asked, output);
      return output;
    },
    read(path) {
      const text = texts.get(path) ?? machine.read(path);
      texts.set(path, text);
      return text;
    },
  };
}
