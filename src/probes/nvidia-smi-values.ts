import type { SmiGpu, SmiLicence } from './nvidia-smi.ts';

/** How nvidia-smi writes its values, in text and XML alike. */

const NOTHING =
  /^(|N\/A|Not Available|Not Found|ERR!|\[?N\/A\]?|Unknown Error|Requested functionality has been deprecated)$/i;

export const valueOrNull = (text: string | undefined): string | null =>
  text === undefined || NOTHING.test(text.trim()) ? null : text.trim();

/** `00000000:00:10.0` → `0000:00:10.0`: its domains have eight digits, the kernel's four. Null where it is no address. */
export function addressOf(text: string | undefined): string | null {
  const match = /^(?:[0-9a-f]{0,4})?([0-9a-f]{4}):([0-9a-f]{2}:[0-9a-f]{2}\.[0-7])$/i.exec(text?.trim() ?? '');
  return match ? `${match[1] ?? ''}:${match[2] ?? ''}`.toLowerCase() : null;
}

/** `0x223010DE`: device, then vendor. */
export function idsOf(text: string | undefined): { readonly device: string | null; readonly vendor: string | null } {
  const match = /^0x([0-9a-f]{4})([0-9a-f]{4})$/i.exec(text?.trim() ?? '');
  return { device: match?.[1]?.toLowerCase() ?? null, vendor: match?.[2]?.toLowerCase() ?? null };
}

const MODES: Readonly<Record<string, SmiGpu['virtualizationMode']>> = {
  none: 'none',
  'pass-through': 'pass-through',
  passthrough: 'pass-through',
  vgpu: 'vgpu',
  'host vgpu': 'host-vgpu',
  'host vsga': 'host-vsga',
};
export const modeOf = (text: string | undefined): SmiGpu['virtualizationMode'] =>
  MODES[text?.trim().toLowerCase() ?? ''] ?? null;

export function switchOf(text: string | undefined): 'enabled' | 'disabled' | null {
  const word = text?.trim().toLowerCase();
  return word === 'enabled' || word === 'disabled' ? word : null;
}

const STATES: Readonly<Record<string, SmiLicence['state']>> = {
  licensed: 'licensed',
  unlicensed: 'unlicensed',
  'unlicensed (unrestricted)': 'unlicensed-unrestricted',
  'unlicensed (restricted)': 'unlicensed-restricted',
};

/** `2022-5-27 0:8:28 GMT` → `2022-05-27T00:08:28Z`: nvidia-smi pads nothing. Null for `N/A`, `ERR!`, `Not Available`. */
export function expiryOf(text: string): string | null {
  if (/^permanent$/i.test(text.trim())) return 'permanent';
  const match = /(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  if (!match) return null;
  const [year = '', month = '', day = '', ...time] = match.slice(1).map((part) => part.padStart(2, '0'));
  const expiry = `${year}-${month}-${day}T${time.join(':')}Z`;
  return Number.isNaN(Date.parse(expiry)) ? null : expiry;
}

/** `Licensed (Expiry: 2022-5-27 0:8:28 GMT)`, `Unlicensed (Restricted)`, … */
export function licenceOf(product: string | undefined, status: string): SmiLicence {
  const text = status.trim();
  const expiry = /\(Expiry:([^)]*)\)?/i.exec(text);
  const state = text.replace(/\s*\(Expiry:.*$/i, '').toLowerCase();
  return {
    product: valueOrNull(product),
    state: STATES[state] ?? 'unknown',
    expiry: expiry ? expiryOf(expiry[1] ?? '') : null,
    text,
  };
}

/** `WDDM`, `TCC`, `MCDM`; nothing for `N/A`, which is what Linux says. */
export function driverModelOf(text: string | undefined): Pick<SmiGpu, 'driverModel'> {
  const word = text?.trim().toLowerCase();
  return word === 'wddm' || word === 'tcc' || word === 'mcdm' ? { driverModel: word } : {};
}

/** Of a mode now and the one to come: the one to come where it is another. */
export function pendingOf(current: string | undefined, pending: string | undefined): Pick<SmiGpu, 'migPending'> {
  const [now, soon] = [switchOf(current), switchOf(pending)];
  return now !== null && soon !== null && now !== soon ? { migPending: soon } : {};
}

const FABRIC_STATES = ['Not Started', 'In Progress', 'Completed'] as const;

/** NVML's states of a GPU's registration with the fabric. `N/A`: there is no NVSwitch. */
export function fabricOf(text: string | undefined): Pick<SmiGpu, 'fabric'> {
  const state = FABRIC_STATES.find((one) => one.toLowerCase() === text?.trim().toLowerCase());
  return state === undefined ? {} : { fabric: state };
}

/** A GPU of which nothing is said. */
export const unsaid: SmiGpu = {
  address: null,
  productName: null,
  productBrand: null,
  architecture: null,
  virtualizationMode: null,
  hostVgpuMode: null,
  deviceId: null,
  vendorId: null,
  subsystemVendorId: null,
  subsystemDeviceId: null,
  migMode: null,
  persistenceMode: null,
  licence: null,
};
