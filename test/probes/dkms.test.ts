import { describe, expect, it } from 'vitest';
import { dkms, parseDkmsStatus } from '../../src/probes/dkms.ts';
import { seen } from './made-up-machine.ts';

describe('dkms', () => {
  it.each([
    ['nvidia/525.105.17, 5.15.0-105-generic, x86_64: installed\n', '5.15.0-105-generic', 'installed'],
    ['nvidia, 525.105.17, 5.15.0-105-generic, x86_64: installed\n', '5.15.0-105-generic', 'installed'],
    [
      'nvidia/525.105.17, 6.1.0-37-amd64, x86_64: installed (WARNING! Diff between built and installed module!)\n',
      '6.1.0-37-amd64',
      'installed',
    ],
    ['nvidia, 525.105.17: added\n', null, 'added'],
    ['nvidia/525.105.17: added\n', null, 'added'],
    [
      'Deprecated feature: REMAKE_INITRD (/var/lib/dkms/nvidia/525.105.17/source/dkms.conf)\nnvidia/525.105.17, 6.8.0-45-generic, x86_64: built\n',
      '6.8.0-45-generic',
      'built',
    ],
  ])('reads %s', (text, kernel, state) => {
    expect(parseDkmsStatus(text)).toEqual([{ module: 'nvidia', version: '525.105.17', kernel, state }]);
  });

  it('has no modules where DKMS was never there; where it has left some behind, they are unknown', async () => {
    expect(await seen(dkms, {})).toEqual([]);
    const left = { '/var/lib/dkms/nvidia/525.105.17/source': { link: '/usr/src/nvidia-525.105.17' } };
    await expect(seen(dkms, { files: left })).rejects.toMatchObject({ ignorance: { kind: 'tool-missing' } });
    const failed = { 'dkms status': { stderr: 'Error! Could not locate dkms.conf file.', exitCode: 4 } };
    await expect(seen(dkms, { commands: failed })).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });
});
