import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { scanMedia } from '../../src/media/scan.ts';
import { parseInf, infText } from '../../src/media/windows-inf.ts';
import { machine, mediaFolder, only, scanned } from './media-folder.ts';
import { driverConfig, makeInf, makeWindowsPackage, NVIDIA_SIGNER, NVIDIA_TEXTS } from './make-windows-package.ts';

const GRID = '538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_swl.exe';
const whole = makeWindowsPackage();

describe('a driver package for Windows', () => {
  test.each([
    [GRID, 'grid', '538.46'],
    ['538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_azure_swl.exe', 'grid-azure', '538.46'],
    ['582.53_grid_win10_win11_server2022_server_2025_dch_64bit_international_aws_swl.exe', 'grid-aws', '582.53'],
    ['537.70-data-center-tesla-desktop-win10-win11-64bit-dch-international.exe', 'tesla', '537.70'],
    ['537.58-desktop-win10-win11-64bit-international-dch-whql.exe', 'geforce', '537.58'],
  ])('%s is a %s driver', async (name, flavour, version) => {
    expect(await only(name, whole)).toMatchObject({
      what: 'driver',
      format: 'exe',
      flavour,
      version,
      branch: null,
      arch: 'x86_64',
      integrity: { kind: 'unchecked', because: { key: 'media.windows.size-only' } },
      windows: { devices: null },
      remark: { key: 'media.windows-package' },
    });
  });
  test('renamed, it is known by what its self-extractor is told', async () => {
    const item = await only('download.exe', makeWindowsPackage({ config: driverConfig('537.58') }));
    expect(item).toMatchObject({ what: 'driver', version: '537.58', arch: 'x86_64', flavour: null });
  });
  test('cut anywhere behind its headers, it is truncated', async () => {
    for (const at of [whole.length - 1, whole.length >> 1, 1200])
      expect((await only(GRID, whole.subarray(0, at))).integrity).toMatchObject({
        kind: 'broken',
        because: { key: 'media.truncated' },
      });
  });
  test('cut within its headers, it is said to be cut', async () => {
    expect(await only(GRID, whole.subarray(0, 100))).toMatchObject({
      what: 'unknown',
      integrity: { kind: 'broken' },
      remark: { key: 'media.truncated-header' },
    });
  });
  test('with another table of contents than its archive says, it is damaged', async () => {
    const spoilt = Buffer.from(whole);
    const at = spoilt.indexOf('the table of contents');
    spoilt[at] = 0;
    expect((await only(GRID, spoilt)).integrity).toMatchObject({ kind: 'broken', because: { key: 'media.altered' } });
  });
  test('without a signature, it is not taken for whole', async () => {
    expect((await only(GRID, makeWindowsPackage({ signer: null }))).integrity).toMatchObject({
      kind: 'broken',
      because: { key: 'media.windows.not-signed' },
    });
  });
  test('for ARM, it is made for another processor', async () => {
    expect((await only(GRID, makeWindowsPackage({ machine: 0xaa64 }))).arch).toBe('aarch64');
  });
  test('a web page under its name is a web page', async () => {
    expect(await only(GRID, '<!DOCTYPE html><html><title>Log in</title></html>')).toMatchObject({
      what: 'unknown',
      remark: { key: 'media.html' },
    });
  });
  test("another maker's program is no driver, whatever it is called", async () => {
    const other = makeWindowsPackage({ texts: { CompanyName: 'Somebody', ProductName: 'Game' }, signer: 'Somebody' });
    expect(await only(GRID, other)).toMatchObject({ what: 'unknown', remark: { key: 'media.windows-program' } });
  });
  test("NVIDIA's other programs are no drivers", async () => {
    const app = makeWindowsPackage({ texts: { ...NVIDIA_TEXTS, ProductName: 'NVIDIA App' } });
    expect(await only('NVIDIA_app_v11.exe', app)).toMatchObject({
      what: 'unknown',
      remark: { key: 'media.windows.other-program' },
    });
  });
  test('the CUDA installer is one of CUDA, with the driver that it carries', async () => {
    const cuda = makeWindowsPackage({ texts: { ...NVIDIA_TEXTS, ProductName: 'NVIDIA CUDA', ProductVersion: '12.6' } });
    expect(await only('cuda_12.6.3_561.17_windows.exe', cuda)).toMatchObject({
      what: 'cuda',
      format: 'exe',
      version: '12.6.3',
      bundledDriver: '561.17',
      arch: 'x86_64',
    });
  });
});

