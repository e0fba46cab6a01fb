import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeNvidiaRunfile } from '../media/make-runfile.ts';
import { gpuGuest, jsonOf } from './run-program.ts';

test.each([
  [['detct'], 'Did you mean “detect”?'],
  [['frobnicate'], 'There is no command “frobnicate”'],
  [['detect', '--jsn'], 'Did you mean --json?'],
  [['detect', '--frobnicate'], 'has no option --frobnicate'],
  [['plan', '--yes'], '“plan” has no option --yes'],
  [['apply', 'sim:t4-no-token', '--reboot', 'later'], 'It can be: never, auto, ask'],
  [['plan', '--media'], '--media needs a value'],
  [['detect', '--json=yes'], '--json takes no value'],
  [['token'], '“token” needs FILE'],
  [['token', '/tmp'], '/tmp is a folder'],
  [['help', 'detct'], 'Did you mean “detect”?'],
  [['media'], '“media” needs DIR'],
  [['catalog', 'gpu'], 'needs VVVV:DDDD'],
  [['catalog', 'card', '10de:1eb8'], 'knows no “card”'],
  [['catalog', 'gpu', '1eb8'], 'is not a PCI id'],
  [['catalog', '10de:1eb8'], 'knows no “10de:1eb8”. It can be: gpu'],
  [['detect', ''], '“detect” was given an empty word for SOURCE'],
  [['token', ''], '“token” was given an empty word for FILE'],
  [['detect', 'sim:'], 'sim: needs the name of a simulated guest'],
  [['detect', 'sim:p40'], 'Did you mean sim:p40-8q-vsphere?'],
  [['plan', 'sim:azure'], 'Did you mean sim:a10-24q-azure?'],
  [['diag'], 'Did you mean “diagnose”?'],
  [['detect', 'a', 'b'], 'one word too many: “b”'],
  [['detect', 'sim:t4-no-tokn'], 'Did you mean sim:t4-no-token?'],
  [['detect', '/no/such/path'], 'There is no file or folder /no/such/path'],
  [['plan', 'sim:t4-no-token', '--steps', 'driver.instal'], 'Did you mean “driver.install”?'],
  [['plan', 'sim:t4-no-token', '--profile', '/no/such/file'], 'There is no file /no/such/file'],
  [['plan', 'sim:t4-no-token', '--profile', '/tmp'], '/tmp is a folder'],
  [['detect', '-'], 'Nothing in standard input is recognised'],
  [['apply', 'sim:v100-nouveau'], 'Nobody can be asked here'],
  [['apply', 'sim:v100-nouveau', '--yes', '--expect', '87bbcabd35d3'], '“87bbcabd35d3” is no digest of a plan'],
  [['apply', 'sim:v100-nouveau', '--dry-run', '--events'], '--dry-run and --events cannot be given together'],
  [['detect', '--lang', 'xx'], 'It can be: en, zh-CN, ja'],
])('%j is refused with exit code 2 and a sentence', (args, sentence) => {
  const { code, stdout, stderr } = gpuGuest(args);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a refusal with --json is one JSON document', () => {
  const { code, stdout } = gpuGuest(['detct', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'gpu-guest/fault@1', code: 'bad-request' });
});

test('without a terminal, the bare program shows its help', () => {
  const { code, stdout } = gpuGuest([]);
  expect(code).toBe(0);
  expect(stdout).toContain('Exit codes');
  expect(stdout).toBe(gpuGuest(['--help']).stdout);
});

test('with --json the bare program answers with a document', () => {
  expect(JSON.parse(gpuGuest(['--json']).stdout)).toMatchObject({ schema: 'gpu-guest/detection@1' });
});

test('the version is told wherever it is asked for', () => {
  expect(gpuGuest(['media', '--version'])).toEqual(gpuGuest(['--version']));
});

test('an empty LC_ALL counts as none', () => {
  expect(gpuGuest(['nope'], { env: { LC_ALL: '', LANG: 'ja_JP.UTF-8' } }).stderr).toContain('コマンド');
});

