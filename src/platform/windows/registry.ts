/** The 64-bit registry of this machine, through reg.exe, which every Windows has and which writes the registry of either view. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../domain/fault.ts';
import type { Command, Registry } from '../../domain/machine.ts';
import { decodeFile } from './decode.ts';
import { patiently } from './patiently.ts';
import { exportedKeys, longKey, regFile, type ExportedKey } from './reg-file.ts';
import type { Ran } from './run-to-end.ts';

const VIEW = '/reg:64';
const LONG_MS = 120_000;

const parentOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('\\')));
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `folder`: where the files lie by which reg.exe is told; administrators alone may write there. */
export function windowsRegistry(run: (command: Command, timeoutMs: number) => Promise<Ran>, folder: string): Registry {
  const file = join(folder, 'value.reg');
  const reg = (...args: readonly string[]): Promise<Ran> => run(['reg.exe', ...args, VIEW], LONG_MS);
  const refused = (place: string, said: Ran) => {
    const why = `reg.exe ${said.exitCode} ${said.stderr.toString('latin1').replaceAll(/[^ -~]+/g, ' ').trim()}`.trim();
    return refuse('failed', { key: 'run.failed.registry', values: { place, why } });
  };

  /** reg.exe ends with 1 for a key that is not there and for one that it may not see: what is around it tells which. */
  async function isThere(key: string): Promise<boolean> {
    const said = await reg('query', key);
    if (said.exitCode === 0) return true;
    const parent = parentOf(key);
    if (parent === '') throw refused(key, said);
    if (!(await isThere(parent))) return false;
    const around = await reg('query', parent);
    const names = around.stdout.toString('latin1').split(/\r?\n/);
    if (around.exitCode !== 0 || names.some((line) => isSame(line.trim(), longKey(key)))) throw refused(key, said);
    return false;
  }

  async function exported(key: string): Promise<readonly ExportedKey[]> {
    await mkdir(folder, { recursive: true });
    try {
      const said = await reg('export', key, file, '/y');
      if (said.exitCode !== 0) throw refused(key, said);
      return exportedKeys(decodeFile(await patiently(() => readFile(file))));
    } finally {
      await patiently(() => rm(file, { force: true }));
    }
  }

  async function imported(key: string, name: string, bytes: Uint8Array): Promise<void> {
    await mkdir(folder, { recursive: true });
    await patiently(() => writeFile(file, bytes));
    try {
      const said = await reg('import', file);
      if (said.exitCode !== 0) throw refused(`${key}\\${name}`, said);
    } finally {
      await patiently(() => rm(file, { force: true }));
    }
  }

  return {
    async keep(key, name) {
      if (!(await isThere(key))) return { kind: 'absent' };
      const [own] = (await exported(key)).filter((one) => isSame(one.key, longKey(key)));
      const value = own?.values.find((one) => isSame(one.name, name));
      return value === undefined ? { kind: 'absent' } : { kind: 'value', ...value };
    },
    async missingKeys(key) {
      const missing: string[] = [];
      for (let at = key; at.includes('\\') && !(await isThere(at)); at = parentOf(at)) missing.unshift(at);
      return missing;
    },
    write: (key, name, value) => imported(key, name, regFile(key, name, value)),
    async remove(key, name) {
      if (await isThere(key)) await imported(key, name, regFile(key, name, null));
    },
    async removeEmptyKey(key) {
      if (!(await isThere(key))) return;
      const keys = await exported(key);
      if (keys.some((one) => !isSame(one.key, longKey(key)) || one.values.length > 0)) return;
      const said = await reg('delete', key, '/f');
      if (said.exitCode !== 0) throw refused(key, said);
    },
  };
}
