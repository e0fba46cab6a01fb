import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('node:fs', async (original) => ({ ...(await original<typeof import('node:fs')>()), writeSync: vi.fn() }));

const write = vi.mocked(writeSync) as unknown as ReturnType<typeof vi.fn<(to: number, bytes: Uint8Array) => number>>;
const refusal = (code: string): Error => Object.assign(new Error(code), { code });
const taken: string[] = [];

/** As a pipe that takes so many bytes at each call. */
const takes = (room: number) => (_to: number, bytes: Uint8Array) => {
  taken.push(Buffer.from(bytes.subarray(0, room)).toString());
  return Math.min(room, bytes.length);
};

/** Fresh each time: the module remembers a descriptor that has made it wait. */
const freshly = async () => {
  vi.resetModules();
  return (await import('../../src/cli/standard-output.ts')).writeText;
};

beforeEach(() => {
  taken.length = 0;
  write.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('a text that is taken by parts is written whole', async () => {
  write.mockImplementation(takes(4));
  (await freshly())(1, 'GPU 一 there');
  expect(taken.length).toBeGreaterThan(3);
  expect(write.mock.calls.at(-1)?.[1].length).toBeLessThanOrEqual(4);
  expect(Buffer.concat(write.mock.calls.map(([, bytes]) => Buffer.from(bytes.subarray(0, 4)))).toString()).toBe('GPU 一 there');
});

test('what a full pipe does not take goes through the stream, and so does all that follows', async () => {
  const stream = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  write.mockImplementationOnce(takes(4)).mockImplementationOnce(() => {
    throw refusal('EAGAIN');
  });
  const writeText = await freshly();
  writeText(1, 'GPU there');
  writeText(1, ', licensed');
  expect(taken.join('')).toBe('GPU ');
  expect(stream.mock.calls.map(([bytes]) => Buffer.from(bytes).toString()).join('')).toBe('there, licensed');
});

test('a reader that has seen enough is no error', async () => {
  write.mockImplementation(() => {
    throw refusal('EPIPE');
  });
  const writeText = await freshly();
  expect(() => {
    writeText(1, 'GPU there');
  }).not.toThrow();
});

test('a full disk stops nobody, is remembered, and nothing more is written to it', async () => {
  write.mockImplementation(() => {
    throw refusal('ENOSPC');
  });
  const writeText = await freshly();
  const { outputFailure } = await import('../../src/cli/standard-output.ts');
  writeText(1, 'GPU there');
  expect(outputFailure()?.code).toBe('ENOSPC');
  writeText(1, ', licensed');
  expect(write).toHaveBeenCalledTimes(1);
});

test('complaints that nobody can be told are no failure of the answer', async () => {
  write.mockImplementation(() => {
    throw refusal('ENOSPC');
  });
  const writeText = await freshly();
  const { outputFailure } = await import('../../src/cli/standard-output.ts');
  writeText(2, 'working');
  expect(outputFailure()).toBeNull();
});

test.skipIf(process.platform !== 'linux').each([[['detect', 'sim:t4-no-token']], [['detect', 'sim:t4-no-token', '--json']], [['--help']]])(
  '%j into a full disk ends with a sentence and exit code 2, without a stack',
  (args) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['dist/gpu-guest.js', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^gpu-guest: [^\n]*no room left[^\n]*\n$/);
  },
);
