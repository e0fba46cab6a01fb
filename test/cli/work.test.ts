import { describe, expect, it } from 'vitest';
import { gpuGuest, jsonOf } from './run-program.ts';

describe('verify --work', () => {
  it('runs nothing on a simulated guest, and says so', () => {
    const { work, ready, checks } = jsonOf(['verify', '--work', 'sim:healthy-licensed']);
    expect(work.parts).toMatchObject([{ id: 'cuda', outcome: 'skipped', message: expect.stringContaining('nothing was run') }]);
    expect(ready).toBe(true);
    expect(JSON.stringify(checks)).not.toContain('"id":"work');
  });

  it('is told apart from a verify without it', () => {
    expect(jsonOf(['verify', 'sim:healthy-licensed']).work).toBeNull();
  });

  it('does not go with a recorded source', () => {
    const { code, stderr } = gpuGuest(['verify', '--work', 'test/outputs/nvidia-smi/08-h200-r550-passthrough.txt']);
    expect(code).toBe(2);
    expect(stderr).toContain('--work has the GPU of this machine work');
  });

  it('belongs to verify alone', () => {
    expect(gpuGuest(['plan', '--work']).code).toBe(2);
  });
});
