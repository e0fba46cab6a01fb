/** How a card is presented, and what it is, by texts of every form. */
import { expect, test } from 'vitest';
import { documentOf, program, fileWith } from './program.ts';

const gpusOf = async (text: string) => (await documentOf('detect', text)).document.gpus;

const vgpu = {
  deviceId: '1eb8',
  mode: 'vgpu',
  vgpu: { type: 'GRID T4-8Q', series: 'Q', framebufferMiB: 8192, cuda: true, hostDriver: null },
};

test.each([
  [
    '-nnk',
    '0000:00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:130f]\n\tKernel driver in use: nvidia\n',
  ],
  ['-nk', '00:05.0 0300: 10de:1eb8 (rev a1)\n\tSubsystem: 10de:130f\n\tKernel driver in use: nvidia\n'],
  [
    '-v, names only',
    '00:05.0 VGA compatible controller: NVIDIA Corporation TU104GL [Tesla T4] (rev a1) (prog-if 00 [VGA controller])\n\tSubsystem: NVIDIA Corporation Device 130f\n\tKernel driver in use: nvidia\n',
  ],
  [
    '-vmm, names only',
    'Slot:\t00:05.0\nClass:\tVGA compatible controller\nVendor:\tNVIDIA Corporation\nDevice:\tTU104GL [Tesla T4]\nSVendor:\tNVIDIA Corporation\nSDevice:\tDevice 130f\nRev:\ta1\n',
  ],
  [
    'tabs lost',
    '00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\nSubsystem: NVIDIA Corporation Device [10de:130f]\n',
  ],
  [
    'capitals',
    '00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10DE:1EB8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10DE:130F]\n',
  ],
  [
    'quoted in a mail, CRLF',
    '> 00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\r\n> \tSubsystem: NVIDIA Corporation Device [10de:130f]\r\n',
  ],
  [
    'in a fence, coloured',
    'Hi,\n```\n00:05.0 3D controller [0302]: \u001b[31mNVIDIA\u001b[0m Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:130f]\n```\n',
  ],
])('a T4-8Q by lspci, %s', async (_, text) => {
  expect(await gpusOf(text)).toMatchObject([vgpu]);
});

const named = (name: string) => gpusOf(`00:05.0 3D controller: NVIDIA Corporation ${name} (rev a1)\n`);

test('a name that one card alone has leads to it; no subsystem leaves the mode open where there are vGPU types', async () => {
  expect(await named('TU104GL [Tesla T4]')).toMatchObject([{ deviceId: '1eb8', name: 'Tesla T4', mode: 'unknown' }]);
  expect(await named('GK210GL [Tesla K80]')).toMatchObject([{ deviceId: '102d', mode: 'passthrough' }]);
  expect(await named('GA102 [GeForce RTX 3080]')).toMatchObject([{ deviceId: null }]);
});

test('functions that are no GPU are none, and other makers’ displays are named apart', async () => {
  const { document } = await documentOf(
    'detect',
    `00:02.0 VGA compatible controller [0300]: Red Hat, Inc. QXL paravirtual graphic card [1b36:0100] (rev 05)
01:00.0 VGA compatible controller [0300]: NVIDIA Corporation AD102 [GeForce RTX 4090] [10de:2684] (rev a1)
	Subsystem: ASUSTeK Computer Inc. Device [1043:88e2]
01:00.1 Audio device [0403]: NVIDIA Corporation AD102 High Definition Audio Controller [10de:22ba] (rev a1)
08:00.0 Bridge [0680]: NVIDIA Corporation GH100 [H100 NVSwitch] [10de:22a3] (rev a1)
`,
  );
  expect(document.gpus).toMatchObject([{ address: '0000:01:00.0', name: 'NVIDIA GeForce RTX 4090' }]);
  expect(document.otherDisplays).toMatchObject([{ address: '0000:00:02.0', vendorId: '1b36', deviceId: '0100' }]);
});

const card = (id: string, subsystem: string) => `00:05.0 0302: 10de:${id}\n\tSubsystem: ${subsystem}\n`;

