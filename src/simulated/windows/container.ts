/** The display container of a simulated Windows, which licenses it: reads registry and token as the real one does, and logs its lines. */
import { readToken } from '../../media/token.ts';
import { vgpuTypeByIds } from '../../catalog/vgpu-types.ts';
import { stringIn } from '../../domain/registry-value.ts';
import { CONTAINER_SERVICE } from '../../domain/windows-places.ts';
import { failed, succeeded, type Guest, type Program } from '../guest.ts';
import { devicesIn, isNvidias, type Device } from './devices.ts';
import { worksWithDriver } from './driver-store.ts';
import { placeOf } from './place.ts';

export const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const KEYS = ['HKLM\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing', `${SERVICES}\\nvlddmkm\\Global\\GridLicensing`];
export const LICENSING_FOLDER = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing';
const LOG = '/C:/Users/Public/Documents/NvidiaLogging/Log.NVDisplay.Container.exe.log';
const STATE = '/run/nvdisplay.json';
const DAY_MS = 86_400_000;

export type ContainerState = {
  readonly active: boolean;
  readonly startedMs: number;
  readonly licence: { readonly product: string; readonly expiry: string } | null;
};

export const containerState = ({ files }: Guest): ContainerState | null => {
  const text = files.text(STATE);
  return text === undefined ? null : (JSON.parse(text) as ContainerState);
};
export const setContainerState = ({ files }: Guest, state: ContainerState | null): void => {
  if (state === null) files.removeTree(STATE);
  else files.write(STATE, JSON.stringify(state));
};

const PRODUCTS: Readonly<Record<string, string>> = {
  Q: 'NVIDIA RTX Virtual Workstation',
  C: 'NVIDIA Virtual Compute Server',
  B: 'NVIDIA Virtual PC',
  A: 'NVIDIA Virtual Applications',
};

export const vgpuTypeOf = ({ ids }: Device) => {
  const [, device = '', subsystem = ''] = /DEV_([0-9A-F]{4})&SUBSYS_([0-9A-F]{4})/.exec(ids) ?? [];
  return vgpuTypeByIds(device.toLowerCase(), subsystem.toLowerCase());
};

const featureType = ({ registry }: Guest): number | null => {
  const value = KEYS.flatMap((key) => registry.valuesOf(key)?.filter(({ name }) => /^FeatureType$/i.test(name)) ?? []).at(-1);
  return value === undefined ? null : Number.parseInt(value.bytes.slice(0, 2), 16);
};

/** What the guest asks for; null: nothing that it may have. */
export function requestedProduct(guest: Guest): string | null {
  const card = devicesIn(guest.files).find(isNvidias);
  const series = card && vgpuTypeOf(card)?.series;
  const feature = featureType(guest);
  if (series !== undefined) return feature === 0 ? null : (PRODUCTS[series] ?? null);
  return feature === 2 ? 'NVIDIA RTX Virtual Workstation' : feature === 4 ? 'NVIDIA Virtual Compute Server' : null;
}

function tokenOf({ files, registry, now }: Guest): ReturnType<typeof readToken> | null {
  const named = KEYS.flatMap((key) => registry.valuesOf(key) ?? []).find(({ name }) => /^ClientConfigTokenPath$/i.test(name));
  const folder = placeOf((named && stringIn(named)) ?? `${LICENSING_FOLDER}\\ClientConfigToken`);
  const [name] = files.names(folder) ?? [];
  const entry = name === undefined ? undefined : files.behind(`${folder}/${name}`);
  return entry?.kind === 'file' ? readToken(entry.bytes, new Date(now())) : null;
}

/** `Sun Nov 22 09:00:01 2026:<1>:…`, in the guest's time. */
export function containerLine(ms: number, text: string): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} ${year}:<1>:${text}\r\n`;
}

function log({ files, now }: Guest, ...lines: readonly string[]): void {
  files.write(LOG, `${files.text(LOG) ?? ''}${lines.map((line) => containerLine(now(), line)).join('')}`);
}

function acquire(guest: Guest): ContainerState['licence'] {
  const [token, product] = [tokenOf(guest), requestedProduct(guest)];
  if (token === null) {
    log(guest, 'Unable to fetch the client configuration token file');
    return null;
  }
  if (product === null || !token.valid) {
    log(guest, product === null ? 'Invalid feature type in the registry' : 'Failed to acquire license');
    return null;
  }
  const expiry = `${new Date(guest.now() + DAY_MS).toISOString().slice(0, 19).replace('T', ' ').replace(/-0?/g, '-')} GMT`;
  log(
    guest,
    `Acquiring license. (Info: dls.example.com; ${product})`,
    `License acquired successfully. (Info: dls.example.com, ${product}; Expiry: ${expiry})`,
  );
  return { product, expiry };
}

/** What NVIDIA's setup registers as a service. */
export const isInstalled = ({ registry }: Guest): boolean => registry.valuesOf(`${SERVICES}\\${CONTAINER_SERVICE}`) !== undefined;

export function startContainer(guest: Guest): boolean {
  if (!isInstalled(guest)) return false;
  const works = devicesIn(guest.files).some(worksWithDriver);
  log(guest, 'vGPU Software package (0)', 'NLS initialized');
  setContainerState(guest, { active: true, startedMs: guest.now(), licence: works ? acquire(guest) : null });
  return true;
}

const stopped = (guest: Guest): void => {
  const state = containerState(guest);
  setContainerState(guest, state && { ...state, active: false, licence: null });
};

const NO_SUCH_SERVICE = 1060;
const [STOPPED, RUNNING] = ['1  STOPPED', '4  RUNNING'];

/** `sc.exe query NVDisplay.ContainerLocalSystem` */
export const sc: Program = (_, guest) => {
  if (!isInstalled(guest))
    return failed(`[SC] EnumQueryServicesStatus:OpenService FAILED ${String(NO_SUCH_SERVICE)}:\r\n`, NO_SUCH_SERVICE);
  const state = containerState(guest)?.active === true ? RUNNING : STOPPED;
  return succeeded(
    `\r\nSERVICE_NAME: ${CONTAINER_SERVICE}\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n        STATE              : ${state}\r\n        WIN32_EXIT_CODE    : 0  (0x0)\r\n`,
  );
};

export const net: Program = ([, verb], guest) => {
  if (!isInstalled(guest)) return { exitCode: 2 };
  if (verb === 'stop') stopped(guest);
  else startContainer(guest);
  return succeeded();
};
