/** `license` about what was pasted. */
import { expect, test } from 'vitest';
import { documentOf, fileWith, program } from './program.ts';

const HEAD = `==============NVSMI LOG==============

Timestamp                                 : Mon Mar 31 05:01:08 2025
Driver Version                            : 535.129.03
CUDA Version                              : 12.2

Attached GPUs                             : 1
`;
const gpu = (
  status: string,
  { label = 'vGPU Software Licensed Product', product = 'NVIDIA RTX Virtual Workstation', bus = '02:00.0' } = {},
) => `GPU 00000000:${bus}
    Product Name                          : GRID T4-8Q
    GPU Virtualization Mode
        Virtualization Mode               : VGPU
        Host VGPU Mode                    : N/A
    ${label}
        Product Name                      : ${product}
        License Status                    : ${status}
`;
const licencesIn = async (text: string) => {
  const { code, document } = await documentOf('license', text);
  return { code, gpus: document.gpus };
};

const TABLE = `| NVIDIA-SMI 535.129.03             Driver Version: 535.129.03   CUDA Version: 12.2     |
|   0  GRID T4-8Q          On  | 00000000:02:00.0 Off |                   On |
`;

test.each([
  [
    'Licensed (Expiry: 2025-4-1 3:4:5 GMT)',
    0,
    { state: 'licensed', expiry: '2025-04-01T03:04:05Z', secondsLeft: 79_377 },
  ],
  ['Licensed (Expiry: Permanent)', 0, { state: 'licensed', expiry: 'permanent', secondsLeft: null }],
  ['Licensed (Expiry: N/A)', 0, { state: 'licensed', expiry: null }],
  ['Licensed (Expiry: ERR!)', 0, { state: 'licensed', expiry: null }],
  ['Licensed (Expiry: 2025-13-41 25:61:61 GMT)', 0, { state: 'licensed', expiry: null, secondsLeft: null }],
  ['Licensed', 0, { state: 'licensed', expiry: null }],
  ['Unlicensed', 1, { state: 'unlicensed' }],
  ['Unlicensed (Unrestricted)', 1, { state: 'unlicensed-unrestricted' }],
  ['Unlicensed (Restricted)', 1, { state: 'unlicensed-restricted' }],
  ['Unknown', 1, { state: 'unknown' }],
  ['N/A', 1, { state: 'unknown' }],
])('“%s”', async (status, code, expected) => {
  const product = 'NVIDIA RTX Virtual Workstation';
  expect(await licencesIn(HEAD + gpu(status))).toMatchObject({
    code,
    gpus: [{ address: '0000:02:00.0', product, ...expected }],
  });
});

test('the label of old drivers, lost indentation and Windows line ends change nothing', async () => {
  const text = HEAD + gpu('Licensed', { label: 'GRID Licensed Product', product: 'GRID Virtual PC' });
  for (const form of [text, text.replaceAll(/^ +/gm, ''), text.replaceAll('\n', '\r\n')])
    expect((await licencesIn(form)).gpus).toMatchObject([{ product: 'GRID Virtual PC', state: 'licensed' }]);
});

test('of two GPUs each has its own, and one without a licence is enough for exit code 1', async () => {
  const text = HEAD + gpu('Licensed (Expiry: Permanent)') + gpu('Unlicensed', { bus: '02:01.0' });
  expect(await licencesIn(text)).toMatchObject({
    code: 1,
    gpus: [{ state: 'licensed' }, { address: '0000:02:01.0', state: 'unlicensed' }],
  });
});

test('a table on the same page does not hide what -q says, or a line of it', async () => {
  const query = HEAD + gpu('Licensed (Expiry: Permanent)');
  const line =
    '$ nvidia-smi -q | grep -i license\n    vGPU Software Licensed Product\n        License Status                    : Licensed (Expiry: Permanent)\n';
  for (const text of [
    `$ nvidia-smi\n${TABLE}$ nvidia-smi -q\n${query}`,
    `${query}${TABLE}`,
    `$ nvidia-smi\n${TABLE}${line}`,
  ])
    expect(await licencesIn(text)).toMatchObject({
      code: 0,
      gpus: [{ address: '0000:02:00.0', state: 'licensed', expiry: 'permanent' }],
    });
});

test('a table alone does not say whether there is a licence', async () => {
  expect(await licencesIn(TABLE)).toMatchObject({ code: 1, gpus: [{ product: null, state: 'unknown' }] });
});

test('a passed-through card whose driver shows no licence section needs none', async () => {
  const text = `${HEAD}GPU 00000000:02:00.0\n    Product Name : Tesla T4\n    GPU Virtualization Mode\n        Virtualization Mode : Pass-Through\n`;
  expect(await licencesIn(text)).toMatchObject({ code: 0, gpus: [{ product: null, state: 'not-applicable' }] });
});

test('nvidia-smi -L names the GPUs, and rpm -qa the driver', async () => {
  const list =
    'GPU 0: GRID T4-8Q (UUID: GPU-aaaaaaaa-1111-2222-3333-444444444444)\nGPU 1: GRID T4-8Q (UUID: GPU-aaaaaaaa-1111-2222-3333-444444444445)\n';
  expect((await documentOf('detect', list)).document.gpus).toMatchObject([
    { deviceId: '1eb8', mode: 'vgpu', vgpu: { type: 'GRID T4-8Q' } },
    { deviceId: '1eb8', mode: 'vgpu' },
  ]);
  const rpms =
    '[root@x ~]# rpm -qa | grep -i nvidia\nnvidia-driver-550.54.15-1.el9.x86_64\nkmod-nvidia-latest-dkms-550.54.15-1.el9.x86_64\n';
  const { document } = await documentOf('detect', `00:05.0 0302: 10de:1eb8\n\tSubsystem: 10de:12a2\n${rpms}`);
  expect(document.driver.installed).toMatchObject({ version: '550.54.15', kind: 'tesla', origin: 'rpm' });
});

test('a folder given for a token is refused in a sentence, with exit code 2', async () => {
  const { code, stderr } = await program('token', '/tmp');
  expect(code).toBe(2);
  expect(stderr).not.toContain('broke inside');
});

test('a simulated guest that must not reboot stops before it, with exit code 10', async () => {
  const { code } = await program('apply', 'sim:v100-nouveau', '--yes', '--reboot', 'never');
  expect(code).toBe(10);
  const profile = fileWith('schema: gpu-guest/profile@1\nreboot: never\n');
  expect((await program('apply', 'sim:v100-nouveau', '--yes', '--profile', profile)).code).toBe(10);
});