test('what a name holds moves no cursor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  writeFileSync(join(folder, 'a\u001b[2J\nb.run'), 'x');
  const { stdout } = gpuGuest(['media', folder, 'sim:v100-nouveau']);
  const { stderr } = gpuGuest(['token', 'x\u001b]0;title\u0007.tok']);
  rmSync(folder, { recursive: true });
  expect(stdout).toMatch(/^✗ a.*b\.run$/m);
  expect(`${stdout}${stderr}`).not.toMatch(/[\u0007\u001b]/);
});

test('a media folder is named from here, and a link in it is followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  mkdirSync(join(folder, 'nv'));
  writeFileSync(join(folder, 'token.txt'), '<html>');
  symlinkSync('../token.txt', join(folder, 'nv', 'x.tok'));
  const [item] = jsonOf(['media', 'nv', 'sim:v100-nouveau'], { cwd: folder }).items;
  const plan = jsonOf(['plan', 'sim:t4-no-token', '--media', './nv'], { cwd: folder });
  rmSync(folder, { recursive: true });
  expect(item).toMatchObject({ file: join(folder, 'nv', 'x.tok'), sizeBytes: 6 });
  expect(JSON.stringify(plan)).toContain(`no media folder ${join(folder, 'nv')}`);
});

test.each(['detect', 'plan', 'verify', 'diagnose', 'license', 'media /mnt/Shared/nv'])('“%s” says that a guest is simulated', (words) => {
  expect(gpuGuest([...words.split(' '), 'sim:p40-8q-vsphere']).stdout).toMatch(/^ SIMULATED GUEST/);
});

test('a folder of media that is named counts for a recorded guest, too', () => {
  const ticket =
    '$ lspci -nnk\n02:01.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n' +
    '\tSubsystem: NVIDIA Corporation Device [10de:130f]\n$ uname -m\nx86_64\n$ uname -r\n6.1.0-37-amd64\n';
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  writeFileSync(
    join(folder, 'grid.run'),
    makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.07-grid', version: '535.161.07' }),
  );
  const { recommended } = jsonOf(['detect', '-', '--media', folder], { input: ticket }).driver;
  rmSync(folder, { recursive: true });
  expect(recommended).toMatchObject({ branch: 535, versions: ['535.161.07'] });
});

test('where nothing fits there is nothing to agree to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const profile = join(folder, 'p.yaml');
  writeFileSync(profile, 'driver:\n  version: "99.1"\n');
  const { code, stderr } = gpuGuest(['apply', 'sim:p40-8q-vsphere', '--profile', profile]);
  rmSync(folder, { recursive: true });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('does not fit') });
});

test('help for a command is what the command says of itself', () => {
  expect(gpuGuest(['help', 'undo'])).toEqual(gpuGuest(['undo', '--help']));
});

test('every command explains itself, in three languages', () => {
  for (const lang of ['en', 'zh-CN', 'ja'])
    for (const command of [
      'detect',
      'media',
      'token',
      'plan',
      'apply',
      'resume',
      'undo',
      'verify',
      'diagnose',
      'license',
      'seal',
      'first-start',
      'first-boot',
      'catalog',
      'simulations',
      'profile',
      'runs',
      'status',
    ]) {
      const { code, stdout } = gpuGuest([command, '--help', '--lang', lang]);
      expect(code).toBe(0);
      expect(stdout).toContain(`gpu-guest ${command}`);
      expect(stdout).not.toMatch(/cli\.(command|option)\./);
    }
}, 120_000);

test('the language follows the environment', () => {
  expect(gpuGuest(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toContain('命令');
  expect(gpuGuest(['--help'], { env: { LANG: 'ja_JP.UTF-8' } }).stdout).toContain('コマンド');
});

test('the one file is complete when copied alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alone-'));
  try {
    copyFileSync('dist/gpu-guest.js', join(folder, 'gpu-guest.js'));
    const { code, stdout } = gpuGuest(['simulations', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).simulations.length).toBeGreaterThanOrEqual(8);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
