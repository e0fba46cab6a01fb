import { describe, expect, it } from 'vitest';
import { decodeFile, decodeOutput } from '../../src/platform/windows/decode.ts';
import { environmentFrom, placesOf, windowsStateFolder } from '../../src/platform/windows/places.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 设备 in GBK, デバイス in Shift_JIS. */
const GBK = bytes(0xc9, 0xe8, 0xb1, 0xb8);
const SHIFT_JIS = bytes(0x83, 0x66, 0x83, 0x6f, 0x83, 0x43, 0x83, 0x58);
/** 联通 in GBK: these four bytes are well-formed UTF-8 as well, of which editors have made nonsense for twenty years. */
const LIANTONG = bytes(0xc1, 0xaa, 0xcd, 0xa8);

describe('what a Windows program writes', () => {
  it.each([
    ['in code page 936', GBK, 936, '设备'],
    ['in code page 932', SHIFT_JIS, 932, 'デバイス'],
    ['in code page 65001', utf8('设备 デバイス'), 65001, '设备 デバイス'],
    ['in code page 936, though it could pass as UTF-8', LIANTONG, 936, '联通'],
  ])('is read %s', (_, given, page, text) => {
    expect(decodeOutput(given, page, false)).toBe(text);
  });

  it("is UTF-8 from PowerShell, or the console's where a policy forbade it to choose", () => {
    expect(decodeOutput(utf8('Microsoft 基本显示适配器'), 936, true)).toBe('Microsoft 基本显示适配器');
    expect(decodeOutput(GBK, 936, true)).toBe('设备');
  });

  it('keeps its ASCII where no decoder fits', () => {
    const text = decodeOutput(bytes(...utf8('PCI\\VEN_10DE '), 0x84, 0x94), 850, false);
    expect(text.startsWith('PCI\\VEN_10DE ')).toBe(true);
  });

  it('begins without a byte order mark', () => {
    expect(decodeOutput(bytes(0xef, 0xbb, 0xbf, 0x5b, 0x5d), 936, true)).toBe('[]');
    expect(decodeFile(bytes(0xff, 0xfe, 0x2d, 0x4e))).toBe('中');
    expect(decodeFile(bytes(0xfe, 0xff, 0x4e, 0x2d))).toBe('中');
    expect(decodeFile(utf8('中'))).toBe('中');
  });
});

const HERE = { SystemRoot: 'D:\\WINNT', ProgramFiles: 'D:\\Programs', ProgramData: 'D:\\Data' };

describe('programs of Windows', () => {
  it("are looked for where Windows keeps them, never in the current folder or the user's PATH", () => {
    const env = { ...HERE, PATH: 'C:\\Users\\mallory' };
    expect(placesOf('reg.exe', env)).toEqual(['D:\\WINNT\\System32\\reg.exe']);
    expect(placesOf('pnputil', env)).toEqual(['D:\\WINNT\\System32\\pnputil.exe']);
    expect(placesOf('powershell.exe', env)).toEqual(['D:\\WINNT\\System32\\WindowsPowerShell\\v1.0\\powershell.exe']);
    expect(environmentFrom(env)['PATH']).toBe('D:\\WINNT\\System32;D:\\WINNT;D:\\WINNT\\System32\\Wbem');
  });

  it('show the 64-bit registry to a 32-bit process as well', () => {
    const env = {
      ...HERE,
      PROCESSOR_ARCHITEW6432: 'AMD64',
      ProgramFiles: 'D:\\Programs (x86)',
      ProgramW6432: 'D:\\Programs',
    };
    expect(placesOf('reg.exe', env)).toEqual(['D:\\WINNT\\Sysnative\\reg.exe']);
    expect(placesOf('nvidia-smi', env)[1]).toBe('D:\\Programs\\NVIDIA Corporation\\NVSMI\\nvidia-smi.exe');
  });

  it('do not get the module path of another PowerShell', () => {
    expect(environmentFrom({ ...HERE, PSModulePath: 'C:\\Users\\me' })).not.toHaveProperty('PSModulePath');
  });

  it('keep our state under %ProgramData%', () => {
    expect(windowsStateFolder(HERE)).toBe('D:\\Data\\gpu-guest');
    expect(windowsStateFolder({})).toBe('C:\\ProgramData\\gpu-guest');
  });
});
