/** The licensing service of a simulated guest: reads its configuration and token as the real one does, and logs its lines. */
import { vgpuTypeByIds } from '../../catalog/vgpu-types.ts';
import { readToken } from '../../media/token.ts';
import { failed, succeeded, type Guest, type Program, type Said } from '../guest.ts';
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

type Ended = { readonly active: boolean; readonly product: string | null; readonly lines: readonly string[] };

const acquired = (server: string, product: string, now: number): string =>
  `License acquired successfully. (Info: ${server}${product}; Expiry: ${expiryText(now + DAY_MS)})`;

/** By the token in its folder, as the service reads it when it starts. */
function byToken(files: Files, now: number): Ended {
  const start = ['vGPU Software package (0)', 'Ignore service provider and node-locked licensing'];
  const name = files.names(TOKENS)?.[0];
  if (name === undefined)
    return { active: true, product: null, lines: [...start, 'Unable to fetch the client configuration token file'] };
  const product = requestedProduct(files);
  if (product === null || loadedModule(files)?.licensed !== true)
    return { active: true, product: null, lines: [...start, 'Licensing not supported for GPUs in the system'] };
  const reading = readToken(new TextEncoder().encode(files.text(`${TOKENS}/${name}`) ?? ''), new Date(now));
  if (!reading.valid)
    return {
      active: false,
      product: null,
      lines: [...start, 'Failed to decode signature from token received', 'Failed to setup cloud License Manager: 3'],
    };
  const server = reading.servers[0]?.host ?? 'licence server';
  const lines = [
    'NLS initialized',
    `Acquiring license. (Info: ${server}; ${product})`,
    acquired(`${server}, `, product, now),
  ];
  return { active: true, product, lines: [...start, ...lines] };
}

/** Starts the service anew: token, request, licence; each as one line of its log. */
export function startLicensing(guest: Guest): void {
  const { files } = guest;
  if (files.at(UNIT) === undefined) return;
  guest.wait(1000);
  const now = guest.now();
  const provider = providerLicence(files);
  const { active, product, lines } =
    provider === null
      ? byToken(files, now)
      : { active: true, product: provider, lines: ['vGPU Software package (1)', acquired('', provider, now)] };
  const expiry = product === null ? null : expiryText(now + DAY_MS);
  files.write(STATE, JSON.stringify({ active, startedMs: now, product, expiry } satisfies State));
  const logged = ['Started (812)', ...lines].map((text) => `${stamp(now)} guest nvidia-gridd[812]: ${text}\n`);
  files.write(JOURNAL, `${files.text(JOURNAL) ?? ''}${logged.join('')}`);
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

type Verb = (words: readonly string[], guest: Guest) => Said;

const isOurs = (words: readonly string[]): boolean => words.some((word) => word.startsWith('nvidia-gridd'));

function enable(words: readonly string[], guest: Guest): Said {
  const { files } = guest;
  if (!isOurs(words)) return succeeded();
  if (files.at(UNIT) === undefined)
    return failed('Failed to enable unit: Unit file nvidia-gridd.service does not exist.');
  files.link(ENABLED, UNIT);
  if (words.includes('--now') && stateOf(files)?.active !== true) startLicensing(guest);
  return succeeded();
}

function restart(words: readonly string[], guest: Guest): Said {
  if (isOurs(words)) startLicensing(guest);
  return succeeded();
}

function stop(words: readonly string[], { files }: Guest): Said {
  if (isOurs(words)) files.removeTree(STATE);
  return succeeded();
}

const VERBS: Readonly<Record<string, Verb>> = {
  show: (_words, { files }) => succeeded(show(files)),
  'show-environment': () =>
    succeeded('LANG=C.UTF-8\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n'),
  enable,
  restart,
  'try-restart': restart,
  stop,
  disable: (words, guest) => {
    if (isOurs(words)) guest.files.removeTree(ENABLED);
    return stop(words, guest);
  },
};

export const systemctl: Program = ([, verb = '', ...words], guest) => VERBS[verb]?.(words, guest) ?? succeeded();

export const journalctl: Program = (command, { files }) =>
  succeeded(command.includes('nvidia-gridd') ? (files.text(JOURNAL) ?? '-- No entries --\n') : '');

/** At boot: a new journal, and the service where it is enabled. */
export function bootLicensing(guest: Guest): void {
  guest.files.removeTree(STATE);
  guest.files.removeTree(JOURNAL);
  if (guest.files.at(ENABLED) !== undefined) startLicensing(guest);
}
