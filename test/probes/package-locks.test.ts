import { describe, expect, test } from 'vitest';
import { packageManager } from '../../src/probes/package-manager.ts';
import { seen } from './made-up-machine.ts';

describe('the lock of zypper', () => {
  test('what this program asks zypper itself is no other program', async () => {
    const zypper = { '/usr/bin/zypper': '', '/run/zypp.pid': '812', '/proc/812/comm': 'zypper\n' };
    const files = {
      ...zypper,
      '/proc/self/stat': '700 (node) S 1 0 0\n',
      '/proc/812/stat': '812 (zypper) S 700 0 0\n',
    };
    expect(await seen(packageManager, { files })).toMatchObject({ manager: 'zypper', lockedBy: null });
    const others = { ...files, '/proc/812/stat': '812 (zypper) S 1 700 0\n' };
    expect(await seen(packageManager, { files: others })).toMatchObject({ lockedBy: { pid: 812, program: 'zypper' } });
  });
});
