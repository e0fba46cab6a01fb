import { describe, expect, test } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { packageSource } from '../../src/engine/bundle/package-source.ts';
import type { Packing } from '../../src/engine/bundle/packing.ts';
import { rpmSources } from '../../src/engine/bundle/rpm-sources.ts';
import { targetOf } from '../../src/engine/bundle/target.ts';

const ROCKY = 'ID="rocky"\nVERSION_ID="9.4"\nPRETTY_NAME="Rocky Linux 9.4"\nID_LIKE="rhel centos fedora"\n';
const SLES = 'ID="sles"\nVERSION_ID="15.6"\nPRETTY_NAME="SLES 15 SP6"\nID_LIKE="suse"\n';

const keyOfRefusal = async (release: string, keyring = true): Promise<unknown> => {
  const output = { stdout: '0\n', stderr: '', exitCode: 0 };
  const machine = { status: () => Promise.resolve(keyring ? { kind: 'file', sizeBytes: 1 } : undefined) } as unknown as Observer;
  const packing = {
    machine,
    files: { write: () => Promise.resolve([]), copy: () => Promise.resolve([]) },
    tool: () => Promise.resolve(output),
  } as unknown as Packing;
  const target = targetOf('ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n', release);
  return packageSource(packing, { target, arch: 'x86_64', mirror: undefined, work: '/w' }).then(
    () => null,
    (error: unknown) => (error instanceof FaultError ? error.fault.message.key : error),
  );
};

describe('a release that is not this machine’s', () => {
  test('is asked of its public repositories, by the keys of a package of keys', () => {
    const sources = rpmSources(targetOf(ROCKY.replace('rocky', 'other'), 'almalinux-9'), 'x86_64', undefined);
    expect(sources?.text).toContain('baseurl=https://repo.almalinux.org/almalinux/9/AppStream/x86_64/os/\n');
    expect(sources?.keys).toEqual(['/usr/share/distribution-gpg-keys/alma/RPM-GPG-KEY-AlmaLinux-9', '/usr/share/distribution-gpg-keys/epel/RPM-GPG-KEY-EPEL-9']);
    expect(sources?.text.match(/^gpgcheck=1$/gm)).toHaveLength(3);
    expect(sources?.platform).toBe('platform:el9');
  });
  test('or of a mirror, whose word is not taken for more', () => {
    const sources = rpmSources(targetOf(SLES, 'rocky-9'), 'x86_64', 'https://mirror.example/vault/rocky/9.4/');
    expect(sources?.text).toContain('baseurl=https://mirror.example/vault/rocky/9.4/BaseOS/x86_64/os/\n');
    expect(sources?.text).toContain('gpgkey=file:///usr/share/distribution-gpg-keys/rocky/RPM-GPG-KEY-Rocky-9\n');
    expect(rpmSources(targetOf(SLES, 'fedora-42'), 'aarch64', undefined)?.text).toContain('/updates/42/Everything/aarch64/');
  });
  test.each([
    ['rhel-9', true, 'bundle.no-archive'],
    ['sles-15.6', true, 'bundle.no-archive'],
    ['rocky-9', false, 'bundle.no-keyring'],
    ['rocky-9', true, null],
  ])('%s, keys there %s: %s', async (release, keyring, key) => {
    expect(await keyOfRefusal(release, keyring)).toBe(key);
  });
  test('is named with its service pack where it is SUSE’s', () => {
    expect(targetOf(SLES, undefined)).toMatchObject({ version: '15.6', manager: 'zypper', isHere: true });
    expect(targetOf(SLES, 'sles-15.5')).toMatchObject({ version: '15.5', manager: 'zypper', isHere: false });
    expect(targetOf(SLES, 'opensuse-leap-15.6')).toMatchObject({ id: 'opensuse-leap', version: '15.6', isHere: false });
  });
});
