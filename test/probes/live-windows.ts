/** A live Windows, made up: what it answers, and its files. */
import { Unobservable } from '../../src/domain/fact.ts';
import type { FileStatus, Observer, Output } from '../../src/domain/machine.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey } from '../../src/probes/facts.ts';

type Answer = Partial<Output> | 'missing';
export type Guest = {
  readonly answers?: readonly (readonly [holds: string, answer: Answer])[];
  readonly files?: Readonly<Record<string, string>>;
};

/** Commands by what their line holds, the first that fits; any other ends with 1. Files by their paths. */
function windowsThat({ answers = [], files = {} }: Guest): Observer {
  const under = (folder: string) => Object.keys(files).filter((path) => path.startsWith(`${folder}\\`));
  const status = (path: string): FileStatus | undefined => {
    const text = files[path];
    if (text === undefined && under(path).length === 0) return undefined;
    const kind = text === undefined ? 'folder' : 'file';
    return { kind, mode: 0o666, sizeBytes: text?.length ?? 0, modifiedMs: 5_000, target: null };
  };
  const bytesOf = (path: string) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path]));
  return {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date('2026-11-22T12:00:00Z'),
    run: async (command) => {
      const answer = answers.find(([holds]) => command.join(' ').includes(holds))?.[1];
      if (answer === 'missing') throw new Unobservable({ kind: 'tool-missing', tool: command[0] });
      return { stdout: '', stderr: '', exitCode: answer === undefined ? 1 : 0, ...answer };
    },
    read: async (path) => files[path],
    readBytes: async (path, range) => {
      const bytes = bytesOf(path);
      return bytes && range ? bytes.subarray(range.offset, range.offset + range.length) : bytes;
    },
    list: async (folder) => {
      const names = under(folder).map((path) => path.slice(folder.length + 1).split('\\')[0] ?? '');
      return names.length === 0 ? undefined : [...new Set(names)].sort();
    },
    status: async (path) => status(path),
    digest: async ({ path }) => (files[path] === undefined ? undefined : 'f'.repeat(64)),
  };
}

export const asked = async <K extends FactKey>(key: K, guest: Guest) => (await examine(windowsThat(guest), [key]))[key];

/** What tells that reg.exe may be asked. */
export const EDITION: readonly [string, Answer] = [
  'Windows NT\\CurrentVersion',
  { stdout: '\r\nHKEY_LOCAL_MACHINE\\…\r\n    ProductName    REG_SZ    Windows 10 Pro\r\n' },
];
