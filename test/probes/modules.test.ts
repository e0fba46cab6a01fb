import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { loadedModule, parseProcVersion } from '../../src/probes/loaded-module.ts';
import { nouveau } from '../../src/probes/nouveau.ts';
import { nvidiaModule } from '../../src/probes/nvidia-module.ts';
import { seen } from './made-up-machine.ts';

describe('the loaded module', () => {
  test.each([
    [
      'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.129.03  Thu Oct 19 18:56:32 UTC 2023',
      '535.129.03',
      'proprietary',
    ],
    [
      'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  545.23.06  Release Build  (builder@host)',
      '545.23.06',
      'open',
    ],
    ['NVRM version: NVIDIA UNIX Open Kernel Module for aarch64  580.65.06  Release Build', '580.65.06', 'open'],
    ['NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.57  x', '470.57', 'proprietary'],
  ])('%s', (text, version, flavour) => {
    expect(parseProcVersion(text)).toEqual({ version, flavour });
  });

  test('without /proc the taint letters tell the flavour', async () => {
    const files = { '/sys/module/nvidia/version': '525.105.17\n' };
    expect(await seen(loadedModule, { files: { ...files, '/sys/module/nvidia/taint': 'POE\n' } })).toEqual({
      version: '525.105.17',
      flavour: 'proprietary',
    });
    expect(await seen(loadedModule, { files: { ...files, '/sys/module/nvidia/taint': 'OE\n' } })).toEqual({
      version: '525.105.17',
      flavour: 'open',
    });
    expect(await seen(loadedModule, { files })).toEqual({ version: '525.105.17', flavour: null });
  });

  test('is none where the kernel has no such module, and unknown where that cannot be seen', async () => {
    expect(await seen(loadedModule, {})).toBeNull();
    await expect(seen(loadedModule, { denied: ['/sys/module'] })).rejects.toBeInstanceOf(Unobservable);
  });
});

const index =
  'kernel/drivers/gpu/drm/nouveau/nouveau.ko: kernel/x.ko\nupdates/dkms/nvidia-current.ko.xz:\nupdates/dkms/nvidia-current-drm.ko.xz: updates/dkms/nvidia-current.ko.xz\n';
const modinfo =
  'filename:       /lib/modules/6.1.0-18-amd64/updates/dkms/nvidia-current.ko.xz\nlicense:        NVIDIA\nversion:        535.183.01\nvermagic:       6.1.0-18-amd64 SMP preempt mod_unload modversions \nsigner:         DKMS module signing key\n';

describe('module files', () => {
  const files = { '/lib/modules/6.1.0-18-amd64/modules.dep': index, '/lib/modules/6.1.0-17-amd64/modules.dep': '' };

  test("are found under Debian's names, without their companions", async () => {
    const path = '/lib/modules/6.1.0-18-amd64/updates/dkms/nvidia-current.ko.xz';
    expect(await seen(nvidiaModule, { files, commands: { [`modinfo ${path}`]: modinfo } })).toEqual({
      loaded: null,
      files: [
        {
          kernel: '6.1.0-18-amd64',
          path,
          version: '535.183.01',
          flavour: 'proprietary',
          vermagic: '6.1.0-18-amd64 SMP preempt mod_unload modversions',
          signer: 'DKMS module signing key',
        },
      ],
    });
  });

  test('that cannot be asked about are unknown, not absent', async () => {
    await expect(seen(nvidiaModule, { files })).rejects.toMatchObject({ ignorance: { kind: 'tool-missing' } });
  });
});

describe('nouveau', () => {
  const files = { '/lib/modules/6.1.0-18-amd64/modules.dep': index, '/sys/module/nouveau/refcnt': '0' };

  test('loaded, in one kernel, not kept away', async () => {
    expect(await seen(nouveau, { files })).toEqual({
      loaded: true,
      inKernels: ['6.1.0-18-amd64'],
      blacklistedBy: null,
    });
  });

  test.each([
    ['blacklist nouveau\n', true],
    ['install nouveau /bin/false\n', true],
    ['alias nouveau off\n', true],
    ['# blacklist nouveau\n', false],
    ['blacklist nouveau_vieux\noptions nouveau modeset=0\n', false],
  ])('%j keeps it away: %s', async (text, away) => {
    const path = '/etc/modprobe.d/nvidia.conf';
    const { blacklistedBy } = await seen(nouveau, { files: { ...files, [path]: text } });
    expect(blacklistedBy).toBe(away ? path : null);
  });

  test('a file in /etc hides its namesake in /usr/lib, as modprobe has it', async () => {
    const hidden = { '/etc/modprobe.d/nv.conf': '', '/usr/lib/modprobe.d/nv.conf': 'blacklist nouveau\n' };
    expect((await seen(nouveau, { files: { ...files, ...hidden } })).blacklistedBy).toBeNull();
  });
});
