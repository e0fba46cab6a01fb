import { describe, expect, it } from 'vitest';
import { filterKernelLog, kernelLog } from '../../src/probes/kernel-log.ts';
import { seen } from './made-up-machine.ts';

describe('kernelLog', () => {
  const lines = [
    '[    1.0] Linux version 6.1',
    '[    5.1] NVRM: GPU 0000:00:05.0: RmInitAdapter failed! (0x26:0x56:1482)',
    '[    5.2] usb 1-1: new device',
  ];
  const denied = { stderr: 'dmesg: read kernel buffer failed: Operation not permitted\n', exitCode: 1 };
  const journal = 'journalctl -k -b --no-pager -o cat';

  it('is what dmesg says of the GPU, else what the journal does', async () => {
    expect(await seen(kernelLog, { commands: { dmesg: lines.join('\n') } })).toEqual([lines[1]]);
    expect(
      await seen(kernelLog, { commands: { dmesg: denied, [journal]: 'nouveau 0000:00:05.0: unknown chipset\n' } }),
    ).toEqual(['nouveau 0000:00:05.0: unknown chipset']);
  });

  it('is unknown, not empty, where a user may read neither', async () => {
    const commands = {
      dmesg: denied,
      [journal]: {
        stdout: '-- No entries --\n',
        stderr: 'Hint: You are currently not seeing messages from other users and the system.\n',
      },
    };
    await expect(seen(kernelLog, { commands })).rejects.toMatchObject({ ignorance: { kind: 'permission-denied' } });
  });

  it.each([
    'nvidia: module verification failed: signature and/or required key missing - tainting kernel',
    'Loading of module with unavailable key is rejected',
    'pci 0000:00:05.0: BAR 1: no space for [mem size 0x800000000 64bit pref]',
    'pci 0000:00:05.0: BAR 1 [mem size 0x800000000 64bit pref]: failed to assign',
    'nvidia: disagrees about version of symbol module_layout',
    'Lockdown: modprobe: unsigned module loading is restricted; see man kernel_lockdown.7',
  ])('keeps: %s', (line) => {
    expect(filterKernelLog(`[    1.0] x\n${line}`)).toEqual([line]);
  });
});
