import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/**
 * What building and loading the driver said last: DKMS's make.log of each nvidia module and nvidia-installer.log, and in a
 * recorded source also what modprobe, dkms, apt and the installer printed. Oldest first within each source.
 */
export type BuildLog = readonly { readonly source: string; readonly text: string }[];

/** What a compiler says where the kernel has changed what the driver's sources use: building again does not help. */
export const KERNEL_TOO_NEW =
  /GPL-incompatible module nvidia\S* uses GPL-only symbol ['‘](?<symbol>\w+)['’]|implicit declaration of function ['‘](?<function>\w+)['’]|has no member named ['‘](?<member>\w+)['’]|too (?:few|many) arguments to function ['‘](?<call>\w+)['’]|incompatible (?:function )?pointer type/i;

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

/** Where a recorded text has what a tool printed on somebody's terminal. No file of a guest is called so. */
export const PRINTED_BY = ['modprobe', 'dkms', 'apt', 'nvidia-installer'] as const;
export const printedBy = (tool: (typeof PRINTED_BY)[number]): string => `printed by ${tool}`;

async function printed(machine: Observer): Promise<BuildLog> {
  if (machine.origin.kind !== 'recorded') return [];
  const texts = await Promise.all(PRINTED_BY.map((tool) => ifObservable(machine.read(printedBy(tool)))));
  return texts.flatMap((text, index) => linesOf(PRINTED_BY[index] ?? '', text));
}

async function observe(machine: Observer): Promise<BuildLog> {
  const pasted = await printed(machine);
  if (pasted.length > 0) return pasted;
  return [...(await makeLogs(machine)), ...linesOf(INSTALLER_LOG, await machine.read(INSTALLER_LOG))];
}

export const buildLog = defineProbe({
  key: 'buildLog',
  question: 'What did building and loading the driver say last?',
  observe: { linux: observe },
});
