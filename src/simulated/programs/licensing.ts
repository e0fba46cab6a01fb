/** The licensing service of a simulated guest: reads its configuration and token as the real one does, and logs its lines. */
import { vgpuTypeByIds } from '../../catalog/vgpu-types.ts';
import { readToken } from '../../media/token.ts';
import { failed, succeeded, type Guest, type Program } from '../guest.ts';
import type { Files } from '../files.ts';
import { nvidiaCards } from '../hardware.ts';
import { loadedModule } from './kernel.ts';

const STATE = '/run/nvidia-gridd/state';
const JOURNAL = '/run/log/nvidia-gridd';
const UNIT = '/lib/systemd/system/nvidia-gridd.service';
const ENABLED = '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service';
const TOKENS = '/etc/nvidia/ClientConfigToken';

type State = {
  readonly active: boolean;
  readonly startedMs: number;
  readonly product: string | null;
  readonly expiry: string | null;
};

const stateOf = (files: Files): State | null => {
  const text = files.text(STATE);
  return text === undefined ? null : (JSON.parse(text) as State);
};

/** The licence that is held now, of the service that runs. */
export const heldLicence = (files: Files): { readonly product: string; readonly expiry: string } | null => {
  const state = stateOf(files);
  return state?.active === true && state.product !== null && state.expiry !== null
    ? { product: state.product, expiry: state.expiry }
    : null;
};

const idOf = (files: Files, address: string, name: string): string =>
  (files.text(`/sys/bus/pci/devices/${address}/${name}`) ?? '').trim().replace('0x', '');

/** The vGPU type of a card, by its ids; null for a card that is passed through. */
export const typeOf = (files: Files, address: string) =>
  vgpuTypeByIds(idOf(files, address, 'device'), idOf(files, address, 'subsystem_device'));

const PRODUCTS: Readonly<Record<string, string>> = {
  Q: 'NVIDIA RTX Virtual Workstation',
  C: 'NVIDIA Virtual Compute Server',
  B: 'NVIDIA Virtual PC',
  A: 'NVIDIA Virtual Applications',
};

/** What the service asks for: by the vGPU's series, or by FeatureType where the card is passed through. */
export function requestedProduct(files: Files): string | null {
  const card = nvidiaCards(files)[0];
  const series = card === undefined ? undefined : typeOf(files, card)?.series;
  if (series !== undefined) return PRODUCTS[series] ?? null;
  const feature = /^\s*FeatureType\s*=\s*(\d)/m.exec(files.text('/etc/nvidia/gridd.conf') ?? '')?.[1];
  return feature === '2' ? 'NVIDIA RTX Virtual Workstation' : feature === '4' ? 'NVIDIA Virtual Compute Server' : null;
}

const stamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
const DAY_MS = 86_400_000;

/** As nvidia-smi prints it: no zero padding. */
const expiryText = (ms: number): string => {
  const date = new Date(ms);
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join('-');
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].join(':')} GMT`;
};

/** Starts the service anew: token, request, licence; each as one line of its log. */
export function startLicensing(guest: Guest): void {
  const { files } = guest;
  if (files.at(UNIT) === undefined) return;
  guest.wait(1000);
  const now = guest.now();
  const lines: string[] = [];
  const log = (text: string) => lines.push(`${stamp(guest.now())} guest nvidia-gridd[812]: ${text}`);
  const finish = (active: boolean, product: string | null) => {
    const expiry = product === null ? null : expiryText(now + DAY_MS);
    files.write(STATE, JSON.stringify({ active, startedMs: now, product, expiry } satisfies State));
    files.write(JOURNAL, `${files.text(JOURNAL) ?? ''}${lines.join('\n')}\n`);
  };
  log('Started (812)');
  const provider = providerLicence(files);
  if (provider !== null) {
    log('vGPU Software package (1)');
    log(`License acquired successfully. (Info: ${provider}; Expiry: ${expiryText(now + DAY_MS)})`);
    finish(true, provider);
    return;
  }
  log('vGPU Software package (0)');
  log('Ignore service provider and node-locked licensing');
  const name = files.names(TOKENS)?.[0];
  const product = requestedProduct(files);
  if (name === undefined || product === null || loadedModule(files)?.licensed !== true) {
    log(
      name === undefined
        ? 'Unable to fetch the client configuration token file'
        : 'Licensing not supported for GPUs in the system',
    );
    finish(true, null);
    return;
  }
  log('NLS initialized');
  const reading = readToken(new TextEncoder().encode(files.text(`${TOKENS}/${name}`) ?? ''), new Date(now));
  if (!reading.valid) {
    log('Failed to decode signature from token received');
    log('Failed to setup cloud License Manager: 3');
    finish(false, null);
    return;
  }
  const server = reading.servers[0]?.host ?? 'licence server';
  log(`Acquiring license. (Info: ${server}; ${product})`);
  log(`License acquired successfully. (Info: ${server}, ${product}; Expiry: ${expiryText(now + DAY_MS)})`);
  finish(true, product);
}

/** A cloud that licenses by itself hands out the licence without a token. */
const providerLicence = (files: Files): string | null =>
  files.text('/sys/class/dmi/id/chassis_asset_tag')?.startsWith('7783-7084-3265-9085-8269-3286-77') === true &&
  loadedModule(files)?.licensed === true
    ? requestedProduct(files)
    : null;

const systemdTime = (ms: number): string =>
  `Sun ${new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z/, ' UTC')}`;

function show(files: Files): string {
  if (files.at(UNIT) === undefined)
    return 'LoadState=not-found\nActiveState=inactive\nSubState=dead\nExecMainStartTimestamp=\n';
  const state = stateOf(files);
  const active = state?.active === true;
  const started = state === null ? '' : systemdTime(state.startedMs);
  return `LoadState=loaded\nActiveState=${active ? 'active' : 'failed'}\nSubState=${active ? 'running' : 'dead'}\nExecMainStartTimestamp=${started}\nActiveEnterTimestamp=${started}\n`;
}

export const systemctl: Program = ([, verb = '', ...words], guest) => {
  const { files } = guest;
  const gridd = words.some((word) => word.startsWith('nvidia-gridd'));
  switch (verb) {
    case 'show':
      return succeeded(show(files));
    case 'show-environment':
      return succeeded('LANG=C.UTF-8\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n');
    case 'enable':
      if (gridd && files.at(UNIT) === undefined)
        return failed('Failed to enable unit: Unit file nvidia-gridd.service does not exist.');
      if (gridd) {
        files.link(ENABLED, UNIT);
        if (words.includes('--now') && stateOf(files)?.active !== true) startLicensing(guest);
      }
      return succeeded();
    case 'restart':
    case 'try-restart':
      if (gridd) startLicensing(guest);
      return succeeded();
    case 'is-enabled':
      return files.at(ENABLED) === undefined ? failed('disabled') : succeeded('enabled\n');
    case 'disable':
    case 'stop':
      if (gridd) files.removeTree(STATE);
      if (gridd && verb === 'disable') files.removeTree(ENABLED);
      return succeeded();
    default:
      return succeeded();
  }
};

export const journalctl: Program = (command, { files }) =>
  succeeded(command.includes('nvidia-gridd') ? (files.text(JOURNAL) ?? '-- No entries --\n') : '');

/** At boot: a new journal, and the service where it is enabled. */
export function bootLicensing(guest: Guest): void {
  guest.files.removeTree(STATE);
  guest.files.removeTree(JOURNAL);
  if (guest.files.at(ENABLED) !== undefined) startLicensing(guest);
}
