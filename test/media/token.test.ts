import { describe, expect, test } from 'vitest';
import { readToken } from '../../src/media/token.ts';
import { bytesOf, makeToken, seconds, tokenClaims } from './make-token.ts';

const now = new Date('2026-11-22T00:00:00Z');
const token = makeToken();
const read = (text: string, at: Date | null = now) => readToken(bytesOf(text), at);

describe('a token as the portal gives it', () => {
  test('is valid, with issuer, times, servers and key size', () => {
    expect(read(token)).toEqual({
      valid: true,
      why: null,
      trouble: 'none',
      issuer: 'NLS Service Instance',
      issuedAt: '2026-03-28T16:16:36Z',
      notBefore: '2026-03-28T16:16:36Z',
      expiresAt: '2038-03-28T16:16:36Z',
      servers: [{ host: 'dls.example.org', ports: [443, 80] }],
      publicKeyBits: 2048,
    });
  });
  test('may end in a line feed', () => {
    expect(read(`${token}\n`).valid).toBe(true);
  });
  test('tells the key size from the PEM where the modulus is not given', () => {
    const { service_instance_public_key_pem } = tokenClaims.service_instance_public_key_configuration;
    const claims = { service_instance_public_key_configuration: { service_instance_public_key_pem } };
    expect(read(makeToken(claims)).publicKeyBits).toBe(2048);
  });
  test('without protocol_version and nbf, as older services write it, is valid', () => {
    expect(read(makeToken({ protocol_version: undefined, nbf: undefined })).valid).toBe(true);
  });
  test('names several servers, each with its own ports', () => {
    const service_instance_configuration = {
      svc_port_set_list: [
        { idx: 0, svc_port_map: [{ service: 'auth', port: 443 }] },
        { idx: 7, svc_port_map: [{ service: 'auth', port: '8443' }] },
      ],
      node_url_list: [
        { idx: 0, url: '192.0.2.10', svc_port_set_idx: 0 },
        { idx: 1, url: 'https://dls2.example.org:444/path', svc_port_set_idx: 7 },
        { idx: 2, url: '\u001b[31mred', svc_port_set_idx: 0 },
      ],
    };
    expect(read(makeToken({ service_instance_configuration })).servers).toEqual([
      { host: '192.0.2.10', ports: [443] },
      { host: 'dls2.example.org', ports: [8443] },
    ]);
  });
});

describe('times', () => {
  const expired = makeToken({ exp: seconds('2026-11-21T00:00:00Z') });
  const early = makeToken({ iat: seconds('2026-12-01T00:00:00Z'), nbf: seconds('2026-12-01T00:00:00Z') });

  test('an expired token says when it expired and what the clock says', () => {
    expect(read(expired)).toMatchObject({
      valid: false,
      trouble: 'expired',
      expiresAt: '2026-11-21T00:00:00Z',
      why: { key: 'token.expired', values: { expired: '2026-11-21T00:00:00Z', now: '2026-11-22T00:00:00Z' } },
    });
  });
  test('a token from the future points at the clock', () => {
    expect(read(early)).toMatchObject({ valid: false, trouble: 'not-yet-valid', why: { key: 'token.not-yet-valid' } });
  });
  test('are not judged without a clock', () => {
    expect(read(expired, null).valid).toBe(true);
    expect(read(early, null).valid).toBe(true);
  });
  test('out of any calendar do not break the reading', () => {
    expect(read(makeToken({ exp: 1e300 })).expiresAt).toBeNull();
  });
});

const half = token.slice(0, token.length / 2);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const [header = '', payload = '', signature = ''] = token.split('.');

describe('times that are none', () => {
  const milliseconds = seconds('2038-03-28T16:16:36Z') * 1000;
  test.each([
    ['exp in milliseconds', { exp: milliseconds }, 'exp'],
    ['nbf in milliseconds', { nbf: milliseconds }, 'nbf'],
    ['iat in milliseconds', { iat: milliseconds }, 'iat'],
    ['exp as text', { exp: '2037-01-01' }, 'exp'],
    ['exp of zero', { exp: 0 }, 'exp'],
  ])('%s makes no valid token, and it is said which time it is', (_, claims, claim) => {
    const why = { key: 'token.misdated', values: { claim } };
    expect(read(makeToken(claims))).toMatchObject({ valid: false, trouble: 'altered', why });
    expect(read(makeToken(claims), null)).toMatchObject({ valid: false, why });
  });

  test('without exp a token has no expiry (RFC 7519), and is valid', () => {
    expect(read(makeToken({ exp: undefined }))).toMatchObject({ valid: true, expiresAt: null });
  });
});

