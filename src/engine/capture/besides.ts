/** What support wants to see besides what the probes ask for. */
import type { Command, Observer } from '../../domain/machine.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { ifObservable } from '../../probes/if-observable.ts';

const journalOf = (unit: string): Command => ['journalctl', '-u', unit, '--no-pager', '-o', 'short-iso', '-n', '1000'];

const COMMANDS: readonly Command[] = [
  ['nvidia-smi'],
  ['nvidia-smi', '-L'],
  ...['nvidia-gridd', 'nvidia-persistenced', 'nvidia-fabricmanager', 'nvidia-topologyd', 'gpu-guest-resume'].map(
    journalOf,
  ),
  ['journalctl', '-k', '-b', '-1', '--no-pager', '-o', 'short-iso', '-n', '1000'],
  ['systemctl', 'list-units', '--all', '--no-pager', '--plain', 'nvidia*'],
  ['lspci', '-nnk'],
  ['lsmod'],
  ['dkms', 'status'],
  ['uname', '-a'],
  ['mokutil', '--sb-state'],
  ['update-alternatives', '--display', 'nvidia'],
];

const FILES = [
  '/proc/cmdline',
  '/proc/driver/nvidia/params',
  '/etc/nvidia/gridd.conf',
  '/etc/modules-load.d/nvidia.conf',
  '/var/log/nvidia-installer.log',
  '/var/log/nvidia-uninstall.log',
  '/var/log/cuda-installer.log',
  '/var/log/apt/history.log',
] as const;

/** Neither systeminfo nor msinfo32: they tell of the whole machine, and in the language of Windows. */
const WINDOWS_COMMANDS: readonly Command[] = [['nvidia-smi'], ['nvidia-smi', '-L'], ['pnputil.exe', '/enum-drivers']];
const WINDOWS_STATE = 'C:\\ProgramData\\gpu-guest';

/** The newest lines stand at the end. */
const LOG_BYTES = 1024 * 1024;
const RUNS = `${STATE_FOLDER}/runs`;
const RUNS_KEPT = 5;
const DKMS = '/var/lib/dkms';

async function endOf(machine: Observer, path: string): Promise<void> {
  const sizeBytes = (await machine.status(path))?.sizeBytes ?? 0;
  if (sizeBytes <= LOG_BYTES) await machine.readBytes(path);
  else await machine.readBytes(path, { offset: sizeBytes - LOG_BYTES, length: LOG_BYTES });
}

const namesIn = async (machine: Observer, folder: string): Promise<readonly string[]> =>
  (await ifObservable(machine.list(folder))) ?? [];

/** Of each nvidia module, version, kernel and architecture. */
async function dkmsLogs(machine: Observer): Promise<readonly string[]> {
  const logs: string[] = [];
  for (const module of (await namesIn(machine, DKMS)).filter((name) => name.startsWith('nvidia')))
    for (const version of await namesIn(machine, `${DKMS}/${module}`))
      for (const kernel of (await namesIn(machine, `${DKMS}/${module}/${version}`)).filter((name) => /^\d/.test(name)))
        for (const arch of await namesIn(machine, `${DKMS}/${module}/${version}/${kernel}`))
          logs.push(`${DKMS}/${module}/${version}/${kernel}/${arch}/log/make.log`);
  return logs;
}

async function modprobeFiles(machine: Observer): Promise<readonly string[]> {
  const names = await namesIn(machine, '/etc/modprobe.d');
  return names
    .filter((name) => /nvidia|nouveau|gpu-guest|blacklist/.test(name))
    .map((name) => `/etc/modprobe.d/${name}`);
}

/** Of NVIDIA's setup, as our steps have it written; and of our own runs. */
async function windowsLogs(machine: Observer): Promise<readonly string[]> {
  const [setup, runs] = [`${WINDOWS_STATE}\\setup-logs`, `${WINDOWS_STATE}\\runs`];
  const logs: string[] = [];
  for (const name of (await namesIn(machine, setup)).slice(-RUNS_KEPT)) {
    const inside = await namesIn(machine, `${setup}\\${name}`);
    logs.push(...(inside.length === 0 ? [`${setup}\\${name}`] : inside.map((one) => `${setup}\\${name}\\${one}`)));
  }
  return [...logs, ...(await namesIn(machine, runs)).slice(-RUNS_KEPT).map((run) => `${runs}\\${run}\\journal.ndjson`)];
}

async function askBesidesOnWindows(machine: Observer, hung: ReadonlySet<string>): Promise<void> {
  for (const command of WINDOWS_COMMANDS.filter(([program]) => !hung.has(program))) await ifObservable(machine.run(command));
  for (const path of await windowsLogs(machine)) await ifObservable(endOf(machine, path));
}

const ownRuns = async (machine: Observer): Promise<readonly string[]> =>
  (await namesIn(machine, RUNS)).slice(-RUNS_KEPT).map((run) => `${RUNS}/${run}/journal.ndjson`);

/** Asks; what comes of it is noted by the observer, and what cannot be had is noted as that. A program that hung once is not started again. */
export async function askBesides(machine: Observer, hung: ReadonlySet<string>): Promise<void> {
  if (machine.platform === 'windows') return askBesidesOnWindows(machine, hung);
  for (const command of COMMANDS.filter(([program]) => !hung.has(program))) await ifObservable(machine.run(command));
  const found = [...(await dkmsLogs(machine)), ...(await modprobeFiles(machine)), ...(await ownRuns(machine))];
  for (const path of [...FILES, ...found]) await ifObservable(endOf(machine, path));
  for (const name of (await namesIn(machine, '/dev')).filter((one) => one.startsWith('nvidia')))
    await ifObservable(machine.status(`/dev/${name}`));
}
