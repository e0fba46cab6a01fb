/** The templates for image builders, read by the very tools that they are for. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gpuGuest } from '../cli/run-program.ts';
import { SLOW_MS, withTools } from './with-tools.ts';

const TEMPLATES = resolve('templates');
const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-templates-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const ran = (program: string, args: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd, encoding: 'utf8', timeout: SLOW_MS,
    env: { ...process.env, HOME: folder, ANSIBLE_NOCOLOR: '1', CHECKPOINT_DISABLE: '1', LC_ALL: 'C.UTF-8' },
  });
  return { status, output: `${stdout}${stderr}` };
};

describe('profiles in the templates', () => {
  test('Packer\'s is in order', () => {
    expect(gpuGuest(['profile', 'check', join(TEMPLATES, 'packer/bring/gpu.yml')])).toMatchObject({ code: 0 });
  });

  test('cloud-init\'s is in order', () => {
    const block = /path: \/etc\/gpu-guest\/gpu\.yml\n {4}content: \|\n((?: {6}.*\n)+)/.exec(readFileSync(join(TEMPLATES, 'cloud-init/first-boot.yml'), 'utf8'))?.[1];
    const profile = join(folder, 'first-boot.yml');
    writeFileSync(profile, (block ?? 'none').replaceAll(/^ {6}/gm, ''));
    expect(gpuGuest(['profile', 'check', profile])).toMatchObject({ code: 0 });
  });
});

describe('shell scripts', () => {
  const scripts = readdirSync(join(TEMPLATES, 'packer/scripts'));
  test.each(scripts)('%s can be read by any sh', (script) => {
    expect(ran('sh', ['-n', join(TEMPLATES, 'packer/scripts', script)])).toEqual({ status: 0, output: '' });
  });
});

withTools('cloud-init', ['cloud-init'], () => {
  test.each(['first-boot.yml', 'clone.yml'])('%s follows its schema', (file) => {
    const { status, output } = ran('cloud-init', ['schema', '--config-file', join(TEMPLATES, 'cloud-init', file)]);
    expect(status, output).toBe(0);
    expect(output).toMatch(/^Valid /);
  });

  test('a key that cloud-init does not know would be noticed', () => {
    const wrong = join(folder, 'wrong.yml');
    writeFileSync(wrong, readFileSync(join(TEMPLATES, 'cloud-init/clone.yml'), 'utf8').replace('permissions:', 'permission:'));
    expect(ran('cloud-init', ['schema', '--config-file', wrong]).status).toBe(1);
  });
});

withTools('Packer', ['packer', 'ssh-keygen'], () => {
  const key = join(folder, 'key');
  const seed = join(folder, 'seed');
  const validate = (...args: string[]) => {
    if (ran('sh', ['-c', `test -e ${key} || ssh-keygen -q -t ed25519 -N '' -f ${key}`]).status !== 0) throw new Error('no key');
    mkdirSync(seed, { recursive: true });
    cpSync(join(TEMPLATES, 'packer/seed/user-data.example'), join(seed, 'user-data'));
    cpSync(join(TEMPLATES, 'packer/seed/meta-data'), join(seed, 'meta-data'));
    return ran('packer', ['validate', '-var', `ssh_private_key_file=${key}`, '-var', `seed=${seed}`, ...args, '.'], join(TEMPLATES, 'packer'));
  };

  test('a guest that runs already', () => {
    const { status, output } = validate('-only=null.guest', '-var', 'host=192.0.2.1');
    expect(status, output).toBe(0);
  });

  test('a cloud image in QEMU', () => {
    const { status, output } = validate('-only=qemu.guest', '-var', `image=${key}`, '-var', 'image_checksum=none', '-var', 'accelerator=none', '-var', 'qemuargs=[["-cpu", "max"]]');
    expect(status, output).toBe(0);
  });

  test('the files are laid out as Packer would', () => {
    expect(ran('packer', ['fmt', '-check', '-diff', join(TEMPLATES, 'packer')])).toMatchObject({ status: 0 });
  });

  test('the seed\'s user data lets the builder in', () => {
    expect(readFileSync(join(TEMPLATES, 'packer/seed/user-data.example'), 'utf8')).toMatch(/^#cloud-config\n[\s\S]*ssh_authorized_keys:\n/);
  });
});

withTools('Ansible', ['ansible-playbook', 'ssh'], () => {
  /** A program that looks at a simulated guest where the real one looks at the machine. */
  function simulated(name: string): string {
    const program = join(folder, name);
    const real = `${process.execPath} ${resolve('dist/gpu-guest.js')}`;
    writeFileSync(program, `#!/bin/sh\ncase $1 in profile | runs) exec ${real} "$@" ;; esac\ncommand=$1\nshift\nexec ${real} "$command" sim:${name} "$@"\n`);
    chmodSync(program, 0o755);
    return program;
  }
  const play = (playbook: string, hosts: Record<string, object>, ...args: string[]) => {
    const inventory = join(folder, 'inventory.json');
    const vars = { ansible_connection: 'local', ansible_become: false, ansible_python_interpreter: '/usr/bin/python3' };
    writeFileSync(inventory, JSON.stringify({ gpu_guests: { hosts, vars } }));
    return ran('ansible-playbook', ['-i', inventory, join(TEMPLATES, 'ansible', playbook), ...args]).output;
  };
  const role = (name: string, ...args: string[]) =>
    play('site.yml', { guest: {} }, '-e', `gpu_guest_program=${simulated(name)}`, '-e', `gpu_guest_profile_path=${folder}/gpu.yml`, ...args);
  const recap = (output: string) => /^guest +: .*$/m.exec(output)?.[0].replaceAll(/ +/g, ' ');

  test('the playbooks can be read', () => {
    const playbooks = ['site.yml', 'image.yml', 'summary.yml'].map((name) => join(TEMPLATES, 'ansible', name));
    const { status, output } = ran('ansible-playbook', ['--syntax-check', ...playbooks]);
    expect(status, output).toBe(0);
  });

  test('a check tells every step with its reason, and a run that could not end well fails with one sentence', () => {
    const output = role('t4-no-token', '--check');
    expect(output).toContain('Keep nouveau away from the GPU: nouveau is loaded');
    expect(output).toMatch(/fatal: .*"msg": "A licence is needed and no valid client configuration token is at hand/);
  });

  test('a step that was done is a change, and a reboot that may not be is said; nothing to do is no change', () => {
    const output = role('p40-8q-vsphere', '-e', 'gpu_guest_reboot=never');
    expect(output).toMatch(/Apply the profile, or go on with what was begun\] \*+\nchanged: \[guest\]/);
    expect(recap(output), output).toMatch(/ unreachable=0 failed=0 /);
    expect(output).toContain('the rest needs a reboot');
    const nothing = role('healthy-licensed');
    expect(recap(nothing), nothing).toMatch(/ changed=0 unreachable=0 failed=0 /);
  });

  test('a mistake in the profile is told with its place and the nearest right word', () => {
    expect(role('healthy-licensed', '-e', '{"gpu_guest_profile":{"licence":{}}}')).toMatch(/"msg": "Line \d+, column 1: there is no key \\"licence\\"\. Did you mean \\"license\\"\?"/);
  });

  test('the summary names each host\'s verdict, its first cause and who mends it, also of one that does not answer', () => {
    const reports = join(folder, 'reports');
    const output = play('summary.yml', {
      good: { gpu_guest_program: simulated('healthy-licensed') },
      bad: { gpu_guest_program: simulated('t4-no-token') },
      bare: { gpu_guest_program: '/nowhere/gpu-guest' },
      gone: { ansible_connection: 'ssh', ansible_host: '127.0.0.1', ansible_port: 9 },
    }, '-e', `gpu_guest_reports=${reports}`, '-e', 'gpu_guest_strict=true');
    const { hosts } = JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8')) as { hosts: Record<string, unknown>[] };
    expect(hosts, output).toMatchObject([
      { host: 'good', verdict: 'attention', verified: true, gpu: 'GRID T4-8Q' },
      { host: 'bad', verdict: 'broken', verified: false, finding: 'driver.nouveau-bound', by: 'guest' },
      { host: 'bare', verdict: 'no-answer', verified: null },
      { host: 'gone', verdict: 'unreachable', verified: null, cause: expect.stringContaining('refused') as string },
    ]);
    expect(output).toMatch(/"msg": "bad, bare, gone"/);
    expect(readdirSync(reports).sort()).toEqual(['bad.diagnose.json', 'bad.verify.json', 'good.diagnose.json', 'good.verify.json', 'summary.json', 'summary.md', 'summary.xml']);
    expect(readFileSync(join(reports, 'summary.xml'), 'utf8')).toContain('tests="4" failures="3"');
    expect(readFileSync(join(reports, 'summary.md'), 'utf8')).toContain('| bad | GRID T4-8Q | broken | no: ');
  });
});
