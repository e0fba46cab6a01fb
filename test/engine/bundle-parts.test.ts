import { describe, expect, test } from 'vitest';
import { indexOf, announced, packageOf, parseStanzas, parseUris } from '../../src/engine/bundle/apt-answers.ts';
import { aptConfiguration, aptSources } from '../../src/engine/bundle/apt-configuration.ts';
import { pickMedia, type PickFor } from '../../src/engine/bundle/pick-media.ts';
import { targetOf } from '../../src/engine/bundle/target.ts';
import { FaultError } from '../../src/domain/fault.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { item } from './bundle-media.ts';

/** Debian 12's apt 2.6.1. debian-security has no MD5 sums. */
const URIS = `Reading package lists...
The following NEW packages will be installed:
  gcc-12-base make openssl
0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.
'http://deb.debian.org/debian/pool/main/g/gcc-12/gcc-12-base_12.2.0-14%2bdeb12u1_amd64.deb' gcc-12-base_12.2.0-14+deb12u1_amd64.deb 37596 MD5Sum:8e7e741807b1e1939df8f58323affdcb
'http://deb.debian.org/debian-security/pool/updates/main/o/openssl/openssl_3.0.22-1%7edeb12u2_amd64.deb' openssl_3.0.22-1~deb12u2_amd64.deb 1441784 
'http://deb.debian.org/debian/pool/main/d/dmsetup/dmsetup_1.02.185-2_amd64.deb' dmsetup_2%3a1.02.185-2_amd64.deb 82724 SHA256:ab
`;

describe('what apt answers', () => {
  test('each package to fetch, also one without a sum', () => {
    const files = parseUris(URIS);
    expect(files.map(({ file, sizeBytes }) => [file, sizeBytes])).toEqual([
      ['gcc-12-base_12.2.0-14+deb12u1_amd64.deb', 37596],
      ['openssl_3.0.22-1~deb12u2_amd64.deb', 1441784],
      ['dmsetup_2%3a1.02.185-2_amd64.deb', 82724],
    ]);
    expect(files.map(packageOf)).toEqual(['gcc-12-base:amd64=12.2.0-14+deb12u1', 'openssl:amd64=3.0.22-1~deb12u2', 'dmsetup:amd64=2:1.02.185-2']);
    expect(announced(URIS)).toBe(3);
    expect(announced('E: Unable to locate package')).toBeNull();
  });

  const record = (name: string, sha: string) =>
    `Package: ${name}\nVersion: 1:2\nDescription: a\n tool: of\nFilename: pool/main/x/${name}_2_amd64.deb\nSize: 5\nSHA256: ${sha.repeat(64)}`;

  test('the records of an index, put into one of a flat folder', () => {
    const stanzas = parseStanzas(`${record('make', 'b')}\n\n${record('gcc', 'a')}\n\nPackage: no-sum\nFilename: x.deb\n`);
    expect(stanzas.map(({ name, version, file, sizeBytes }) => [name, version, file, sizeBytes])).toEqual([
      ['make', '1:2', 'make_2_amd64.deb', 5],
      ['gcc', '1:2', 'gcc_2_amd64.deb', 5],
    ]);
    const index = indexOf(stanzas);
    expect(index.match(/^(Package|Filename|SHA256): .*/gm)).toEqual([
      'Package: gcc', 'Filename: ./gcc_2_amd64.deb', `SHA256: ${'a'.repeat(64)}`,
      'Package: make', 'Filename: ./make_2_amd64.deb', `SHA256: ${'b'.repeat(64)}`,
    ]);
    expect(parseStanzas(index)).toHaveLength(2);
  });
});

describe('an apt of its own', () => {
  test('takes this machine’s proxy, and never its leniency', () => {
    const acquire = [
      'Acquire "";',
      'Acquire::http::Proxy "http://proxy.example:3128";',
      'Acquire::AllowInsecureRepositories "1";',
      'Acquire::AllowWeakRepositories "1";',
      'Acquire::IndexTargets::deb-src::Sources "";',
    ].join('\n');
    const text = aptConfiguration({ work: '/w', arch: 'amd64', sources: null, acquire });
    expect(text).toContain('Acquire::http::Proxy "http://proxy.example:3128";');
    expect(text).not.toMatch(/Allow|IndexTargets/);
    expect(text).not.toContain('SourceList');
    expect(text).toContain('Dir::State::status "/w/state/status";');
  });

  test.each([
    ['debian-11', undefined, 'deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian bullseye main contrib non-free'],
    ['debian-12', 'http://mirror.example/debian', 'deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://mirror.example/debian-security bookworm-security main contrib non-free non-free-firmware'],
    ['ubuntu-24.04', undefined, 'deb [arch=amd64 signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] http://security.ubuntu.com/ubuntu noble-security main restricted universe multiverse'],
  ])('%s: its own archive, signed by its own keys', (release, mirror, line) => {
    expect(aptSources(targetOf('ID=fedora\nVERSION_ID=42', release), 'amd64', mirror)?.text.split('\n')).toContain(line);
  });
});

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n';
const refusalOf = (word: string | undefined, text = DEBIAN): unknown => {
  try {
    return targetOf(text, word);
  } catch (error) {
    return error instanceof FaultError ? [error.fault.message.key, error.fault.message.values] : error;
  }
};

