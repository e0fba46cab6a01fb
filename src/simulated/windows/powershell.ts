/** What PowerShell answers to each of our scripts on a simulated Windows. */
import { shownValue } from '../../domain/registry-value.ts';
import { Unobservable } from '../../domain/fact.ts';
import { ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { failed, succeeded, type Guest, type Program, type Said } from '../guest.ts';
import { containerState } from './container.ts';
import { asJson, devicesIn } from './devices.ts';
import { publishedAs, unpublish } from './driver-store.ts';
import { placeOf } from './place.ts';
import { uninstallCuda } from './setup.ts';

export type Machine = {
  readonly maker: string;
  readonly model: string;
  readonly hypervisor: boolean;
  readonly assetTag: string;
  readonly bios: readonly [vendor: string, version: string];
  /** Free room on drive C, in MiB. */
  readonly freeMiB: number;
};

const BOOT = '/run/boot';
export const setBoot = ({ files, now }: Guest): void => {
  files.write(BOOT, new Date(now()).toISOString().replace('Z', '0000Z'));
};

const KINDS: Readonly<Record<string, string>> = { REG_SZ: 'String', REG_EXPAND_SZ: 'ExpandString', REG_DWORD: 'DWord' };

function environment({ registry }: Guest): string {
  const all = (registry.valuesOf(ENVIRONMENT_KEY) ?? []).map((value) => {
    const [type = '', ...data] = shownValue(value).split(' ');
    return { Name: value.name, Kind: KINDS[type] ?? 'Unknown', Data: data.join(' ') };
  });
  return JSON.stringify(all);
}

/** Who may do what: LocalSystem, administrators and users; or one user alone. */
const [OPEN, CLOSED] = ['O:BAG:SYD:(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)', 'O:S-1-5-21-1-2-3-1001G:SYD:P(A;;FA;;;S-1-5-21-1-2-3-1001)'];

/** Where a file is closed to all but its owner, its mode says so. */
const SERVICE_MAY_READ = 0o004;

function rights({ files }: Guest, script: string): Said {
  const folder = placeOf(/-LiteralPath '((?:[^']|'')+)' -File/.exec(script)?.[1]?.replaceAll("''", "'") ?? '');
  const names = files.names(folder);
  if (names === undefined) return failed('Get-ChildItem : Cannot find path');
  const list = names.flatMap((name) => {
    const entry = files.at(`${folder}/${name}`);
    return entry?.kind === 'file' ? [{ Name: name, Sddl: (entry.mode & SERVICE_MAY_READ) === 0 ? CLOSED : OPEN }] : [];
  });
  return succeeded(JSON.stringify(list));
}

const started = (guest: Guest): string => {
  const state = containerState(guest);
  return state?.active === true ? new Date(state.startedMs).toISOString() : '';
};

/** Windows publishes an INF as it came: the same bytes are the same driver. */
function removePublished({ files }: Guest, script: string): Said {
  const inf = files.text(placeOf(/Get-FileHash -LiteralPath '((?:[^']|'')+)'/.exec(script)?.[1] ?? ''));
  const published = inf === undefined ? undefined : publishedAs(files, inf);
  if (published !== undefined) unpublish(files, published);
  return succeeded();
}

function removeCuda(guest: Guest, script: string): Said {
  uninstallCuda(guest, /\\CUDA\\v(\d+\.\d+)\\bin/.exec(script)?.[1] ?? '');
  return succeeded();
}

const system = ({ maker, model, hypervisor, assetTag, bios }: Machine): string =>
  JSON.stringify({
    CsManufacturer: maker,
    CsModel: model,
    HyperVisorPresent: hypervisor,
    ChassisAssetTag: assetTag,
    BiosVendor: bios[0],
    BiosVersion: bios[1],
  });

const NVIDIA = JSON.stringify({ Status: 0, Signer: 'CN=NVIDIA Corporation, O=NVIDIA Corporation, C=US' });

type Answer = (guest: Guest, script: string, machine: Machine) => Said;

/** By what a script holds, the first that fits. */
const ANSWERS: readonly (readonly [holds: string, Answer])[] = [
  ['Win32_PnPEntity', ({ files }) => succeeded(asJson(devicesIn(files)))],
  ['Win32_ComputerSystem', (_, __, machine) => succeeded(system(machine))],
  ['LastBootUpTime', ({ files }) => succeeded(files.text(BOOT))],
  ['Win32_LogicalDisk', (_, __, { freeMiB }) => succeeded(`${String(freeMiB * 1024 * 1024)}\r\n`)],
  ['Win32_Service', (guest) => succeeded(started(guest))],
  ['Session Manager\\Environment', (guest) => succeeded(environment(guest))],
  ['Get-Acl', rights],
  ['Get-AuthenticodeSignature', () => succeeded(NVIDIA)],
  ['_MSIExecute', () => succeeded()],
  ['Get-FileHash', removePublished],
  ['UninstallPackage', removeCuda],
];

export const powershell =
  (machine: Machine): Program =>
  (command, guest) => {
    const script = command.at(-1) ?? '';
    return ANSWERS.find(([holds]) => script.includes(holds))?.[1](guest, script, machine) ?? failed('', 1);
  };

/** A policy forbids it: Windows does not start the program. */
export const forbidden: Program = ([program]) => {
  throw new Unobservable({ kind: 'permission-denied', target: program });
};
