/** Media and tokens of a made-up guest, told by their names. */
import { readFileSync } from 'node:fs';
import type { Guest } from '../../src/simulated/guest.ts';
import { MEDIA, putCudaRunfile, putDriverRunfile, putPackage, tokenText } from '../../src/simulated/media.ts';
import type { TokenSpec } from './spec.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token of the simulated guests with other times; its signature is as empty as theirs. */
export function tokenOf(
  guest: Guest,
  { from = '2026-11-01T00:00:00Z', until = '2038-11-01T00:00:00Z', end = '', text, host }: TokenSpec,
): string {
  if (text !== undefined) return text;
  const [header = '', payload = '', signature = ''] = tokenText(guest).split('.');
  const told = Buffer.from(payload, 'base64url').toString();
  const claims = JSON.parse(host === undefined ? told : told.replaceAll('dls.example.com', host)) as object;
  const seconds = (iso: string): number => Date.parse(iso) / 1000;
  const body = part({ ...claims, iat: seconds(from), nbf: seconds(from), exp: seconds(until) });
  return `${header}.${body}.${signature}${end}`;
}

export function putToken(guest: Guest, name: string, token: TokenSpec): void {
  const bytes = new TextEncoder().encode(tokenOf(guest, token));
  const modifiedMs = Date.parse('2026-11-01T00:00:00Z');
  const path = `/etc/nvidia/ClientConfigToken/${name}`;
  guest.files.put(path, { kind: 'file', bytes, mode: token.mode ?? 0o744, uid: 0, gid: 0, modifiedMs });
}

const RPM = new Uint8Array(readFileSync('test/media/fixtures/grid.rpm'));

/** The number of a driver or a toolkit in a file's name. */
const numberIn = (file: string): string => /[_-](\d+\.\d+(?:\.\d+)?)[_-]/.exec(file)?.[1] ?? '';

const KINDS: readonly (readonly [RegExp, (guest: Guest, file: string) => void])[] = [
  [
    /\.deb$/,
    (guest, file) => {
      putPackage(guest, file, { name: file.replace(/_.*$/, ''), version: numberIn(file) });
    },
  ],
  [
    /\.(tar\.xz|txz)$/,
    ({ files }, file) => {
      const bytes = new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04]);
      files.put(`${MEDIA}/${file}`, { kind: 'file', bytes, mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
    },
  ],
  [
    /\.tok$/,
    (guest, file) => {
      guest.files.write(`${MEDIA}/${file}`, tokenOf(guest, {}));
    },
  ],
  [
    /^cuda_.*\.run$/,
    (guest, file) => {
      putCudaRunfile(guest, file, numberIn(file));
    },
  ],
  [
    /\.run$/,
    (guest, file) => {
      putDriverRunfile(guest, file, { version: numberIn(file), flavour: 'proprietary', licensed: true });
    },
  ],
  [
    /\.rpm$/,
    ({ files }, file) => {
      files.put(`${MEDIA}/${file}`, { kind: 'file', bytes: RPM, mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
    },
  ],
];

export function putMedia(guest: Guest, file: string): void {
  const put = KINDS.find(([pattern]) => pattern.test(file))?.[1];
  if (put === undefined) throw new Error(`${file}: no such kind of media`);
  put(guest, file);
}
