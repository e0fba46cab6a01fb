import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { parseMigProfiles } from '../../src/probes/mig-profiles.ts';
import { parseNvidiaSmi } from '../../src/probes/nvidia-smi.ts';

const output = (stdout: string, exitCode = 0) => ({ stdout, stderr: '', exitCode });

/** As the MIG user guide prints it for an H100, shortened. */
const H100 = `
+-----------------------------------------------------------------------------+
| GPU instance profiles:                                                      |
| GPU   Name             ID    Instances   Memory     P2P    SM    DEC   ENC  |
|                              Free/Total   GiB              CE    JPEG  OFA  |
|=============================================================================|
|   0  MIG 1g.10gb       19     5/7        9.75       No     16     1     0   |
|                                                             1     1     0   |
+-----------------------------------------------------------------------------+
|   1  MIG 1g.10gb+me    20     1/1        9.75       No     16     1     0   |
|                                                             1     1     1   |
+-----------------------------------------------------------------------------+
`;

describe('the profiles of nvidia-smi mig -lgip', () => {
  it('are read with their number, and how many are free', () => {
    expect(parseMigProfiles(output(H100))).toEqual([
      { gpu: 0, name: '1g.10gb', id: 19, free: 5, total: 7, memoryGiB: 9.75 },
      { gpu: 1, name: '1g.10gb+me', id: 20, free: 1, total: 1, memoryGiB: 9.75 },
    ]);
  });

  it.each([
    ['Unable to retrieve GPU instance profiles: Insufficient Permissions\n', 'permission-denied'],
    ['No MIG-enabled devices found.\n', 'unreadable'],
    ['', 'unreadable'],
  ])('are not known after %j, which is not none', (text, kind) => {
    const asked = () => parseMigProfiles(output(text, 4));
    expect(asked).toThrow(Unobservable);
    expect(asked).toThrow(kind);
  });
});

describe('the MIG mode that is to come', () => {
  const said = (current: string, pending: string) =>
    parseNvidiaSmi(
      output(`GPU 00000000:00:06.0\n    Product Name : NVIDIA A100-PCIE-40GB\n    MIG Mode\n        Current : ${current}\n        Pending : ${pending}\n`),
    );
  it.each([
    ['Disabled', 'Enabled', 'enabled'],
    ['Enabled', 'Disabled', 'disabled'],
    ['Enabled', 'Enabled', undefined],
    ['N/A', 'N/A', undefined],
  ])('now %s, then %s', (current, pending, expected) => {
    const smi = said(current, pending);
    expect(smi.kind === 'answered' ? smi.gpus[0]?.migPending : null).toBe(expected);
  });

  it('is read from the XML too', () => {
    const xml = '<nvidia_smi_log><gpu id="00000000:00:06.0"><product_name>NVIDIA A100</product_name><mig_mode><current_mig>Enabled</current_mig><pending_mig>Disabled</pending_mig></mig_mode></gpu></nvidia_smi_log>';
    const smi = parseNvidiaSmi(output(xml));
    expect(smi.kind === 'answered' ? smi.gpus[0]?.migPending : null).toBe('disabled');
  });
});
