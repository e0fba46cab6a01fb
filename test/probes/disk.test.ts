import { describe, expect, it } from 'vitest';
import { disk } from '../../src/probes/disk.ts';
import { seen } from './made-up-machine.ts';

describe('disk', () => {
  it('says for each path which mount holds it and what is free there', async () => {
    const files = { '/': '', '/boot/x': '', '/usr/x': '', '/var/x': '', '/tmp/x': '' };
    const stdout = [
      'Filesystem     1024-blocks     Used Available Capacity Mounted on',
      '/dev/vda1         20480000 10240000   9216000      53% /',
      '/dev/vda15          498688   102400    396288      21% /boot',
      '/dev/vda1         20480000 10240000   9216000      53% /',
      '/dev/vda1         20480000 10240000   9216000      53% /',
      'tmpfs               204800        0    204800       0% /tmp',
    ].join('\n');
    const at = (path: string, mount: string, freeMiB: number) => ({ path, mount, freeMiB });
    expect(await seen(disk, { files, commands: { df: stdout } })).toEqual([
      at('/', '/', 9000),
      at('/boot', '/boot', 387),
      at('/usr', '/', 9000),
      at('/var', '/', 9000),
      at('/tmp', '/tmp', 200),
    ]);
    await expect(
      seen(disk, { files, commands: { df: stdout.split('\n').slice(0, 3).join('\n') } }),
    ).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });
});
