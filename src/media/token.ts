/**
 * A client configuration token: a compact JWS (`header.payload.signature`, base64url, RS256). It is decoded and judged by
 * its form, its times and the length of its signature. The signature itself is not verified: NVIDIA's key is not public.
 */
import type { TokenReading } from '../domain/media-item.ts';
import { say, type Said } from '../words/say.ts';
import { readSavedText, type SavedText } from './saved-text.ts';
import {
  decodeBase64,
  decodeJson,
  isoTime,
  issuerOf,
  misdatedClaim,
  publicKeyBitsOf,
  serversOf,
  type Json,
} from './token-payload.ts';

/** To be said beside every token that is called valid. */
export const tokenCaveat: Said = say('token.signature-not-verified');

/** A token is a few KiB; what is larger is something else. */
export const TOKEN_LIMIT_BYTES = 256 * 1024;
/** RS256 asks for keys of 2048 bits or more (RFC 7518, section 3.3). */
const SMALLEST_SIGNATURE_BYTES = 256;

type Trouble = Exclude<TokenReading['trouble'], 'none'>;
type Contents = Omit<TokenReading, 'valid' | 'why' | 'trouble'>;

const NOTHING: Contents = {
  issuer: null,
  issuedAt: null,
  notBefore: null,
  expiresAt: null,
  servers: [],
  publicKeyBits: null,
};

const refuse = (trouble: Trouble, why: Said, contents: Contents = NOTHING): TokenReading => ({
  ...contents,
  valid: false,
  why,
  trouble,
});

/** What the file is, where it is no text that could be a token. */
function notText(saved: Exclude<SavedText, { kind: 'text' }>): TokenReading {
  switch (saved.kind) {
    case 'empty':
      return refuse('not-a-token', say('token.empty'));
    case 'html':
      return refuse('html', say('token.html'));
    case 'xml':
    case 'json':
      return refuse('not-a-token', say('token.error-answer', { code: saved.code ?? saved.kind.toUpperCase() }));
    case 'utf-16':
      return refuse('altered', say('token.utf-16'));
    case 'binary':
      return refuse('not-a-token', say('token.binary'));
  }
}

/** What else lies in token folders in the field: a stray gridd.conf, a certificate. */
function otherText(text: string): TokenReading {
  if (/^\s*(#.*)?\s*(ServerAddress|ServerPort|FeatureType)\s*=/im.test(text)) {
    return refuse('not-a-token', say('token.gridd-conf'));
  }
  if (text.includes('-----BEGIN ')) return refuse('not-a-token', say('token.pem'));
  return refuse('not-a-token', say('token.garbage'));
}

const contentsOf = (payload: Json): Contents => ({
  issuer: issuerOf(payload),
  issuedAt: isoTime(payload['iat']),
  notBefore: isoTime(payload['nbf']),
  expiresAt: isoTime(payload['exp']),
  servers: serversOf(payload),
  publicKeyBits: publicKeyBitsOf(payload),
});

function judgeTimes(contents: Contents, now: Date): TokenReading | null {
  const { expiresAt } = contents;
  const begins = contents.notBefore ?? contents.issuedAt;
  const today = now.toISOString().replace(/\.\d+Z$/, 'Z');
  if (expiresAt !== null && Date.parse(expiresAt) <= now.getTime()) {
    return refuse('expired', say('token.expired', { expired: expiresAt, now: today }), contents);
  }
  if (begins !== null && Date.parse(begins) > now.getTime()) {
    return refuse('not-yet-valid', say('token.not-yet-valid', { begins, now: today }), contents);
  }
  return null;
}

function judgeParts(header: Json, payload: Json, signature: string, now: Date | null): TokenReading {
  if (header['alg'] !== 'RS256') return refuse('not-a-token', say('token.foreign'));
  if (typeof payload['service_instance_configuration'] !== 'object') return refuse('not-a-token', say('token.foreign'));
  const contents = contentsOf(payload);
  const bytes = decodeBase64(signature);
  const wanted = contents.publicKeyBits === null ? SMALLEST_SIGNATURE_BYTES : Math.ceil(contents.publicKeyBits / 8);
  // Cut base64 may be of a length that does not decode: that too is an end that is missing.
  if (bytes === null || bytes.length < wanted) return refuse('truncated', say('token.truncated'), contents);
  const claim = misdatedClaim(payload);
  if (claim !== undefined) return refuse('altered', say('token.misdated', { claim }), contents);
  const untimely = now && judgeTimes(contents, now);
  return untimely ?? { valid: true, why: null, trouble: 'none', ...contents };
}

function judgeText(token: string, now: Date | null): TokenReading {
  const [first = '', second, third, ...more] = token.split('.');
  const header = decodeJson(first);
  if (header === null) {
    // Every JWS begins with the base64 of `{"`. Cut inside its header, it has no dot.
    return token.startsWith('eyJ') && second === undefined
      ? refuse('truncated', say('token.truncated'))
      : refuse('not-a-token', say('token.garbage'));
  }
  if (second === undefined || third === undefined) return refuse('truncated', say('token.truncated'));
  const payload = decodeJson(second);
  if (payload === null || more.length > 0) return refuse('altered', say('token.altered'));
  return judgeParts(header, payload, third, now);
}

function changedOnTheWay(text: string, byteOrderMark: boolean, contents: Contents): TokenReading | null {
  if (byteOrderMark) return refuse('altered', say('token.byte-order-mark'), contents);
  if (text.includes('\r')) return refuse('altered', say('token.carriage-return'), contents);
  return /\s/.test(text.replace(/\n+$/, '')) ? refuse('altered', say('token.wrapped'), contents) : null;
}

/**
 * Reads a token file as it stands. One line feed at its end is harmless; any other change (byte order mark, carriage
 * return, wrapped lines, UTF-16) is `altered`, as the file is installed byte for byte. `now`: null leaves the times unjudged.
 */
export function readToken(bytes: Uint8Array, now: Date | null): TokenReading {
  if (bytes.length > TOKEN_LIMIT_BYTES) return refuse('not-a-token', say('token.too-large'));
  const saved = readSavedText(bytes);
  if (saved.kind !== 'text') return notText(saved);
  const bare = saved.text.replace(/^\ufeff/, '').replace(/\s+/g, '');
  const reading = /^[\w.=-]+$/.test(bare) ? judgeText(bare, now) : null;
  if (reading === null || reading.why?.key === 'token.garbage') return otherText(saved.text);
  if (reading.trouble === 'altered' || reading.trouble === 'not-a-token') return reading;
  return changedOnTheWay(saved.text, saved.byteOrderMark, reading) ?? reading;
}
