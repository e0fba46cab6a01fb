import { expect, it } from 'vitest';
import { readToken } from '../../src/media/token.ts';
import { tokenLike } from '../../src/media/token-like.ts';
import { makeToken } from './make-token.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const token = makeToken();
const jws = typeof token === 'string' ? token : new TextDecoder().decode(token);

const CASES: readonly (readonly [string, Uint8Array])[] = [
  ['a token', encode(jws)],
  ['one that ends early', encode(jws.slice(0, -80))],
  ['one that ends in its header', encode(jws.slice(0, 12))],
  ['one without its payload', encode(`${jws.split('.')[0] ?? ''}.AA.AA`)],
  ['one with Windows line ends', encode(`${jws}\r\n`)],
  ['one with a byte order mark', encode(`\ufeff${jws}`)],
  ['a wrapped one', encode(`${jws.slice(0, 60)}\n${jws.slice(60)}`)],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Array.from(jws).flatMap((letter) => [letter.charCodeAt(0), 0])])],
  ['a web page', encode('<!doctype html><html></html>')],
  ['an answer of S3', encode('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
  ['an answer in JSON', encode('{"code": "Forbidden"}')],
  ['nothing', new Uint8Array()],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2)],
  ['gridd.conf', encode('# x\nFeatureType=1\n')],
  ['a certificate', encode('-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n')],
  ['a sentence', encode('not a token at all')],
  ['another JWT', encode('eyJhbGciOiJub25lIn0.e30.AA')],
  ['far too much', new Uint8Array(300 * 1024).fill(65)],
];

it.each(CASES)('what stands for %s reads as it does, at any time, and holds nothing of its signature', (_, bytes) => {
  const stand = tokenLike(readToken(bytes, null));
  for (const now of [null, new Date('2000-01-01'), new Date('2026-11-22'), new Date('2090-01-01')])
    expect(readToken(stand, now)).toEqual(readToken(bytes, now));
  expect(new TextDecoder().decode(stand)).not.toContain(jws.slice(-60, -4));
});
