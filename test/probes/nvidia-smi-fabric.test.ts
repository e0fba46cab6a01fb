import { describe, expect, test } from 'vitest';
import { parseNvidiaSmi } from '../../src/probes/nvidia-smi.ts';

describe('a GPU behind NVSwitch', () => {
  const fabricIn = (state: string) => {
    const smi = parseNvidiaSmi({
      stdout: `GPU 00000000:03:00.0\n    Product Name : NVIDIA H100 80GB HBM3\n    Fabric\n        State : ${state}\n        Status : N/A\n`,
      stderr: '',
      exitCode: 0,
    });
    return smi.kind === 'answered' ? smi.gpus[0]?.fabric : null;
  };
  test.each([
    ['Completed', 'Completed'],
    ['In Progress', 'In Progress'],
    ['Not Started', 'Not Started'],
    ['N/A', undefined],
  ])('whose fabric is %j', (state, fabric) => {
    expect(fabricIn(state)).toBe(fabric);
  });

  test('is read from the XML too', () => {
    const stdout =
      '<nvidia_smi_log><gpu id="00000000:03:00.0"><product_name>NVIDIA H100</product_name><fabric><state>In Progress</state></fabric></gpu></nvidia_smi_log>';
    const smi = parseNvidiaSmi({ stdout, stderr: '', exitCode: 0 });
    expect(smi.kind === 'answered' ? smi.gpus[0]?.fabric : null).toBe('In Progress');
  });
});