describe('the release', () => {
  test('is this machine’s, or the one named', () => {
    expect(targetOf(DEBIAN, undefined)).toMatchObject({ id: 'debian', version: '12', codename: 'bookworm', isHere: true });
    expect(targetOf(DEBIAN, 'debian-12')).toMatchObject({ isHere: true });
    expect(targetOf(DEBIAN, 'ubuntu-24.04')).toMatchObject({ name: 'Ubuntu 24.04', codename: 'noble', isHere: false });
    expect(targetOf(DEBIAN, 'rocky-9.4')).toMatchObject({ name: 'Rocky Linux 9', manager: 'dnf' });
  });
  test('that nobody knows is refused with the nearest', () => {
    expect(refusalOf('ubuntu-24')).toMatchObject(['bundle.release-unknown', { near: 'ubuntu-24.04' }]);
    expect(refusalOf('bookworm')).toMatchObject(['bundle.release-unknown', {}]);
    expect(refusalOf(undefined, 'ID=arch\n')).toMatchObject(['bundle.release-here', {}]);
  });
});

const ITEMS = [
  item('/m/grid.deb', {}),
  item('/m/grid-525.run', { version: '525.105.17', format: 'run' }),
  item('/m/tesla.run', { flavour: 'tesla', format: 'run' }),
  item('/m/grid.rpm', { format: 'rpm' }),
  item('/m/arm.run', { arch: 'aarch64', format: 'run' }),
  item('/m/host.deb', { what: 'driver-host' }),
  item('/m/cut.deb', { integrity: { kind: 'broken', because: { key: 'media.empty' } }, sha256: null }),
  item('/m/cuda-12.0.1.run', { what: 'cuda', version: '12.0.1', flavour: null, format: 'run' }),
  item('/m/cuda-13.0.2.run', { what: 'cuda', version: '13.0.2', flavour: null, format: 'run' }),
  item('/m/client.tok', { what: 'token', version: null, arch: null, flavour: null, format: null }),
  item('/m/notes.txt', { what: 'unknown', sha256: null, remark: { key: 'media.unrecognised' } }),
];

const taken = (profile: Partial<Profile>, more: Partial<PickFor> = {}): readonly string[] =>
  pickMedia(ITEMS, { profile: { ...defaultProfile, ...profile }, arch: 'x86_64', manager: 'apt', withToken: false, ...more })
    .taken.map(({ file }) => file.slice(3));

describe('the media that are taken', () => {
  const { driver } = defaultProfile;
  test('all that fits, where the profile leaves it open; never the host’s, a broken one or the token', () => {
    expect(taken({})).toEqual(['grid.deb', 'grid-525.run', 'tesla.run', 'cuda-12.0.1.run', 'cuda-13.0.2.run']);
  });
  test.each<[string, Partial<Profile>, readonly string[]]>([
    ['a kind', { driver: { ...driver, kind: 'grid' } }, ['grid.deb', 'grid-525.run', 'cuda-12.0.1.run', 'cuda-13.0.2.run']],
    ['a version', { driver: { ...driver, version: '525' }, cuda: { toolkit: '12.0' } }, ['grid-525.run', 'cuda-12.0.1.run']],
    ['a file', { driver: { ...driver, source: 'tesla.run' }, cuda: { toolkit: 'none' } }, ['tesla.run']],
    ['the distribution’s driver', { driver: { ...driver, source: 'distro' }, cuda: { toolkit: 'none' } }, []],
    ['no driver', { driver: { ...driver, kind: 'none' }, cuda: { toolkit: '13.0.2' } }, ['cuda-13.0.2.run']],
  ])('%s, where the profile names it', (_, profile, expected) => {
    expect(taken(profile)).toEqual(expected);
  });
  test('the token on purpose alone, and not where the profile wants none', () => {
    expect(taken({ cuda: { toolkit: 'none' } }, { withToken: true })).toContain('client.tok');
    expect(taken({ license: { ...defaultProfile.license, token: 'none' } }, { withToken: true })).not.toContain('client.tok');
  });
  test.each(['dnf', 'zypper'] as const)('rpms and runfiles for a guest with %s', (manager) => {
    const more = [...ITEMS, item('/m/cudnn.deb', { what: 'cudnn' }), item('/m/cudnn.rpm', { what: 'cudnn', format: 'rpm' }), item('/m/cudnn.tar.xz', { what: 'cudnn', format: 'tar' })];
    const profile: Profile = { ...defaultProfile, cuda: { toolkit: 'none' }, libraries: { cudnn: 'auto', nccl: 'none' } };
    const picked = pickMedia(more, { profile, arch: 'x86_64', manager, withToken: false });
    expect(picked.taken.map(({ file }) => file.slice(3))).toEqual(['grid-525.run', 'tesla.run', 'grid.rpm', 'cudnn.rpm', 'cudnn.tar.xz']);
    expect(picked.left.find(({ file }) => file === '/m/cudnn.deb')?.why.key).toBe('bundle.left.format');
  });
  test('what stays behind has its reason', () => {
    const { left } = pickMedia(ITEMS, { profile: defaultProfile, arch: 'x86_64', manager: 'apt', withToken: false });
    expect(Object.fromEntries(left.map(({ file, why }) => [file.slice(3), why.key]))).toEqual({
      'grid.rpm': 'bundle.left.format',
      'arm.run': 'bundle.left.arch',
      'host.deb': 'choice.media.host',
      'cut.deb': 'media.empty',
      'client.tok': 'bundle.left.token',
      'notes.txt': 'media.unrecognised',
    });
  });
});
