/**
 * What a client configuration token carries, read leniently: a field of another shape than expected is absent.
 * Fields as NVIDIA's licence system (protocol 2.0) writes them; older tokens lack some.
 */
import type { LicenceServer } from '../domain/media-item.ts';

export type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
const objectsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.map(asObject).filter((one) => one !== null) : [];
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** base64url or base64, padding or not; null where it is neither. */
export function decodeBase64(text: string): Uint8Array | null {
  const plain = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return null;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

/** The claims; null where the text is not the base64url of a JSON object. */
export function decodeJson(text: string): Json | null {
  const bytes = decodeBase64(text);
  if (bytes === null) return null;
  // JSON.parse answers "this is no JSON" by throwing.
  try {
    return asObject(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/** 2200-01-01. What is later was not written in seconds: today's milliseconds are a time in the year 57000 or so. */
const LAST_PLAUSIBLE_SECOND = 7_258_118_400;

const isTime = (claim: unknown): claim is number =>
  typeof claim === 'number' && claim > 0 && claim < LAST_PLAUSIBLE_SECOND;

/** Unix seconds → ISO 8601 UTC; null where there is none, and where it is no such number. */
export const isoTime = (seconds: unknown): string | null =>
  isTime(seconds) ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : null;

/** A claim that is there and is no time (RFC 7519, section 2: a number of seconds). Such a token says nothing of when it is valid. */
export const misdatedClaim = (payload: Json): 'iat' | 'nbf' | 'exp' | undefined =>
  (['exp', 'nbf', 'iat'] as const).find((name) => (payload[name] ?? null) !== null && !isTime(payload[name]));

/** For showing: no control characters (a token could carry terminal codes), and never long. */
export function issuerOf(payload: Json): string | null {
  const text = textIn(payload['iss'])
    ?.replace(/[^\x20-\x7e]/g, '')
    .trim();
  return text === undefined || text === '' ? null : text.slice(0, 100);
}

const port = (value: unknown): number | null => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 65536 ? number : null;
};

/** `url` is a bare host or address; a scheme, a port or a path are taken off in case. */
function hostOf(url: unknown): string | null {
  const host = textIn(url)
    ?.trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/.*$/, '');
  const bare = host?.replace(/^\[([0-9a-f:.]+)\](:\d+)?$/i, '$1').replace(/^([^:]+):\d+$/, '$1');
  // `<host-1>`: in a capture, names have been replaced.
  return bare !== undefined && /^(?:[\w.:-]{1,253}|<[a-z]+-\d+>)$/.test(bare) ? bare : null;
}

/** The servers in the token's order, each with the ports of its port set, each port once. */
export function serversOf(payload: Json): readonly LicenceServer[] {
  const configuration = asObject(payload['service_instance_configuration']) ?? {};
  const sets = objectsIn(configuration['svc_port_set_list']);
  return objectsIn(configuration['node_url_list']).flatMap((node) => {
    const host = hostOf(node['url']);
    if (host === null) return [];
    const set = sets.find(({ idx }) => idx === node['svc_port_set_idx']) ?? (sets.length === 1 ? sets[0] : undefined);
    const ports = objectsIn(set?.['svc_port_map']).flatMap((service) => port(service['port']) ?? []);
    return [{ host, ports: [...new Set(ports)] }];
  });
}

function bitsOfNumber(bytes: Uint8Array): number | null {
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first < 0) return null;
  return (bytes.length - first - 1) * 8 + (32 - Math.clz32(bytes[first] ?? 0));
}

/** The modulus is the first INTEGER of 64 bytes or more in the DER of an RSA public key (PKCS#1 or SubjectPublicKeyInfo). */
function bitsOfPem(pem: string): number | null {
  const der = decodeBase64(pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''));
  if (der === null) return null;
  for (let at = 0; at + 4 < der.length; at++) {
    if (der[at] !== 0x02 || der[at + 1] !== 0x82) continue;
    const length = ((der[at + 2] ?? 0) << 8) | (der[at + 3] ?? 0);
    if (length >= 64 && at + 4 + length <= der.length) return bitsOfNumber(der.subarray(at + 4, at + 4 + length));
  }
  return null;
}

/** Size of the licence service's RSA key, from its modulus (hexadecimal) or its PEM. */
export function publicKeyBitsOf(payload: Json): number | null {
  const keys = asObject(payload['service_instance_public_key_configuration']) ?? {};
  const modulus = textIn(asObject(keys['service_instance_public_key_me'])?.['mod'])
    ?.replace(/^0x/i, '')
    .replace(/^0+/, '');
  if (modulus !== undefined && /^[0-9a-f]+$/i.test(modulus)) {
    return (modulus.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(modulus.slice(0, 1), 16)));
  }
  const pem = textIn(keys['service_instance_public_key_pem']);
  return pem === null ? null : bitsOfPem(pem);
}
