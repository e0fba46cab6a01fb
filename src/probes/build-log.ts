import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/**
 * What building and loading the driver said last: DKMS's make.log of each nvidia module and nvidia-installer.log, and in a
 * recorded source also what modprobe, dkms, apt and the installer printed. Oldest first within each source.
 */
export type BuildLog = readonly { readonly source: string; readonly text: string }[];

const DKMS = '/var/lib/dkms';
const INSTALLER_LOG = '/var/log/nvidia-installer.log';
/** The reason of a failed build stands near its end. */
const KEPT_LINES = 400;

const linesOf = (source: string, text: string | undefined): BuildLog =>
  (text ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-KEPT_LINES)
    .map((line) => ({ source, text: line }));

/** /var/lib/dkms/MODULE/VERSION/build/make.log is there after a failed build; a good build leaves it in KERNEL/ARCH/log. */
async function makeLogs(machine: Observer): Promise<BuildLog> {
  const logs: BuildLog[] = [];
  for (const module of (await machine.list(DKMS)) ?? []) {
    if (!module.startsWith('nvidia')) continue;
    for (const version of (await machine.list(`${DKMS}/${module}`)) ?? []) {
      const path = `${DKMS}/${module}/${version}/build/make.log`;
      logs.push(linesOf(path, await machine.read(path)));
    }
  }
  return logs.flat();
}

async function observe(machine: Observer): Promise<BuildLog> {
  return [...(await makeLogs(machine)), ...linesOf(INSTALLER_LOG, await machine.read(INSTALLER_LOG))];
}

export const buildLog = defineProbe({
  key: 'buildLog',
  question: 'What did building and loading the driver say last?',
  observe: { linux: observe },
});
