/** `profile init`, `profile check` and `profile schema` of the built program, as a user or a pipeline calls them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ProfileCheck, ProfileInit } from '../../src/contract/documents/profile.ts';
import { gpuGuest, jsonOf } from './run-program.ts';

const cwd = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(cwd, name), content);
  return name;
};
const GOOD = 'goal: workstation\nmedia: D:\\media\nreboot: auto\n';
const BAD = 'licence:\n  token: none\ngoal: Compute\nhold: yes\n';

describe('profile check', () => {
  test('says of several files which are in order, and of the others what is wrong in which line', () => {
    const { code, stdout } = gpuGuest(['profile', 'check', file('good.yml', GOOD), file('bad.yml', BAD), 'none.yml'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stdout).toContain('✓ good.yml');
    expect(stdout).toContain('✗ bad.yml  mistakes: 3');
    expect(stdout).toContain('Did you mean "license"?\n      licence:\n      ^\n');
    expect(stdout).toContain('      goal: Compute\n            ^\n');
    expect(stdout).toContain('There is no file none.yml');
  });

  test('says so of a good one, and exits 0', () => {
    const { code, stdout, stderr } = gpuGuest(['profile', 'check', file('good.yml', GOOD)], { cwd });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '✓ good.yml  in order\n', stderr: '' });
  });

  test('answers a pipeline with one document that keeps its schema', () => {
    const document = jsonOf(['profile', 'check', file('good.yml', GOOD), file('bad.yml', BAD), 'none.yml'], { cwd });
    expect(ProfileCheck.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({
      valid: false,
      files: [
        {
          file: 'good.yml',
          valid: true,
          mistakes: [],
          profile: { goal: 'workstation', media: 'D:\\media', hold: true },
        },
        {
          file: 'bad.yml',
          valid: false,
          profile: null,
          mistakes: [
            { line: 1, column: 1, key: 'licence', near: 'license' },
            { line: 3, column: 7, key: 'goal', near: 'compute' },
            { line: 4, column: 7, key: 'hold', near: 'true' },
          ],
        },
        { file: 'none.yml', valid: false, mistakes: [{ line: null, column: null }] },
      ],
    });
  });

  test('reads standard input, line ends and encodings of Windows', () => {
    expect(gpuGuest(['profile', 'check', '-'], { input: BAD }).code).toBe(2);
    expect(gpuGuest(['profile', 'check', '-'], { input: GOOD.replaceAll('\n', '\r\n') }).code).toBe(0);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]);
    expect(gpuGuest(['profile', 'check', file('wide.yml', wide)], { cwd }).code).toBe(0);
  });

  test('shows nothing of a file that would move a cursor, and reads none that is no profile', () => {
    const { stdout } = gpuGuest(['profile', 'check', file('odd.yml', 'goal: "a\u0007\\e[2J"\n')], { cwd });
    expect(stdout).not.toMatch(/[\u0007\u001b]/);
    expect(gpuGuest(['profile', 'check', file('large.yml', '# x\n'.repeat(100_000))], { cwd }).stdout).toContain(
      '256 KiB',
    );
  });
});

describe('profile init', () => {
  test('writes what profile check takes, to standard output and nothing else there', () => {
    const { code, stdout } = gpuGuest(['profile', 'init', 'sim:p40-8q-vsphere']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# yaml-language-server: \$schema=/);
    expect(stdout).toContain('\ngoal: workstation ');
    expect(gpuGuest(['profile', 'check', '-'], { input: stdout }).code).toBe(0);
  });

  test('has its comments in the language of the user', () => {
    expect(gpuGuest(['profile', 'init', 'sim:t4-no-token', '--lang', 'ja']).stdout).toContain('# このゲストでは');
    expect(gpuGuest(['profile', 'init', 'sim:t4-no-token', '--lang', 'zh-CN']).stdout).toContain('# 在此虚拟机上');
  });

  test('never replaces a file without being told to', () => {
    const first = gpuGuest(['profile', 'init', 'sim:p40-8q-vsphere', '-o', 'gpu.yml'], { cwd });
    expect(first).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('profile check gpu.yml') });
    expect(statSync(join(cwd, 'gpu.yml')).mode & 0o444).toBe(0o444);
    writeFileSync(join(cwd, 'gpu.yml'), 'mine\n');
    const second = gpuGuest(['profile', 'init', 'sim:p40-8q-vsphere', '-o', 'gpu.yml'], { cwd });
    expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') });
    expect(readFileSync(join(cwd, 'gpu.yml'), 'utf8')).toBe('mine\n');
    expect(gpuGuest(['profile', 'init', 'sim:p40-8q-vsphere', '-o', 'gpu.yml', '--force'], { cwd }).code).toBe(0);
    expect(gpuGuest(['profile', 'check', 'gpu.yml'], { cwd }).code).toBe(0);
  });

  test('answers with one document', () => {
    const document = jsonOf(['profile', 'init', 'sim:t4-no-token', '--media', '/srv/gpu']);
    expect(ProfileInit.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({ file: null, simulated: true, profile: { media: '/srv/gpu' } });
    expect(document.text).toContain('media: /srv/gpu');
  });

  test('looks at a ticket as well as at a guest', () => {
    const ticket = file('ticket.txt', '00:05.0 0302: 10de:1eb8\n\tSubsystem: 10de:130f\n');
    const { code, stdout } = gpuGuest(['profile', 'init', ticket], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('GRID T4-8Q');
  });
});

test('the schema is printed, and written beside a profile', () => {
  const { stdout } = gpuGuest(['profile', 'schema']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync('resources/schemas/profile@1.json', 'utf8')));
  mkdirSync(join(cwd, 'beside'));
  const at = { cwd: join(cwd, 'beside') };
  const [, name = ''] = /\$schema=(\S+)/.exec(gpuGuest(['profile', 'init', 'sim:t4-no-token']).stdout) ?? [];
  expect(gpuGuest(['profile', 'schema', '-o', name], at).code).toBe(0);
  expect(gpuGuest(['profile', 'schema', '-o', name], at).code).toBe(2);
});

test.each([
  [['profile'], 'needs init|check|schema'],
  [['profile', 'chek'], 'It can be: init, check, schema'],
  [['profile', 'check'], 'needs a FILE'],
  [['profile', 'check', 'x.yml', '--force'], 'has no option --force'],
  [['profile', 'init', 'a', 'b'], 'one word too many: “b”'],
  [['profile', 'schema', 'a'], 'one word too many: “a”'],
  [['profile', 'init', 'sim:t4-no-tokn'], 'Did you mean sim:t4-no-token?'],
  [['profile', 'init', 'sim:t4-no-token', '-o', '/no/such/folder/x.yml'], 'no folder /no/such/folder'],
])('%j is refused with exit code 2 and a sentence', (args, sentence) => {
  const { code, stdout, stderr } = gpuGuest(args);
  expect(stderr).toContain(sentence);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

describe('apply by a profile, with nobody there', () => {
  const unattended = ['--yes', '--reboot', 'auto', '--events'];
  const told = (stdout: string): readonly { event: string; message?: string }[] =>
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('prints events alone on standard output and exits 0', () => {
    const profile = file(
      'unattended.yml',
      'driver: { source: distro }\nlicense: { token: none }\ncuda: { toolkit: none }\n',
    );
    const { code, stdout } = gpuGuest(['apply', 'sim:v100-nouveau', '--profile', profile, ...unattended], { cwd });
    expect(code).toBe(0);
    const events = told(stdout);
    expect(events[0]?.event).toBe('run-started');
    expect(events.at(-1)?.event).toBe('run-done');
  });

  test('exits 3 where it ends unlicensed, and the last event says so', () => {
    const { code, stdout } = gpuGuest(
      ['apply', 'sim:t4-no-token', '--profile', file('good2.yml', 'goal: auto\n'), ...unattended],
      { cwd },
    );
    expect(code).toBe(3);
    expect(told(stdout).at(-1)?.event).toBe('run-failed');
  });

  test('exits 2 for a wrong profile before it looks at anything, with every mistake', () => {
    const { code, stdout, stderr } = gpuGuest(
      ['apply', 'sim:v100-nouveau', '--profile', file('bad.yml', BAD), ...unattended],
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const line of [1, 3, 4]) expect(stderr).toContain(`bad.yml: Line ${String(line)}, column`);
  });
});
