/** The built program on Windows, in three languages of it. What real Windows does beyond this is in the README. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../media/make-token.ts';
import { chinese } from './guests/chinese.ts';
import { english } from './guests/english.ts';
import type { WindowsGuest } from './guests/guest.ts';
import { japanese, silenced } from './guests/japanese.ts';
import { startWindows, whyNot, type Windows } from './wine.ts';

if (whyNot !== null) console.log(`Windows was not tried: ${whyNot}`);

const MINUTE = 60_000;
/** tcpmux: nobody listens there. */
const CLOSED = 1;

describe.skipIf(whyNot !== null)('on Windows', { timeout: 3 * MINUTE }, () => {
  let windows: Windows;
  beforeAll(() => {
    windows = startWindows();
  }, 6 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  const documentOf = (...args: readonly string[]): ReturnType<typeof JSON.parse> => {
    const { stdout, stderr } = windows.gpuGuest(...args, '--json');
    if (stdout === '') throw new Error(`nothing was said; on standard error: ${stderr}`);
    return JSON.parse(stdout);
  };
  const be = (guest: WindowsGuest): void => {
    beforeAll(() => {
      windows.become(guest);
    }, 3 * MINUTE);
  };
  const idsOf = ({ findings }: { findings: readonly { id: string }[] }): readonly string[] =>
    findings.map(({ id }) => id);

  describe('in English: a T4 in Azure', () => {
    be(english);

    test('detect tells the machine, the card, its driver and the display beside it', () => {
      expect(documentOf('detect')).toMatchObject({
        guest: {
          platform: 'windows',
          os: { id: 'windows', version: '10.0.20348', name: 'Windows Server 2022 Datacenter 21H2' },
          firmware: 'uefi',
          secureBoot: true,
          cloud: 'azure',
          hypervisor: { present: true, name: 'Microsoft Hyper-V', idHidden: null },
        },
        gpus: [
          {
            address: '0000:01:00.0',
            deviceId: '1eb8',
            subsystemDeviceId: '12a2',
            name: 'Tesla T4',
            mode: 'passthrough',
          },
        ],
        otherDisplays: [{ name: 'Microsoft Hyper-V Video' }],
        driver: { installed: { version: '537.70', origin: 'windows' }, recommended: { kind: 'tesla', versions: ['537.70'] } },
      });
    });

    test('diagnose sees by nvidia-smi that the card is in TCC mode', () => {
      expect(idsOf(documentOf('diagnose'))).toContain('windows.tcc-mode');
    });

    test('license reads FeatureType out of the registry', () => {
      expect(documentOf('license')).toMatchObject({ featureType: 2 });
    });

    test('license knocks at the server that the token names, and says what came of it', () => {
      const folder = join(windows.drive, 'Program Files/NVIDIA Corporation/vGPU Licensing/ClientConfigToken');
      const named = {
        service_instance_configuration: {
          svc_port_set_list: [{ idx: 0, svc_port_map: [{ service: 'auth', port: CLOSED }] }],
          node_url_list: [{ idx: 0, url: '127.0.0.1', svc_port_set_idx: 0 }],
        },
      };
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'client.tok'), makeToken(named));
      const namedIn = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken\\client.tok';
      expect(documentOf('license').servers).toMatchObject([
        { host: '127.0.0.1', port: CLOSED, namedIn, reachable: false, trouble: 'refused' },
      ]);
      rmSync(folder, { recursive: true });
    });

    test.each(['seal', 'first-start'])(
      '%s says that it is not built for Windows, and does nothing',
      (command) => {
        expect(windows.gpuGuest(command)).toMatchObject({
          code: 2,
          stdout: '',
          stderr: expect.stringContaining(`“gpu-guest ${command}” does not work on Windows`),
        });
        expect(existsSync(join(windows.drive, 'ProgramData/gpu-guest'))).toBe(false);
      },
    );

    test('a profile of it has Windows’s own places and words, and is in order', () => {
      const { code, stdout } = windows.gpuGuest('profile', 'init', '--json');
      expect(code).toBe(0);
      const { text } = JSON.parse(stdout) as { readonly text: string };
      expect(text).toContain('media: C:\\Shared\\nv');
      expect(text).not.toMatch(/sudo|gridd\.conf|\/mnt|containers:/);
      expect(windows.gpuGuest('profile', 'init', '-o', 'C:\\用户 profile.yml').stderr).toContain('Run as administrator');
      expect(windows.gpuGuest('profile', 'check', 'C:\\用户 profile.yml')).toMatchObject({ code: 0 });
    });

    test('a simulated guest is planned for as anywhere', () => {
      expect(documentOf('plan', 'sim:p40-8q-vsphere')).toMatchObject({ schema: 'gpu-guest/plan@1' });
    });

    test('media are read under a long path of many alphabets', () => {
      const names = [
        '用户 张三',
        'デスクトップ',
        ...Array.from({ length: 12 }, (_, index) => `ein langer Ordnername ${index}`),
      ];
      const folder = join(windows.drive, 'users', ...names);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '说明.txt'), 'nothing of NVIDIA');
      const path = ['C:\\users', ...names].join('\\');
      expect(path.length).toBeGreaterThan(260);
      expect(documentOf('media', path)).toMatchObject({ items: [{ what: 'unknown' }] });
    });
  });

  describe('in Chinese: a vGPU stopped under BIOS', () => {
    be(chinese);

    test('detect names the vGPU and the adapter beside it', () => {
      expect(documentOf('detect')).toMatchObject({
        guest: {
          os: { version: '10.0.22631', name: 'Windows 11 Pro 23H2' },
          firmware: 'bios',
          secureBoot: false,
          cloud: null,
          hypervisor: { present: true },
        },
        gpus: [{ address: '0000:00:05.0', mode: 'vgpu', vgpu: { type: 'NVIDIA A16-4Q' }, boundDriver: 'nvlddmkm' }],
        driver: { installed: { version: '536.99' }, recommended: { kind: 'grid' } },
        otherDisplays: [{ address: '0000:00:02.0', name: 'Microsoft 基本显示适配器' }],
      });
    });

    test('diagnose puts the firmware before Code 43, in the language that was asked for', () => {
      const document = documentOf('diagnose', '--lang', 'zh-CN');
      const ids = idsOf(document);
      const at = ids.indexOf('windows.code-43');
      expect(ids[0]).toBe('firmware.uefi-required');
      expect(at).toBeGreaterThan(0);
      expect(document.findings[at]).toMatchObject({ becauseOf: 'firmware.uefi-required' });
      expect(document.findings[at].title).toMatch(/\p{Script=Han}/u);
    });
  });

  describe('in Japanese: two T4 without a driver, PowerShell forbidden', () => {
    be(japanese);

    test('detect asks pnputil and the registry', () => {
      expect(documentOf('detect')).toMatchObject({
        guest: {
          os: { name: 'Windows 10 Enterprise 22H2' },
          firmware: 'uefi',
          secureBoot: false,
          hypervisor: { name: 'VMware' },
        },
        gpus: [
          { address: '0000:00:05.0', deviceId: '1eb8', subsystemDeviceId: '12a2' },
          { address: '0000:00:06.0', deviceId: '1eb8' },
        ],
        otherDisplays: [{ vendorId: '15ad', deviceId: '0405' }],
        driver: { installed: null },
      });
    });

    test('diagnose says that the driver is missing, with the code of both', () => {
      const document = documentOf('diagnose');
      expect(idsOf(document)).toContain('driver.missing');
      expect(JSON.stringify(document)).toContain('Code 28');
    });
  });

  test('where nothing may be asked, nothing is called absent', () => {
    const isAbsent = /no NVIDIA GPU/;
    windows.become(silenced);
    const document = documentOf('diagnose');
    expect(idsOf(document)).not.toContain('gpu.none');
    expect(idsOf(document)).not.toContain('driver.missing');
    expect((document.detection.unread as readonly { what: string }[]).map(({ what }) => what)).toContain('displays');
    expect(windows.gpuGuest('status').stdout).not.toMatch(isAbsent);
    expect(windows.gpuGuest('detect').stdout).not.toMatch(isAbsent);
  });
});
