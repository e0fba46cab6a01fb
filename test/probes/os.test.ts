import { describe, expect, it } from 'vitest';
import { os, parseOsRelease } from '../../src/probes/os.ts';
import { seen } from './made-up-machine.ts';

describe('os', () => {
  it.each([
    [
      'PRETTY_NAME="Ubuntu 22.04.4 LTS"\nNAME="Ubuntu"\nVERSION_ID="22.04"\nID=ubuntu\nID_LIKE=debian\n',
      { id: 'ubuntu', version: '22.04', name: 'Ubuntu 22.04.4 LTS', like: ['ubuntu', 'debian'], packageManager: 'apt' },
    ],
    [
      'NAME="Rocky Linux"\nVERSION_ID="9.4"\nID="rocky"\nID_LIKE="rhel centos fedora"\nPRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"\n',
      {
        id: 'rocky',
        version: '9.4',
        name: 'Rocky Linux 9.4 (Blue Onyx)',
        like: ['rocky', 'rhel', 'centos', 'fedora'],
        packageManager: 'dnf',
      },
    ],
    [
      'NAME="SLES"\nVERSION_ID="15.6"\nID="sles"\nID_LIKE="suse"\nPRETTY_NAME="SUSE Linux Enterprise Server 15 SP6"\n',
      { id: 'sles', packageManager: 'zypper' },
    ],
    [
      'PRETTY_NAME="Debian GNU/Linux trixie/sid"\nNAME="Debian GNU/Linux"\nID=debian\n',
      { id: 'debian', version: null, packageManager: 'apt' },
    ],
    ["NAME='Arch Linux'\nID=arch\n", { id: 'arch', name: 'Arch Linux', packageManager: 'none' }],
  ])('reads os-release %#', (text, expected) => {
    expect(parseOsRelease(text)).toMatchObject(expected);
  });

  it('falls back to the vendor’s file, and is unknown without any', async () => {
    expect(await seen(os, { files: { '/usr/lib/os-release': 'ID=fedora\nVERSION_ID=41\n' } })).toMatchObject({
      id: 'fedora',
    });
    await expect(seen(os, {})).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
  });
});
