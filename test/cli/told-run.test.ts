// What the text of a run on a simulated guest says.
import { expect, test } from 'vitest';
import { gpuGuest } from './run-program.ts';

test('in quiet nothing is told but how it ended', () => {
  const { code, stdout, stderr } = gpuGuest(['apply', 'sim:t4-no-token', '--yes', '--quiet']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^Stopped at “Install the client configuration token”/);
  expect(stderr).not.toContain('Setting up');
});

test('a simulated run promises no resume and no undo: there is none', () => {
  for (const [name, more] of [['t4-no-token'], ['v100-nouveau'], ['v100-nouveau', '--reboot=never']]) {
    const { stderr } = gpuGuest(['apply', `sim:${name}`, '--yes', ...(more === undefined ? [] : [more])]);
    expect(stderr.trimEnd().split('\n\n').at(-1)).not.toMatch(/gpu-guest (resume|undo)/);
  }
  expect(gpuGuest(['diagnose', 'sim:v100-nouveau']).stdout).not.toContain('gpu-guest undo');
  expect(gpuGuest(['plan', 'sim:v100-nouveau']).stdout).toContain('“gpu-guest apply sim:v100-nouveau” carries');
});

test('a run tells of the reboot of a simulated guest, and that all was verified', () => {
  const { stderr } = gpuGuest(['apply', 'sim:v100-nouveau', '--yes']);
  expect(stderr).toMatch(/Load the driver\n\s+The simulated guest reboots\./);
  expect(stderr).toMatch(/Verify\n\s+✓ Everything is as it should be\./);
});

test('verbose names the steps that had nothing to do', () => {
  const { stderr } = gpuGuest(['apply', 'sim:v100-nouveau', '--yes', '--verbose']);
  expect(stderr).toMatch(/Let Secure Boot accept the driver\n\s+✓ Secure Boot is off\./);
});

test('the digest that a plan shows is the one that --expect takes', () => {
  const digest = /[0-9a-f]{64}/.exec(gpuGuest(['plan', 'sim:v100-nouveau']).stdout)?.[0] ?? '';
  expect(gpuGuest(['apply', 'sim:v100-nouveau', '--expect', digest, '--steps', 'nouveau.disable,']).code).toBe(1);
  expect(gpuGuest(['apply', 'sim:v100-nouveau', '--expect', digest]).code).toBe(0);
});

test('a step that cannot begin is named before it is said why', () => {
  const { stderr } = gpuGuest(['apply', 'sim:t4-no-token', '--yes']);
  expect(stderr).toMatch(/\] Install the client configuration token\n\s+✗/);
});
