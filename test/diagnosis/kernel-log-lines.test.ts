import { describe, expect, it } from 'vitest';
import { kernelMessages, latestKernelMessages } from '../../src/diagnosis/kernel-log-lines.ts';

const kindsOf = (...lines: string[]): readonly string[] => kernelMessages(lines).map(({ kind }) => kind);

describe("NVIDIA's kernel messages", () => {
  it('are read over several lines, whatever stands before them', () => {
    const [message] = kernelMessages([
      '[  145.441505] cloud-init[3620]: Jun 11 08:11:03 guest kernel: NVRM: API mismatch: the client has the version 535.183.01, but',
      '[  145.441820] cloud-init[3620]: NVRM: this kernel module has the version 535.161.07.  Please',
      '[  145.441978] cloud-init[3620]: NVRM: make sure that this kernel module and all NVIDIA driver',
    ]);
    expect(message).toMatchObject({ kind: 'api-mismatch', said: { first: '535.183.01', second: '535.161.07' } });
    expect(message?.raw).toHaveLength(2);
  });

  it('are read where a logger wrote \\x0a for a line break', () => {
    const line =
      'NVRM: The NVIDIA GPU 0000:00:10.0 (PCI ID: 10de:1b38)\\x0aNVRM: installed in this system is not supported by the\\x0aNVRM: NVIDIA 535.54.03 driver release.';
    expect(kernelMessages([line])).toMatchObject([
      { kind: 'not-supported', said: { address: '0000:00:10.0', device: '1b38', driver: '535.54.03' } },
    ]);
  });

  it('differ in their second line', () => {
    const first = 'NVRM: The NVIDIA GPU 0000:01:00.0 (PCI ID: 10de:2b85)';
    expect(kindsOf(first, 'NVRM: installed in this system requires use of the NVIDIA open kernel modules.')).toEqual([
      'needs-open',
    ]);
    expect(
      kindsOf(
        first,
        'NVRM: installed in this system is not supported by open',
        'NVRM: nvidia.ko because it does not include',
      ),
    ).toEqual(['open-unsupported']);
    expect(kindsOf(first)).toEqual(['cut-off']);
    expect(kindsOf(first, 'NVRM: something else altogether')).toEqual([]);
  });

  it.each([
    [
      'NVRM: GPU 0000:02:01.0: RmInitAdapter failed! (0x22:0x40:774)',
      { address: '0000:02:01.0', code: '0x22:0x40:774' },
    ],
    ['NVRM: RmInitAdapter failed! (0x26:0xffff:1096)', { code: '0x26:0xffff:1096' }],
    ['NVRM: RmInitAdapter failed! (0x31:0xffff)', { code: '0x31:0xffff' }],
  ])('a GPU that does not start: %s', (line, said) => {
    expect(kernelMessages([line])).toMatchObject([{ kind: 'init-failed', said }]);
  });

  it.each([
    ['NVRM: Xid (PCI:0000:02:01): 31, pid=1234, name=python3', { address: '0000:02:01', xid: '31' }],
    ['NVRM: Xid (0000:01:00): 13, 0005 00000000 0000502d', { address: '0000:01:00', xid: '13' }],
  ])('an Xid, new and old: %s', (line, said) => {
    expect(kernelMessages([line])).toMatchObject([{ kind: 'xid', said }]);
  });

  it('are kept apart from what only looks alike', () => {
    expect(
      kindsOf('nvidia: module verification failed: signature and/or required key missing - tainting kernel'),
    ).toEqual([]);
    expect(kindsOf('NVRM: GPU 0000:02:01.0: rm_init_adapter failed, device minor number 0')).toEqual([]);
    expect(kindsOf("pci 0000:00:1f.3: BAR 6: can't assign [mem size 0x00080000 pref]: no space")).toEqual([]);
  });
});

describe('the latest attempt to load the driver', () => {
  const begins = 'nvidia-nvlink: Nvlink Core is being initialized, major device number 236';
  const kinds = (...lines: string[]) => latestKernelMessages(lines).map(({ kind }) => kind);
  it('outranks what an earlier one said', () => {
    expect(kinds(begins, 'NVRM: RmInitAdapter failed! (0x22:0x40:774)', begins)).toEqual([]);
    expect(kinds('Loading of unsigned module is rejected', begins)).toEqual([]);
    expect(kinds(begins, 'NVRM: RmInitAdapter failed! (0x22:0x40:774)')).toEqual(['init-failed']);
  });
  it('does not mend what the bus said at boot', () => {
    expect(kinds("pci 0000:08:00.0: BAR 1: can't assign [mem size 0x1 64bit pref]", begins)).toEqual([
      'bar-unassigned',
    ]);
  });
});
