import { describe, expect, it } from 'vitest';
import { registryValue, shownValue } from '../../src/domain/registry-value.ts';
import { exportedKeys, longKey, regFile } from '../../src/platform/windows/reg-file.ts';

/** As reg.exe of Windows 10 writes it: long values over several lines, `\` and `"` with a `\` before. */
const EXPORT = `Windows Registry Editor Version 5.00\r
\r
[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r
@="own"\r
"FeatureType"=dword:0000000a\r
"Said \\"so\\" in C:\\\\A"="C:\\\\Program Files\\\\中文 \\"quoted\\""\r
"Lines"="one\r
two]=x"\r
"Path"=hex(2):25,00,53,00,25,00,3b,00,43,00,3a,00,5c,00,\\\r
  62,00,00,00\r
"Several"=hex(7):61,00,00,00,00,00\r
"Bytes"=hex:01,FF\r
"None"=hex(0):\r
"Wide"=hex(b):01,00,00,00,00,00,00,00\r
\r
[HKEY_LOCAL_MACHINE\\SOFTWARE\\X\\Y]\r
`;

describe('a registry export', () => {
  it('is read to the byte', () => {
    const [own, inner] = exportedKeys(EXPORT);
    expect(inner).toEqual({ key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X\\Y', values: [] });
    expect(own?.key).toBe('HKEY_LOCAL_MACHINE\\SOFTWARE\\X');
    expect(own?.values.map((value) => [value.name, shownValue(value)])).toEqual([
      ['', 'REG_SZ own'],
      ['FeatureType', 'REG_DWORD 10'],
      ['Said "so" in C:\\A', 'REG_SZ C:\\Program Files\\中文 "quoted"'],
      ['Lines', 'REG_SZ one\r\ntwo]=x'],
      ['Path', 'REG_EXPAND_SZ %S%;C:\\b'],
      ['Several', 'REG_MULTI_SZ a'],
      ['Bytes', 'REG_BINARY 01ff'],
      ['None', 'REG_NONE'],
      ['Wide', 'REG_QWORD 1'],
    ]);
  });

  it.each([
    ['', registryValue('REG_SZ', 'own')],
    ['Path', registryValue('REG_EXPAND_SZ', `%SystemRoot%;${'C:\\長い\\'.repeat(900)}`)],
    ['a "name" of C:\\', registryValue('REG_DWORD', '4294967295')],
    ['bytes', registryValue('REG_BINARY', '00ff')],
    ['odd', { type: 4, bytes: '01' }],
  ])('is read as it is written: “%s”', (name, value) => {
    const text = Buffer.from(regFile('HKLM\\SOFTWARE\\X', name, value)).toString('utf16le').replace('\ufeff', '');
    expect(text.split('\r\n').every((line) => line.length < 200)).toBe(true);
    expect(exportedKeys(text)).toEqual([{ key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X', values: [{ name, ...value }] }]);
  });

  it('takes one value away', () => {
    const text = Buffer.from(regFile('HKLM\\SOFTWARE\\X', 'a', null)).toString('utf16le');
    expect(text).toBe('\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n"a"=-\r\n\r\n');
  });

  it('names a key by its long name, once', () => {
    expect(longKey('hklm\\SOFTWARE')).toBe('HKEY_LOCAL_MACHINE\\SOFTWARE');
    expect(longKey('HKEY_LOCAL_MACHINE\\SOFTWARE')).toBe('HKEY_LOCAL_MACHINE\\SOFTWARE');
  });
});
