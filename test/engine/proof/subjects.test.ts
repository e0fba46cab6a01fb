import { expect, it } from 'vitest';
import { capabilitiesIn } from '../../../src/engine/proof/prove.ts';
import { subjectsOf } from '../../../src/engine/proof/subjects.ts';
import { unsaid } from '../../../src/probes/nvidia-smi-values.ts';
import { gpu } from './stand-in.ts';

const [first, second] = ['0000:00:05.0', '0000:00:06.0'] as const;
const on = { ...unsaid, address: second, migMode: 'enabled' as const };

/** As NVIDIA's MIG user guide prints `nvidia-smi -L`. */
const LIST = `GPU 0: A100-SXM4-40GB (UUID: GPU-e86cb44c-6756-fd30-cd4a-1e6da3caf9b0)
GPU 1: A100-SXM4-40GB (UUID: GPU-f86cb44c-6756-fd30-cd4a-1e6da3caf9b0)
  MIG 3g.20gb     Device  0: (UUID: MIG-c7384736-a75d-5afc-978f-d2f1294409fd)
  MIG 3g.20gb     Device  1: (UUID: MIG-a28ad590-3fda-56dd-84fc-0a0b96edc58d)
`;

it('a GPU is shown to its programs by its place on the bus, in whatever order it is listed', () => {
  const gpus = [gpu({ address: second }), gpu({ address: first })];
  const smi = [{ ...unsaid, address: first }, { ...unsaid, address: second }];
  expect(subjectsOf(gpus, smi, '').map(({ name, visible }) => [name, visible])).toEqual([
    [second, '1'],
    [first, '0'],
  ]);
});

it('a GPU in MIG mode is shown by the UUID of its first device', () => {
  const subjects = subjectsOf([gpu({ address: first }), gpu({ address: second })], [{ ...unsaid, address: first }, on], LIST);
  expect(subjects.map(({ mig, visible }) => [mig, visible])).toEqual([
    ['off', '0'],
    ['device', 'MIG-c7384736-a75d-5afc-978f-d2f1294409fd'],
  ]);
});

it('a GPU in MIG mode without devices has nothing that could work', () => {
  expect(subjectsOf([gpu({ address: second })], [on], 'GPU 0: A100 (UUID: GPU-1)\n')[0]?.mig).toBe('none');
});

it('a GPU without an address goes by its number', () => {
  expect(subjectsOf([gpu({ address: null })], [], '')[0]).toMatchObject({ name: '0', visible: '0' });
});

it.each([
  ['00000000:00:05.0, 7.5\n00000000:00:06.0, 9.0\n', ['7.5', '9.0']],
  ['Field "compute_cap" is not a valid field to query.\n', []],
  ['00000000:00:05.0, [N/A]\n', []],
])('the compute capabilities in %j', (csv, found) => {
  expect(capabilitiesIn(csv)).toEqual(found);
});
