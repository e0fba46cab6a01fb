/** A Windows of wine's without a driver, with the media beside it; what stands there, and how it starts anew. */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeToken } from '../media/make-token.ts';
import { asPackage } from '../media/make-windows-package.ts';
import { CUDA, INF } from './guests/bare.ts';
import { logs } from './guests/changes.ts';
import { startWindows, type Windows } from './wine.ts';

/** In C:\. */
export const MEDIA = 'media 驱动';
/** A smaller one would be taken for the network installer. */
const WHOLE = 300_000_000;
const KEYS = [
  'HKLM\\SOFTWARE\\NVIDIA Corporation',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
];

export type BareGuest = {
  readonly windows: Windows;
  /** Of these keys, as `reg export` writes them; throws where one is not there. */
  readonly registry: () => readonly string[];
  /** Where drivers and CUDA put theirs. */
  readonly files: () => readonly string[];
  /** What has happened to it, by the names that guests/bare.ts gives. */
  readonly states: () => readonly string[];
  /** Windows starts anew; the command of the scheduler's task. */
  readonly boot: () => readonly string[];
};

export function startBareGuest(): BareGuest {
  const windows = startWindows(['sc', 'net']);
  let exports = 0;
  const at = (path: string): string => join(windows.drive, path);
  const write = (path: string, { start, signature }: ReturnType<typeof asPackage>, end = start.length): void => {
    writeFileSync(at(path), start);
    truncateSync(at(path), end);
    appendFileSync(at(path), signature);
  };
  const standIn = readFileSync(at('stand-in/stand-in.exe'));
  mkdirSync(at(`${MEDIA}/grid/Display.Driver`), { recursive: true });
  write(`${MEDIA}/grid/setup.exe`, asPackage(standIn, false));
  writeFileSync(at(`${MEDIA}/grid/setup.cfg`), '<setup/>');
  writeFileSync(at(`${MEDIA}/grid/Display.Driver/nvgridsw.inf`), INF);
  writeFileSync(at(`${MEDIA}/grid/Display.Driver/nvgridsw.cat`), 'catalogue');
  write(`${MEDIA}/${CUDA}.exe`, asPackage(standIn, true, WHOLE), WHOLE);
  writeFileSync(at(`${MEDIA}/client_configuration_token_11-22-2026.tok`), makeToken());
  writeFileSync(at('stand-in/nvgridsw.inf'), INF);
  writeFileSync(at('stand-in/version.json'), '{"cuda":{"name":"CUDA SDK","version":"12.2.2"}}');
  Object.entries(logs).forEach(([name, text]) => {
    writeFileSync(at(`stand-in/log-${name}`), text);
  });
  copyFileSync(at('stand-in/stand-in.exe'), at('stand-in/boot.exe'));
  mkdirSync(at('ProgramData'), { recursive: true });

  const states = (): readonly string[] => readdirSync(at('stand-in/state')).toSorted();
  return {
    windows,
    states,
    registry: () =>
      KEYS.map((key) => {
        const name = `export-${exports++}.reg`;
        const { code } = windows.reg('export', key, `C:\\${name}`, '/y', '/reg:64');
        if (code !== 0) throw new Error(`${key} was not exported`);
        return readFileSync(at(name), 'utf16le');
      }),
    files: () =>
      ['Program Files', 'ProgramData', 'windows/INF', 'windows/system32'].flatMap((folder) =>
        (existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' }) : [])
          .filter((name) => !name.startsWith('gpu-guest'))
          .map((name) => `${folder}/${name}`)
          .toSorted(),
      ),
    boot: () => {
      if (!states().includes('restarts')) throw new Error('nobody asked for a restart');
      windows.start('C:\\stand-in\\boot.exe');
      const task = readFileSync(at('stand-in/state/task.xml'), 'utf8');
      const text = (name: string): string =>
        (new RegExp(`<${name}>(.*)</${name}>`).exec(task)?.[1] ?? '').replaceAll(/&#x([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
      return `${text('Command')} ${text('Arguments')}`.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
    },
  };
}