describe('an unpacked driver', () => {
  const setup = makeWindowsPackage({ archive: false });
  const folder = (inf: string | Uint8Array) =>
    mediaFolder({
      'grid/setup.exe': setup,
      'grid/setup.cfg': '<setup/>',
      'grid/Display.Driver/nvgridsw.inf': inf,
      'grid/Display.Driver/nvgridsw.cat': 'catalogue',
      'grid/Display.Driver/nvlddmkm.sy_': 'packed',
    });
  test.each([
    ['ANSI', Buffer.from(makeInf(), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${makeInf()}`, 'utf16le')],
  ])('is one item, known by its INF in %s', async (_name, inf) => {
    const items = await scanned(folder(inf));
    expect(Object.keys(items)).toEqual(['grid/setup.exe']);
    expect(items['grid/setup.exe']).toMatchObject({
      what: 'driver',
      format: 'exe',
      flavour: 'grid',
      version: '538.46',
      windows: {
        devices: [
          { deviceId: '1eb8', subsystem: '130f10de', arch: 'x86_64', fromBuild: 17763 },
          { deviceId: '25b6', subsystem: '160110de', arch: 'x86_64', fromBuild: 17763 },
        ],
      },
    });
  });
  test('without a setup program is known by the INF itself', async () => {
    const items = await scanned(
      mediaFolder({ 'nv/nvdm.inf': makeInf({ devices: ['1eb8:12a210de', '20b5'], catalogue: 'nv_dispt.cat' }), 'nv/nv_dispt.cat': 'x' }),
    );
    expect(Object.keys(items)).toEqual(['nv/nvdm.inf']);
    expect(items['nv/nvdm.inf']).toMatchObject({ what: 'driver', format: 'inf', flavour: 'tesla', version: '538.46', windows: { inf: 'nvdm.inf' } });
  });
  test('of consumer cards is for those, and one of Azure for Azure', async () => {
    const of = async (devices: readonly string[], catalogue: string) =>
      (await only('a.inf', makeInf({ devices, catalogue }))).flavour;
    expect(await of(['2684'], 'nv_disp.cat')).toBe('geforce');
    expect(await of(['1eb8:130f10de'], 'nvgridsw_azure.cat')).toBe('grid-azure');
  });
  test('an INF of another class is no driver', () => {
    expect(parseInf(makeInf().replace('= Display', '= MEDIA'))).toBeNull();
  });
  test('what is behind a semicolon is not read, nor what lists devices of no section', () => {
    const inf = makeInf().replace('%NVIDIA_DEV.1EB8%', ';%NVIDIA_DEV.1EB8%');
    expect(parseInf(infText(Buffer.from(inf)))?.devices.map(({ deviceId }) => deviceId)).toEqual(['25b6']);
    expect(parseInf(makeInf().replace('[NVIDIA_Devices.', '[Other.'))?.devices).toEqual([]);
  });
});

describe('on Windows', () => {
  const PACKAGE = `D:\\nv\\${GRID}`;
  /** A Windows that has one file, answers Get-AuthenticodeSignature, and may have 7-Zip. */
  const windows = (answer: string | Unobservable, inf: string | null = null): Observer => ({
    ...machine,
    platform: 'windows',
    list: async (path) => (path === 'D:\\nv' ? [GRID] : undefined),
    status: async () => ({ kind: 'file', mode: 0o644, sizeBytes: whole.length, modifiedMs: 0, target: null }),
    readBytes: async (path, range) =>
      path === PACKAGE ? whole.subarray(range?.offset ?? 0, (range?.offset ?? 0) + (range?.length ?? whole.length)) : undefined,
    digest: async () => 'a'.repeat(64),
    digests: async (_source, wanted) => wanted.map(() => 'a'.repeat(64)),
    run: async ([program, ...args], options) => {
      if (program.includes('7-Zip')) {
        expect(args).toContain(PACKAGE);
        if (inf === null) throw new Unobservable({ kind: 'tool-missing', tool: '7z.exe' });
        return { stdout: inf, stderr: '', exitCode: 0 };
      }
      expect(args.join(' ')).not.toContain(GRID);
      expect(options?.env).toMatchObject({ GPU_GUEST_FILE: PACKAGE });
      if (typeof answer !== 'string') throw answer;
      return { stdout: answer, stderr: '', exitCode: 0 };
    },
  });
  const signed = (status: number, by = NVIDIA_SIGNER): string =>
    `${JSON.stringify({ Status: status, Signer: `CN=${by}, OU=2-J, O=${by}, L=Santa Clara, S=California, C=US` })}\r\n`;
  const itemOn = async (observer: Observer) => (await scanMedia(observer, 'D:\\nv\\'))?.[0];

  test.each([
    [signed(0), 'intact', undefined],
    [signed(3), 'broken', 'media.windows.hash-mismatch'],
    [signed(2), 'broken', 'media.windows.not-signed'],
    [signed(1), 'unchecked', 'media.windows.not-trusted'],
    [signed(0, 'Somebody'), 'broken', 'media.windows.foreign-signer'],
    ['', 'unchecked', 'media.windows.size-only'],
    [new Unobservable({ kind: 'permission-denied', target: 'powershell.exe' }), 'unchecked', 'media.windows.signature-unread'],
  ])('the signature decides: %s is %s', async (answer, kind, key) => {
    const item = await itemOn(windows(answer));
    expect(item?.file).toBe(PACKAGE);
    expect(item?.integrity).toMatchObject({ kind, ...(key !== undefined && { because: { key } }) });
    expect(item?.remark?.key).toBe('media.windows.by-name');
  });
  test('with 7-Zip installed, the package is known by its INF, whatever it is called', async () => {
    const item = await itemOn(windows(signed(0), makeInf({ version: '31.0.15.3846', devices: ['1eb8:130f10de'] })));
    expect(item).toMatchObject({ version: '538.46', flavour: 'grid', remark: null, windows: { devices: [{ deviceId: '1eb8' }] } });
  });
});
