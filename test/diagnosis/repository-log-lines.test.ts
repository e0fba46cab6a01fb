import { describe, expect, it } from 'vitest';
import { unacceptedKey, unreachableRepository } from '../../src/diagnosis/repository-log-lines.ts';
import { known } from '../../src/domain/fact.ts';

const log = (...lines: string[]) => known(lines.map((text) => ({ source: 'apt', text })));

describe('a repository that cannot be asked', () => {
  it.each([
    ['no-name', "  Temporary failure resolving 'deb.debian.org'", 'deb.debian.org'],
    ['no-name', 'Error message: Could not resolve host: repo.example.org', 'repo.example.org'],
    ['no-way', '  Could not connect to mirror.example:80 (192.0.2.1), connection timed out', 'mirror.example'],
    ['no-way', "  - Curl error (7): Couldn't connect to server for https://repo.example/x", 'repo.example'],
    [
      'intercepted',
      "E: Failed to fetch http://a.example/InRelease  Clearsigned file isn't valid, got 'NOSPLIT'",
      'a.example',
    ],
    ['intercepted', 'Err:1 http://a.example/debian InRelease 407  Proxy Authentication Required', 'a.example'],
    [
      'certificate',
      'E: Failed to fetch https://a.example/x  Certificate verification failed: The certificate is NOT trusted.',
      'a.example',
    ],
    [
      'gone',
      'E: Failed to fetch http://a.example/pool/linux-headers.deb  404  Not Found [IP: 192.0.2.7 80]',
      'a.example',
    ],
    [
      'clock',
      'E: Release file for http://a.example/debian/dists/sid/InRelease is not valid yet (invalid for another 3h 2min 1s).',
      'a.example',
    ],
  ] as const)('%s: %s', (why, line, host) => {
    expect(unreachableRepository(log(line))).toMatchObject({ why, host });
    expect(unacceptedKey(log(line))).toBeUndefined();
  });

  it('answers by now, where a later run reached it', () => {
    const failed = 'E: Failed to fetch http://a.example/x  Could not connect to a.example:80';
    expect(unreachableRepository(log(failed, 'Hit:1 http://a.example/debian sid InRelease'))).toBeUndefined();
    expect(unreachableRepository(log(failed, 'Hit:1 http://b.example/debian sid InRelease'))).toBeDefined();
  });

  it('is shown without the password in its address', () => {
    const lines = unreachableRepository(log('E: Failed to fetch http://me:secret@a.example/x  404  Not Found'))?.lines;
    expect(lines?.[0]?.text).toBe('E: Failed to fetch http://a.example/x  404  Not Found');
  });
});

describe('a key that is not accepted', () => {
  it.each([
    ['unknown', 'W: GPG error: https://a.example InRelease: NO_PUBKEY A4B469963BF863CC', 'A4B469963BF863CC'],
    ['unknown', 'W: GPG error: NO_PUBKEY A4B46996 3BF863CC', 'A4B46996 3BF863CC'],
    ['bad', 'W: An error occurred: EXPKEYSIG F60F4B3D7FA2AF80 cudatools', 'F60F4B3D7FA2AF80'],
    [
      'weak',
      'Signing key on EB693B3035CD5710E231E123A4B469963BF863CC is not bound:',
      'EB693B3035CD5710E231E123A4B469963BF863CC',
    ],
    ['twice', 'E: Conflicting values set for option Signed-By regarding source https://a.example/ /', null],
    ['unsigned', "E: The repository 'https://a.example InRelease' is not signed.", null],
  ] as const)('%s: %s', (why, line, key) => {
    expect(unacceptedKey(log(line))).toMatchObject({ why, key });
    expect(unreachableRepository(log(line))).toBeUndefined();
  });

  it('is named by the line that knows more', () => {
    const lines = log('NO_PUBKEY A4B469963BF863CC', "E: The repository 'https://a.example InRelease' is not signed.");
    expect(unacceptedKey(lines)).toMatchObject({ why: 'unknown', key: 'A4B469963BF863CC', host: 'a.example' });
  });
});