describe('what is no token, or not one any more, is named for what it is', () => {
  test.each<[name: string, bytes: Uint8Array, trouble: string, why: string]>([
    ['an empty file', new Uint8Array(), 'not-a-token', 'token.empty'],
    ['white space', bytesOf(' \n'), 'not-a-token', 'token.empty'],
    ['a log-in page', bytesOf('\n<!DOCTYPE html>\n<html><body>Log in</body></html>'), 'html', 'token.html'],
    ['a page with a BOM', bytesOf('\ufeff<HTML><head>'), 'html', 'token.html'],
    [
      "S3's refusal",
      bytesOf('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
      'not-a-token',
      'token.error-answer',
    ],
    ['a JSON error', bytesOf('{"error":"unauthorized"}'), 'not-a-token', 'token.error-answer'],
    ['random bytes', Uint8Array.of(1, 0, 0, 7, 250, 3), 'not-a-token', 'token.binary'],
    [
      'a gridd.conf',
      bytesOf('# /etc/nvidia/gridd.conf\nServerAddress=\nFeatureType=1\n'),
      'not-a-token',
      'token.gridd-conf',
    ],
    ['a one-line gridd.conf', bytesOf('FeatureType=1'), 'not-a-token', 'token.gridd-conf'],
    ['a certificate', bytesOf('-----BEGIN CERTIFICATE-----\nMIIB\n'), 'not-a-token', 'token.pem'],
    ['a note', bytesOf('ask Eve for the token'), 'not-a-token', 'token.garbage'],
    [
      'a JWT of another system',
      bytesOf(makeToken({ service_instance_configuration: undefined })),
      'not-a-token',
      'token.foreign',
    ],
    ['an unsigned JWT', bytesOf(makeToken({}, { alg: 'none' })), 'not-a-token', 'token.foreign'],
    ['a huge file', new Uint8Array(300_000).fill(65), 'not-a-token', 'token.too-large'],
    ['cut in its header', bytesOf(token.slice(0, 20)), 'truncated', 'token.truncated'],
    ['cut in its payload', bytesOf(half), 'truncated', 'token.truncated'],
    ['cut before its signature', bytesOf(`${header}.${payload}.`), 'truncated', 'token.truncated'],
    ['cut by one character', bytesOf(token.slice(0, -1)), 'truncated', 'token.truncated'],
    [
      'with a spoilt payload',
      bytesOf(`${header}.${payload.slice(0, 40)}${payload.slice(50)}.${signature}`),
      'altered',
      'token.altered',
    ],
    ['twice in one file', bytesOf(`${token}\n${token}`), 'altered', 'token.altered'],
    ['saved as UTF-16', utf16(token), 'altered', 'token.utf-16'],
    ['saved with a BOM', bytesOf(`\ufeff${token}`), 'altered', 'token.byte-order-mark'],
    ['with CRLF', bytesOf(`${token}\r\n`), 'altered', 'token.carriage-return'],
    ['wrapped as in a mail', bytesOf(token.replace(/.{76}/g, '$&\n')), 'altered', 'token.wrapped'],
  ])('%s', (_name, bytes, trouble, why) => {
    expect(readToken(bytes, now)).toMatchObject({ valid: false, trouble, why: { key: why } });
  });
  test('and what could still be read of it is kept', () => {
    expect(read(`\ufeff${token}`).servers).toHaveLength(1);
  });
});

test('no reading carries any part of the token', () => {
  for (const text of [token, half, `${token}\r\n`, makeToken({ exp: 1 })]) {
    const told = JSON.stringify(read(text));
    for (const part of text.split('.')) expect(told).not.toContain(part.slice(0, 12));
    expect(told).not.toContain(
      tokenClaims.service_instance_public_key_configuration.service_instance_public_key_me.mod.slice(0, 16),
    );
    expect(told).not.toContain(tokenClaims.jti);
  }
});
