import type { Observer, Output } from '../domain/machine.ts';

/**
 * The machine, for the length of one examination: the text of a file is read once, however many probes ask for it, and a command
 * is run once. They then all speak of the same state, and neither a package database (700 kB and more) is read nor PowerShell started five times.
 */
export function readOnce(machine: Observer): Observer {
  const texts = new Map<string, Promise<string | undefined>>();
  const outputs = new Map<string, Promise<Output>>();
  return {
    ...machine,
    run(command, options) {
      const asked = JSON.stringify([command, options]);
      const output = outputs.get(asked) ?? machine.run(command, options);
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