test.each([
  ['K80', card('102d', '10de:106c'), { kind: 'tesla', branch: 470, kernelModule: 'proprietary', exact: true }],
  ['P40', card('1b38', '10de:11d9'), { kind: 'tesla', branch: 580, kernelModule: 'proprietary', exact: true }],
  ['GH200', card('2342', '10de:16eb'), { kind: 'tesla', branch: 595, kernelModule: 'open', exact: true }],
  ['B200', card('2901', '10de:1999'), { kind: 'tesla', branch: 595, kernelModule: 'open', exact: true }],
  ['GTX 1080', card('1b80', '10de:119e'), { kind: 'geforce', branch: 580, kernelModule: 'proprietary' }],
  ['RTX 5090', card('2b85', '10de:2059'), { kind: 'geforce', branch: 595, kernelModule: 'open' }],
  [
    'board that no list names',
    card('1eb8', '10de:ffee'),
    { kind: 'tesla', exact: false, reason: expect.stringContaining('No list names the board 10de:1eb8:10de:ffee') },
  ],
  [
    'P40 and a T4',
    card('1b38', '10de:11d9') + card('1eb8', '10de:12a2').replace('00:05', '00:06'),
    { kind: 'tesla', branch: 580 },
  ],
])('the driver for a %s', async (_, text, expected) => {
  expect((await documentOf('detect', text)).document.driver.recommended).toMatchObject(expected);
});

test.each([
  [
    'K80 and H100',
    card('102d', '10de:106c') + card('2331', '10de:1626').replace('00:05', '00:06'),
    'No single driver serves all of Tesla K80, NVIDIA H100 PCIe',
  ],
  [
    'a vGPU and a GeForce',
    card('1eb8', '10de:130f') + card('2684', '1043:88e2').replace('00:05', '00:06'),
    'No single driver serves both',
  ],
  ['a card without subsystem', '00:05.0 0302: 10de:1eb8\n', 'The subsystem of 10de:1eb8 is not given'],
  ['an unknown card', card('3abc', '10de:1234'), 'No driver branch that is known fits 10de:3abc:10de:1234'],
  [
    'no lspci at all',
    "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n",
    'The source does not show what is on the PCI bus',
  ],
  [
    'a bus without NVIDIA',
    '00:02.0 VGA compatible controller [0300]: Cirrus Logic GD 5446 [1013:00b8]\n',
    'No NVIDIA GPU was found',
  ],
])('no driver for %s, with the reason, and still exit code 0', async (_, text, reason) => {
  const { code, document } = await documentOf('detect', text);
  expect(code).toBe(0);
  expect(document.driver.recommended).toBeNull();
  expect(document.driver.reason).toContain(reason);
});

function configSpace(host: string, branch: string, size = 256): Uint8Array {
  const bytes = Buffer.alloc(size);
  Buffer.from('de10b81e07001000a1000003', 'hex').copy(bytes);
  Buffer.from('de100f13', 'hex').copy(bytes, 0x2c);
  bytes[0x34] = 0xd0;
  const record = [Buffer.from(host.padEnd(10, '\0')), Buffer.from(branch.padEnd(10, '\0'))];
  Buffer.concat([Buffer.from('09001b56460016', 'hex'), ...record]).copy(bytes, 0xd0);
  return bytes;
}

test.each([
  ['525.105.14', ['525.105.17']],
  ['535.161.05', ['535.161.08', '535.161.07']],
  ['550.54.16', ['550.54.15']],
  ['570.158.02', ['570.158.01']],
  ['580.65.05', ['580.65.06']],
  ['595.58.02', ['595.58.03']],
  ['450.80', ['450.80.02']],
])(
  'a host with %s, read from configuration space, wants the Linux guest of its own release',
  async (host, versions) => {
    const branch = host.slice(0, 3);
    const { document } = await documentOf('detect', configSpace(host, `r${branch}_00`));
    expect(document.gpus).toMatchObject([{ vgpu: { hostDriver: { version: host, branch: `r${branch}_00` } } }]);
    expect(document.driver.recommended).toMatchObject({ kind: 'grid', branch: Number(branch), versions, exact: true });
  },
);

test('a host that no list names wants its own branch, and the reason is of the version named first', async () => {
  const { document } = await documentOf('detect', configSpace('460.16', 'r460_00', 4096));
  const { versions, reason, exact } = document.driver.recommended as {
    versions: string[];
    reason: string;
    exact: boolean;
  };
  expect({ exact, branch: versions[0]?.slice(0, 3) }).toEqual({ exact: true, branch: '460' });
  expect(reason).toContain(versions[0]);
});

test.each([
  ['nothing', ''],
  ['zeros', new Uint8Array(256)],
  ['a letter', 'Dear all,\nmy Tesla T4 does not work.\n'],
  ['64 kB of anything', Buffer.from(Array.from({ length: 65_536 }, (_, at) => (at * 7919) % 256))],
])('%s is refused with exit code 2 in a sentence, without a stack', async (_, contents) => {
  for (const command of ['detect', 'diagnose', 'license']) {
    const { code, stderr, stdout } = await program(command, fileWith(contents));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^gpu-guest: .*\n$/);
  }
});
