import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/**
 * What the package manager printed when it last asked its repositories, oldest line first. A recorded source: what was pasted.
 * A guest: its own logs, where nothing was fetched since. [] where it complained of nothing that is still on record.
 */
export type RepositoryLog = readonly { readonly source: string; readonly text: string }[];

/** Where a recorded text has it. No file of a guest is called so. */
export const REPOSITORY_PRINTED = 'printed by the package manager of its repositories';

const CLOUD_INIT = '/var/log/cloud-init-output.log';
const DNF = '/var/log/dnf.log';
const APT_LISTS = '/var/lib/apt/lists';
/** dnf writes one at the head of each of its runs. */
const DNF_RUN = '--- logging initialized ---';
const KEPT_LINES = 400;

const linesOf = (source: string, text: string): RepositoryLog =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-KEPT_LINES)
    .map((line) => ({ source, text: line }));

/** apt's lists are newer than the log: what the log complains of has been fetched since. */
async function fetchedSince(machine: Observer, logged: number): Promise<boolean> {
  const names = ((await ifObservable(machine.list(APT_LISTS))) ?? []).filter((name) => /_(In)?Release$/.test(name));
  const lists = await Promise.all(names.map((name) => ifObservable(machine.status(`${APT_LISTS}/${name}`))));
  return lists.some((list) => list !== undefined && list.modifiedMs > logged);
}

async function atFirstBoot(machine: Observer): Promise<RepositoryLog> {
  const log = await machine.status(CLOUD_INIT);
  if (log === undefined || (await fetchedSince(machine, log.modifiedMs))) return [];
  return linesOf(CLOUD_INIT, (await machine.read(CLOUD_INIT)) ?? '');
}

async function lastOfDnf(machine: Observer): Promise<RepositoryLog> {
  const text = (await machine.read(DNF)) ?? '';
  return linesOf(DNF, text.slice(Math.max(0, text.lastIndexOf(DNF_RUN))));
}

async function observe(machine: Observer): Promise<RepositoryLog> {
  if (machine.origin.kind === 'recorded') {
    const text = await machine.read(REPOSITORY_PRINTED);
    if (text !== undefined) return linesOf('package manager', text);
  }
  return [...(await unlessDenied(atFirstBoot(machine))), ...(await unlessDenied(lastOfDnf(machine)))];
}

/** Some distributions show these logs to root alone; what the other says still counts. */
async function unlessDenied(lines: Promise<RepositoryLog>): Promise<RepositoryLog> {
  try {
    return await lines;
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'permission-denied') return [];
    throw error;
  }
}

export const repositoryLog = defineProbe({
  key: 'repositoryLog',
  question: 'What did the package manager last say of its repositories?',
  observe: { linux: observe },
});
