/** What the first bytes of a server's answer to a ClientHello tell, before any of it can be trusted. */

const HANDSHAKE = 0x16;
const ALERT = 0x15;
const SERVER_HELLO = 2;
/** Record header 5, handshake header 4, protocol version 2; then the server's random, which once began with its clock. */
const RANDOM_AT = 11;

export type FirstAnswer =
  | {
      readonly kind: 'tls';
      /** Unix seconds, where the server still sends them (TLS 1.2 and older; RFC 5246, 7.4.1.3); else any number. */ readonly seconds:
        number | null;
    }
  | { readonly kind: 'text'; readonly line: string; /** Of a `Date:` header, ISO 8601. */ readonly date: string | null }
  | { readonly kind: 'other' };

function textAnswer(bytes: Uint8Array): FirstAnswer {
  const text = new TextDecoder('latin1').decode(bytes);
  const line = (text.split(/\r?\n/)[0] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 80);
  const stated = /^date:\s*(.+?)\s*$/im.exec(text)?.[1];
  const date = stated === undefined ? Number.NaN : Date.parse(stated);
  return { kind: 'text', line, date: Number.isNaN(date) ? null : new Date(date).toISOString() };
}

const isText = (bytes: Uint8Array): boolean =>
  bytes.length > 3 && bytes.subarray(0, 4).every((byte) => byte >= 0x20 && byte < 0x7f);

export function firstAnswer(bytes: Uint8Array): FirstAnswer {
  const [type] = bytes;
  if (type === ALERT) return { kind: 'tls', seconds: null };
  if (type !== HANDSHAKE) return isText(bytes) ? textAnswer(bytes) : { kind: 'other' };
  if (bytes[5] !== SERVER_HELLO || bytes.length < RANDOM_AT + 4) return { kind: 'tls', seconds: null };
  return { kind: 'tls', seconds: new DataView(bytes.buffer, bytes.byteOffset).getUint32(RANDOM_AT) };
}
