/** Bytes that `readToken` reads as it read a token that is not here: what a capture keeps of a token is what it says, never itself. */
import type { TokenReading } from '../domain/media-item.ts';
import { TOKEN_LIMIT_BYTES } from './token.ts';

const SMALLEST_SIGNATURE_BYTES = 256;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const base64url = (value: unknown): string =>
  btoa(String.fromCharCode(...encode(JSON.stringify(value))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const seconds = (iso: string | null): number | undefined => (iso === null ? undefined : Date.parse(iso) / 1000);

/** A number of so many bits, hexadecimal. */
const modulusOf = (bits: number): string =>
  `${(1 << ((bits - 1) % 4)).toString(16)}${'0'.repeat(Math.ceil(bits / 4) - 1)}`;

const payloadOf = ({ issuer, issuedAt, notBefore, expiresAt, servers, publicKeyBits }: TokenReading): unknown => ({
  ...(issuer !== null && { iss: issuer }),
  iat: seconds(issuedAt),
  nbf: seconds(notBefore),
  exp: seconds(expiresAt),
  service_instance_configuration: {
    svc_port_set_list: servers.map(({ ports }, idx) => ({ idx, svc_port_map: ports.map((port) => ({ port })) })),
    node_url_list: servers.map(({ host }, idx) => ({ idx, url: host, svc_port_set_idx: idx })),
  },
  ...(publicKeyBits !== null && {
    service_instance_public_key_configuration: { service_instance_public_key_me: { mod: modulusOf(publicKeyBits) } },
  }),
});

const HEADER = base64url({ alg: 'RS256' });

function whole(reading: TokenReading): string {
  const bytes = reading.publicKeyBits === null ? SMALLEST_SIGNATURE_BYTES : Math.ceil(reading.publicKeyBits / 8);
  return `${HEADER}.${base64url(payloadOf(reading))}.${'A'.repeat(Math.ceil((bytes * 8) / 6))}`;
}

const isEmpty = ({ issuer, issuedAt, notBefore, expiresAt, servers }: TokenReading): boolean =>
  [issuer, issuedAt, notBefore, expiresAt].every((one) => one === null) && servers.length === 0;

function errorAnswer({ why }: TokenReading): string {
  const given = why?.values?.['code'];
  const code = typeof given === 'string' ? given : 'XML';
  if (code === 'JSON') return '{}';
  return code === 'XML' ? '<?xml version="1.0"?>' : `<Error><Code>${code}</Code></Error>`;
}

const LOOKS: Readonly<Record<string, (reading: TokenReading) => string>> = {
  'token.empty': () => '',
  'token.html': () => '<!doctype html>',
  'token.error-answer': errorAnswer,
  'token.binary': () => 'ABCDEFGH\0',
  'token.gridd-conf': () => 'FeatureType=1\n',
  'token.pem': () => '-----BEGIN -----',
  'token.garbage': () => 'x',
  'token.foreign': () => `${base64url({ alg: 'none' })}.${base64url({})}.AA`,
  'token.too-large': () => '0'.repeat(TOKEN_LIMIT_BYTES + 1),
  'token.altered': () => `${HEADER}.AA.AA`,
  'token.truncated': (reading) => (isEmpty(reading) ? HEADER : whole(reading).slice(0, -40)),
  'token.byte-order-mark': (reading) => `\ufeff${whole(reading)}`,
  'token.carriage-return': (reading) => `${whole(reading)}\r\n`,
  'token.wrapped': (reading) => whole(reading).replace('.', '.\n'),
};

/** `reading`: made without a clock, so that its times are judged anew. */
export function tokenLike(reading: TokenReading): Uint8Array {
  const key = reading.why?.key ?? '';
  if (key === 'token.utf-16') return Uint8Array.of(0xff, 0xfe, 0x41, 0);
  return encode((LOOKS[key] ?? whole)(reading));
}
