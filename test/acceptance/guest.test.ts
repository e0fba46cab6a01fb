/** What a pasted text says of the guest, and what it does not say. */
import { describe, expect, test } from 'vitest';
import { documentOf } from './program.ts';

const T4 =
  '00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:12a2]\n';
const guestOf = async (text: string) => (await documentOf('detect', `${T4}${text}\n`)).document.guest;

const leaf = (id: string, [b, c, d]: readonly [string, string, string]) =>
  `   0x${id} 0x00: eax=0x40000001 ebx=0x${b} ecx=0x${c} edx=0x${d}`;
const NOTHING = ['00000000', '00000000', '00000000'] as const;
const FLAGGED = '   0x00000001 0x00: eax=0x000806f8 ebx=0x00020800 ecx=0xfeda3203 edx=0x0f8bfbff';
const BARE = '   0x00000001 0x00: eax=0x000806f8 ebx=0x00020800 ecx=0x7eda3203 edx=0x0f8bfbff';

test.each([
  [
    'cpuid, decoded',
    '   hypervisor_id (0x40000000) = "KVMKVMKVM\\0\\0\\0"',
    { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false },
  ],
  [
    'cpuid, raw',
    `CPU 0:\n${leaf('40000000', ['4b4d564b', '564b4d56', '0000004d'])}`,
    { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false },
  ],
  [
    'two leaves',
    '   hypervisor_id (0x40000000) = "Microsoft Hv"\n   hypervisor_id (0x40000100) = "KVMKVMKVM\\0\\0\\0"',
    { present: true, name: 'KVM', signatures: ['Microsoft Hv', 'KVMKVMKVM'], idHidden: false },
  ],
  [
    'empty leaves under the flag of leaf 1',
    `CPU 0:\n${FLAGGED}\n${leaf('40000000', NOTHING)}`,
    { present: true, name: null, idHidden: true },
  ],
  ['empty leaves, no flag', `CPU 0:\n${BARE}\n${leaf('40000000', NOTHING)}`, { present: false, idHidden: false }],
  [
    'empty leaves, and systemd-detect-virt',
    `CPU 0:\n${leaf('40000000', NOTHING)}\n$ systemd-detect-virt\nkvm`,
    { present: true, name: 'KVM', idHidden: true },
  ],
  [
    'lscpu with a vendor, which it has from the leaf',
    'Architecture:            x86_64\nHypervisor vendor:       KVM\nVirtualization type:     full',
    { present: true, name: 'KVM', idHidden: false },
  ],
  [
    'lscpu whose flags show what no vendor names',
    'Architecture:            x86_64\nFlags:                   fpu vme hypervisor lahf_lm',
    { present: true, name: null, idHidden: true },
  ],
  [
    'lscpu without flags and vendor',
    'Architecture:            x86_64\nVendor ID:               GenuineIntel',
    { present: null, idHidden: null },
  ],
  [
    'lscpu of a bare machine',
    'Architecture:            x86_64\nFlags:                   fpu vme lahf_lm',
    { present: false, idHidden: false },
  ],
  [
    'systemd-detect-virt',
    '$ systemd-detect-virt\nvmware',
    { present: true, name: 'VMware', signatures: [], idHidden: null },
  ],
  ['systemd-detect-virt on bare metal', '$ systemd-detect-virt\nnone', { present: false, idHidden: false }],
  [
    'systemd-detect-virt in a container',
    '$ systemd-detect-virt\ndocker',
    { present: null, name: null, idHidden: null },
  ],
  ['the kernel log', '[    0.000000] Hypervisor detected: KVM', { present: true, name: 'KVM', idHidden: false }],
  ['nothing', '', { present: null, name: null, signatures: [], idHidden: null }],
])('the hypervisor by %s', async (_, text, expected) => {
  expect((await guestOf(text)).hypervisor).toMatchObject(expected);
});

test.each([
  ['SecureBoot enabled', true, 'uefi'],
  ['SecureBoot disabled', false, 'uefi'],
  ['SecureBoot enabled\nSecureBoot validation is disabled in shim', false, 'uefi'],
  ['EFI variables are not supported on this system', false, null],
  ['[    0.000000] secureboot: Secure boot enabled', true, null],
  ['[    0.000000] efi: EFI v2.70 by EDK II', null, 'uefi'],
  ['', null, null],
])('Secure Boot and firmware by “%s”', async (text, secureBoot, firmware) => {
  expect(await guestOf(text)).toMatchObject({ secureBoot, firmware });
});

describe('the kernel', () => {
  test.each([
    [
      'Linux h 6.1.0-37-cloud-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22) x86_64 GNU/Linux',
      '6.1.0-37-cloud-amd64',
      'x86_64',
    ],
    [
      'Linux h 6.8.0-1010-nvidia-64k #10-Ubuntu SMP PREEMPT_DYNAMIC Fri Jun 7 aarch64 aarch64 aarch64 GNU/Linux',
      '6.8.0-1010-nvidia-64k',
      'aarch64',
    ],
    ['$ uname -r\n5.15.0-105-generic', '5.15.0-105-generic', null],
    ['$ uname -srm\nLinux 5.15.0-105-generic x86_64', '5.15.0-105-generic', 'x86_64'],
    [
      'Linux version 5.15.0-105-generic (buildd@x) (gcc (Ubuntu 11.4.0) 11.4.0) #115-Ubuntu SMP',
      '5.15.0-105-generic',
      null,
    ],
    [
      '[    0.000000] Linux version 6.1.0-37-amd64 (debian-kernel@x) (gcc-12 (Debian 12.2.0-14) 12.2.0)',
      '6.1.0-37-amd64',
      'x86_64',
    ],
  ])('is read from “%s”', async (text, kernel, arch) => {
    expect(await guestOf(text)).toMatchObject({ kernel, arch, platform: 'linux' });
  });

  test('that boots next is not known where nothing is said of the boot loader', async () => {
    expect((await guestOf('$ uname -r\n5.15.0-105-generic')).nextKernel).toBeNull();
  });
});
