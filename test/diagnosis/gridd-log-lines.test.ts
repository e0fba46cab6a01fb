import { describe, expect, it } from 'vitest';
import { classifyGriddLog } from '../../src/diagnosis/gridd-log-lines.ts';

const read = (...texts: readonly string[]) => classifyGriddLog(texts.map((text) => ({ text })));

describe("the licence client's log", () => {
  it.each([
    [
      'License acquired successfully. (Info: api.cls.licensing.nvidia.com, NVIDIA RTX Virtual Workstation; Expiry: 2026-4-3 19:11:16 GMT)',
      'licensed',
    ],
    ['Acquiring license. (Info: api.cls.licensing.nvidia.com; NVIDIA Virtual Compute Server)', 'acquiring'],
    ['Unable to fetch the client configuration token file', 'token-missing'],
    ['Failed to decode signature from token received', 'token-invalid'],
    [
      'Failed to acquire license from dls.example.com (Info: X - Error: Client configuration token has expired)',
      'token-expired',
    ],
    [
      'Failed to acquire license from dls.example.com (Info: NVIDIA Virtual PC - Error: No pool features found for : NVIDIA Virtual PC)',
      'no-entitlement',
    ],
    [
      'Failed to acquire license from dls.example.com (Info: X - Error: Clock windback has been detected)',
      'clock-skew',
    ],
    [
      'Failed to acquire license from dls.example.com (Info: X - Error: The allowed time to process response has expired)',
      'clock-skew',
    ],
    ['Failed to update local trusted store - Maximum buffer size exceeded', 'server-certificate'],
    [
      'Failed to acquire license from dls.example.com (Info: X - Error: Generic network communication failure)',
      'server-unreachable',
    ],
    ['Invalid feature type requested', 'feature-type-invalid'],
    ['Licensing not supported for GPUs in the system', 'not-licensable'],
    ['Failed to acquire license from dls.example.com (Info: X - Error: something new)', 'refused'],
    ['Valid GRID license not found. GPU features and performance will be restricted.', 'unlicensed'],
    ['Failed to return license to dls.example.com (Error: Generic network communication failure)', 'silent'],
    ['Failed to open file /etc/nvidia/gridd.conf (No such file or directory)', 'silent'],
    ['vGPU Software package (0)', 'silent'],
  ] as const)('%s → %s', (line, state) => {
    expect(read(line).state).toBe(state);
  });

  it('a consequence does not hide its cause', () => {
    expect(
      read('Failed to decode signature from token received', 'Failed to setup cloud License Manager: 3', 'Shutdown'),
    ).toMatchObject({
      state: 'token-invalid',
      line: 'Failed to decode signature from token received',
    });
  });

  it('the present life of the service counts, and in it what came last', () => {
    expect(read('Unable to fetch the client configuration token file', 'Started (77)', 'NLS initialized').state).toBe(
      'silent',
    );
    expect(
      read(
        'Failed to acquire license from x (Info: y - Error: no route to host)',
        'License acquired successfully. (Info: x, y; Expiry: z)',
      ).state,
    ).toBe('licensed');
  });

  it('names server and product', () => {
    expect(
      read('License acquired successfully. (Info: dls.example.com, NVIDIA Virtual PC; Expiry: 2026-4-3 19:11:16 GMT)'),
    ).toMatchObject({
      server: 'dls.example.com',
      product: 'NVIDIA Virtual PC',
    });
    expect(read('Failed to acquire license from dls.example.com (Info: NVIDIA Virtual PC - Error: x)')).toMatchObject({
      server: 'dls.example.com',
      product: 'NVIDIA Virtual PC',
    });
  });
});
