import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/** NVSwitch systems (HGX, DGX) need NVIDIA's fabric manager in exactly the driver's version; elsewhere it is not installed. */
export type FabricManager = {
  /** Null: not installed, or its version is not said. */
  readonly version: string | null;
  /** Its last complaint that its version is not the driver's; null: none, or it has started since. */
  readonly refusal: { readonly version: string; readonly driver: string; readonly line: string } | null;
  /** What it says, last, that it cannot start without; left out: nothing. */
  readonly lacks?: { readonly what: 'nvlsm' | 'ib_umad'; readonly line: string };
};

export const FABRIC_JOURNAL = ['journalctl', '-u', 'nvidia-fabricmanager', '-b', '--no-pager', '-n', '200'] as const;

const REFUSES =
  /fabric manager NVIDIA GPU driver interface version (?<version>[\d.]+\d) (?:don['’]t|doesn['’]t) match with driver version (?<driver>[\d.]+\d)/i;
/** Texts of nvidia-fabricmanager-start.sh, as users report them. */
const LACKS = /nvidia\/nvlsm\/\S*?(?<nvlsm>nvlsm)"? does not exist|module "?(?<umad>ib_umad)"? has not been loaded/i;
const RUNS =
  /Successfully configured all the available|Started (?:nvidia-fabricmanager\.service|.*fabric ?manager service)/i;

/** "Fabric Manager version is : 535.161.08" */
const parseVersion = (text: string): string | null => /version is\s*:\s*([\d.]+\d)/i.exec(text)?.[1] ?? null;

export function parseFabricLog(text: string): FabricManager['refusal'] {
  const lines = text.split('\n');
  const line = lines.findLast((one) => REFUSES.test(one) || RUNS.test(one));
  const { version, driver } = REFUSES.exec(line ?? '')?.groups ?? {};
  return version === undefined || driver === undefined ? null : { version, driver, line: (line ?? '').trim() };
}

export function parseLacking(text: string): Pick<FabricManager, 'lacks'> {
  const line = text.split('\n').findLast((one) => LACKS.test(one) || RUNS.test(one)) ?? '';
  const { nvlsm, umad } = LACKS.exec(line)?.groups ?? {};
  if (nvlsm === undefined && umad === undefined) return {};
  return { lacks: { what: nvlsm === undefined ? 'ib_umad' : 'nvlsm', line: line.trim() } };
}

async function installed(machine: Observer): Promise<string | null | undefined> {
  try {
    const { stdout, stderr } = await machine.run(['nv-fabricmanager', '--version']);
    return parseVersion(`${stdout}\n${stderr}`);
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    if (error.ignorance.kind === 'tool-missing') return undefined;
    if (error.ignorance.kind === 'not-in-source') return null;
    throw error;
  }
}

async function observe(machine: Observer): Promise<FabricManager> {
  const version = await installed(machine);
  if (version === undefined) return { version: null, refusal: null };
  const { stdout } = await machine.run(FABRIC_JOURNAL);
  return { version, refusal: parseFabricLog(stdout), ...parseLacking(stdout) };
}

export const fabricManager = defineProbe({
  key: 'fabricManager',
  question: 'Does the fabric manager go with the driver?',
  observe: { linux: observe },
});
