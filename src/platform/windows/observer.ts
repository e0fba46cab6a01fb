/** This Windows machine, only looked at. */
import { readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import type { Observer, Output } from '../../domain/machine.ts';
import { answer, readPart, statusOf } from '../file-answers.ts';
import { decodeFile, decodeOutput, isAscii } from './decode.ts';
import { askCodePage, runToEnd } from './run-to-end.ts';

export const windowsObserver = (): Observer => {
  let codePage: Promise<number | null> | undefined;
  const consoleCodePage = (): Promise<number | null> => (codePage ??= askCodePage());

  const observer: Observer = {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date(),
    async run(command, options) {
      const { stdout, stderr, exitCode } = await runToEnd(command, options);
      const isPowerShell = /^powershell(\.exe)?$/i.test(win32.basename(command[0]));
      // Asked only where it matters: an English Windows never comes here.
      const page = isAscii(stdout) && isAscii(stderr) ? null : await consoleCodePage();
      const text = (bytes: Buffer): string => decodeOutput(bytes, page, isPowerShell);
      return { stdout: text(stdout), stderr: text(stderr), exitCode } satisfies Output;
    },
    read: async (path) => {
      const bytes = await observer.readBytes(path);
      return bytes && decodeFile(bytes);
    },
    // Node.js itself puts `\\?\` before absolute paths: those longer than 260 characters are read as well.
    readBytes: (path, range) => answer(path, () => readPart(path, range)),
    list: (folder) => answer(folder, () => readdirSync(folder).sort()),
    status: (path) => answer(path, () => statusOf(path)),
    digest: (source, kind, onBytes) =>
      answer(source.path, async () => (await import('../digest.ts')).digestFile(source, kind, onBytes)),
    digests: (source, wanted, onBytes) =>
      answer(source.path, async () => (await import('../digest-parts.ts')).digestParts(source, wanted, onBytes)),
    reach: async (door) => (await import('./reach.ts')).reach(door),
  };
  return observer;
};
