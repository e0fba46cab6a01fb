import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSmallRoot, whyNoRoot } from '../platform/small-root.ts';
import { gpuGuest, jsonOf } from './run-program.ts';

const why = whyNoRoot();
const root = mkdtempSync(join(tmpdir(), 'root-'));

beforeAll(() => {
  makeSmallRoot(root);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test.each([
  [['detect', '--root', '/no/such/folder'], 'There is no /no/such/folder'],
  [['plan', '--root', '/etc/passwd'], '/etc/passwd is no folder'],
  [['apply', '--root', '/', '--yes'], 'this machine’s own root'],
  [['detect', 'sim:t4-no-token', '--root', '/tmp'], 'sim:t4-no-token would be another'],
  [['license', '--watch', '--root', '/tmp'], '--watch and --root cannot be given together'],
  [['diagnose', '/tmp', '--each', '--root', '/tmp'], '--each and --root cannot be given together'],
  [['profile', 'check', 'x.yml', '--root', '/tmp'], '--root'],
  [['first-start', '--root', '/tmp'], 'has no option --root'],
  [['serve', '--root', '/tmp'], 'has no option --root'],
])('%j is refused', (args, sentence) => {
  const { code, stderr } = gpuGuest(args);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

describe.skipIf(why !== null)(`a guest in a folder${why === null ? '' : ` (${why})`}`, () => {
  test('is looked at in place of this machine', () => {
    const seen = jsonOf(['detect', '--root', root]) as { guest: unknown; gpus: unknown; unread: { what: string }[] };
    expect(seen.guest).toMatchObject({ os: { id: 'small' }, kernel: null });
    expect(seen.gpus).toEqual([]);
    expect(seen.unread.map(({ what }) => what)).toEqual(expect.arrayContaining(['displays', 'kernel', 'hypervisor', 'firmware']));
  });

  test('keeps its own list of runs', () => {
    expect(jsonOf(['runs', '--root', root]).runs).toEqual([]);
    const { code, stderr } = gpuGuest(['undo', '--root', root, '--yes']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('gpu-guest: ')]);
    expect(gpuGuest(['undo', '--root', '/usr/bin', '--yes'])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no guest at /usr/bin') as unknown });
  });

  test('is not looked at by others than root', () => {
    const { code, stderr } = gpuGuest(['runs', '--root', root], { user: 65_534 });
    expect([code, stderr]).toEqual([4, expect.stringContaining('Run this with sudo')]);
  });
});
