import { describe, expect, it } from 'vitest';
import { firmware } from '../../src/probes/firmware.ts';
import { parseMokutilState, secureBoot } from '../../src/probes/secure-boot.ts';
import { seen } from './made-up-machine.ts';

const VARIABLES = '/sys/firmware/efi/efivars';
const SECURE_BOOT = `${VARIABLES}/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c`;
const SHIM = `${VARIABLES}/MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23`;

describe('secureBoot and firmware', () => {
  const on = { [SECURE_BOOT]: '\x06\0\0\0\x01' };
  it.each([
    ['the variable says on', { files: on }, 'on'],
    ['the variable says off', { files: { [SECURE_BOOT]: '\x06\0\0\0\0' } }, 'off'],
    ['shim checks nothing', { files: { ...on, [SHIM]: '\x06\0\0\0\x01' } }, 'off'],
    ['shim checks', { files: { ...on, [SHIM]: '\x06\0\0\0\0' } }, 'on'],
    ['the firmware has variables, but not this one', { files: { [`${VARIABLES}/BootOrder-8be4df61`]: 'x' } }, 'off'],
    ['there is no UEFI', {}, 'no-uefi'],
    [
      'the variables are not shown, mokutil says it',
      { files: { '/sys/firmware/efi/systab': '' }, commands: { 'mokutil --sb-state': 'SecureBoot enabled\n' } },
      'on',
    ],
  ])('%s', async (_, contents, expected) => {
    expect(await seen(secureBoot, contents)).toBe(expected);
  });

  it('is unknown, not off, where nothing can be asked', async () => {
    await expect(seen(secureBoot, { files: { '/sys/firmware/efi/systab': '' } })).rejects.toMatchObject({
      ignorance: { kind: 'tool-missing', tool: 'mokutil' },
    });
    await expect(seen(secureBoot, { files: { [SECURE_BOOT]: '\x06\0' } })).rejects.toMatchObject({
      ignorance: { kind: 'unreadable' },
    });
  });

  it.each([
    ['SecureBoot enabled\n', 'on'],
    ['SecureBoot disabled\nPlatform is in Setup Mode\n', 'off'],
    ['SecureBoot enabled\nSecureBoot validation is disabled in shim\n', 'off'],
    ["This system doesn't support Secure Boot\n", 'off'],
    ['EFI variables are not supported on this system\n', 'no-uefi'],
  ])('reads mokutil: %s', (text, expected) => {
    expect(parseMokutilState(text)).toBe(expected);
  });

  it('tells UEFI from BIOS', async () => {
    expect(await seen(firmware, { files: { '/sys/firmware/efi/systab': '' } })).toBe('uefi');
    expect(await seen(firmware, {})).toBe('bios');
  });
});
