import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer, Output } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { askNvidiaSmi } from './nvidia-smi.ts';
import { defineProbe } from './probe.ts';

/** A size of MIG device that the card offers. */
export type MigProfile = {
  /** The GPU's number, as nvidia-smi counts. */
  readonly gpu: number;
  /** `1g.5gb`: slices of the processors, memory; `+me`, `+gfx` … what else comes with it. */
  readonly name: string;
  readonly id: number;
  /** How many more can be made now, and how many on an empty card. */
  readonly free: number;
  readonly total: number;
  readonly memoryGiB: number;
  /** At which memory slices one can begin, and how many it takes; left out where nobody says. */
  readonly placements?: MigPlacements;
};

export type MigPlacements = { readonly starts: readonly number[]; readonly size: number };

/** `|   0  MIG 1g.5gb        19     7/7        4.75       No     14     0     0   |`: MIG User Guide, "List GPU Instance Profiles". */
const ROW = /^[|\s]*(\d+)\s+MIG\s+(\d+g\.\d+gb\S*)\s+(\d+)\s+(\d+)\/(\d+)\s+([\d.]+)\s+(?:Yes|No)\b/;
const NOT_ALLOWED = /Insufficient Permissions/i;

/** Throws `Unobservable` where the table may not be seen, or is none. */
export function parseMigProfiles({ stdout, stderr }: Output): readonly MigProfile[] {
  const text = `${stdout}\n${stderr}`;
  const rows = text.split('\n').flatMap((line): readonly MigProfile[] => {
    const [, gpu, name = '', id, free, total, memory] = ROW.exec(line) ?? [];
    if (gpu === undefined) return [];
    return [{ gpu: Number(gpu), name, id: Number(id), free: Number(free), total: Number(total), memoryGiB: Number(memory) }];
  });
  if (rows.length > 0) return rows;
  if (NOT_ALLOWED.test(text)) throw new Unobservable({ kind: 'permission-denied', target: 'nvidia-smi mig -lgip' });
  throw unreadable('nvidia-smi mig -lgip', text.trim());
}

/** `GPU  0 Profile ID 14 Placements: {0,2,4}:2`: MIG User Guide, "List GPU Instance Profiles". Keys: `GPU/profile id`. */
export function parsePlacements(text: string): ReadonlyMap<string, MigPlacements> {
  const rows = text.matchAll(/^\s*GPU\s+(\d+)\s+Profile ID\s+(\d+)\s+Placements?\s*:\s*\{([\d,\s]*)\}:(\d+)/gm);
  return new Map(
    [...rows].map(([, gpu = '', id = '', starts = '', size]) => [
      `${gpu}/${id}`,
      { starts: starts.split(',').filter((one) => one.trim() !== '').map(Number), size: Number(size) },
    ]),
  );
}

/** Older drivers do not tell them, and a text that somebody pasted seldom does. */
async function placementsOf(machine: Observer): Promise<ReadonlyMap<string, MigPlacements>> {
  return parsePlacements((await ifObservable(machine.run(['nvidia-smi', 'mig', '-lgipp'])))?.stdout ?? '');
}

async function offered(machine: Observer): Promise<readonly MigProfile[]> {
  const profiles = parseMigProfiles(await machine.run(['nvidia-smi', 'mig', '-lgip']));
  const placements = await placementsOf(machine);
  return profiles.map((profile) => {
    const place = placements.get(`${profile.gpu}/${profile.id}`);
    return place === undefined ? profile : { ...profile, placements: place };
  });
}

/** Only a card in MIG mode tells its profiles; the others are not asked. */
async function observe(machine: Observer): Promise<readonly MigProfile[]> {
  const smi = await askNvidiaSmi(machine);
  const isOn = smi.kind === 'answered' && smi.gpus.some(({ migMode }) => migMode === 'enabled');
  return isOn ? offered(machine) : [];
}

export const migProfiles = defineProbe({
  key: 'migProfiles',
  question: 'Which sizes of MIG device does the card offer?',
  observe: { linux: observe },
});
