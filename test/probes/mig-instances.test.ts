import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { parseComputeInstances, parseDevices, parseGpuInstances } from '../../src/probes/mig-instances.ts';
import { parsePlacements } from '../../src/probes/mig-profiles.ts';

const output = (stdout: string, exitCode = 0) => ({ stdout, stderr: '', exitCode });

/** As the MIG user guide prints them. */
const LGI = `+-------------------------------------------------------+
| GPU instances:                                        |
| GPU   Name             Profile  Instance   Placement  |
|                          ID       ID       Start:Size |
|=======================================================|
|   0  MIG 1g.5gb+me        20       13          6:1     |
+-------------------------------------------------------+
|   1  MIG 3g.20gb          9         2          4:4     |
+-------------------------------------------------------+
`;
const LCI = `+--------------------------------------------------------------------+
| Compute instances:                                                 |
| GPU     GPU       Name             Profile   Instance   Placement  |
|       Instance                       ID        ID       Start:Size |
|         ID                                                         |
|====================================================================|
|   0      1       MIG 1c.3g.20gb       0         0          0:1     |
+--------------------------------------------------------------------+
|   0      1       MIG 1c.3g.20gb       0*        1          1:1     |
+--------------------------------------------------------------------+
`;

describe('the MIG instances of nvidia-smi', () => {
  it('are read with their ids and places', () => {
    expect(parseGpuInstances(output(LGI))).toEqual([
      { gpu: 0, id: 13, name: '1g.5gb+me', start: 6, size: 1 },
      { gpu: 1, id: 2, name: '3g.20gb', start: 4, size: 4 },
    ]);
    expect(parseComputeInstances(output(LCI))).toEqual([
      { gpu: 0, gpuInstance: 1, id: 0, name: '1c.3g.20gb' },
      { gpu: 0, gpuInstance: 1, id: 1, name: '1c.3g.20gb' },
    ]);
  });

  it('are read without their places too, which older drivers do not say', () => {
    const older = '|   0      1       MIG 1c.3g.20gb       0         2     |\n';
    expect(parseComputeInstances(output(older))).toEqual([{ gpu: 0, gpuInstance: 1, id: 2, name: '1c.3g.20gb' }]);
  });

  it('are none where it says so', () => {
    expect(parseGpuInstances(output('No GPU instances found: Not Found\n', 6))).toEqual([]);
    expect(parseGpuInstances(output('No MIG-enabled devices found.\n', 6))).toEqual([]);
    expect(parseComputeInstances(output('No compute instances found: Not Found\n', 6))).toEqual([]);
  });

  it.each(['', 'Failed to initialize NVML: Unknown Error\n', LGI.slice(0, 120)])('are not none after %j', (text) => {
    expect(() => parseGpuInstances(output(text))).toThrow(Unobservable);
  });

  it('are not known to whoever may not ask', () => {
    expect(() => parseGpuInstances(output('Unable to list GPU instances: Insufficient Permissions\n', 4))).toThrow('permission-denied');
  });

  it('have UUIDs below their GPU', () => {
    const list = `GPU 0: NVIDIA A30 (UUID: GPU-00000000-0000-4000-8000-000000000000)
  MIG 1g.6gb      Device  0: (UUID: MIG-00000000-0000-5000-8000-000000000001)
  MIG 2g.12gb     Device  1: (UUID: MIG-GPU-00000000-0000-4000-8000-000000000000/5/0)
GPU 1: NVIDIA A30 (UUID: GPU-00000000-0000-4000-8000-000000000009)
`;
    expect(parseDevices(list)).toEqual({
      devices: [
        { gpu: 0, device: 0, name: '1g.6gb', uuid: 'MIG-00000000-0000-5000-8000-000000000001' },
        { gpu: 0, device: 1, name: '2g.12gb', uuid: 'MIG-GPU-00000000-0000-4000-8000-000000000000/5/0' },
      ],
      gpus: ['GPU-00000000-0000-4000-8000-000000000000', 'GPU-00000000-0000-4000-8000-000000000009'],
    });
  });
});

describe('the placements of nvidia-smi mig -lgipp', () => {
  it('are read for one place and for several', () => {
    const text = 'GPU  0 Profile ID 14 Placements: {0,2,4}:2\nGPU  0 Profile ID  5 Placement : {0}:4\n';
    expect(Object.fromEntries(parsePlacements(text))).toEqual({
      '0/14': { starts: [0, 2, 4], size: 2 },
      '0/5': { starts: [0], size: 4 },
    });
  });
});
