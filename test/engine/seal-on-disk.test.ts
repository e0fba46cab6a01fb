import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bench } from '../../src/engine/bench.ts';
import { seal } from '../../src/engine/seal/seal.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { linuxExecutor } from '../../src/platform/linux/executor.ts';
import { linuxObserver } from '../../src/platform/linux/observer.ts';

const SECRET = 'SECRET-OF-THIS-MACHINE';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'image-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function put(path: string, text = SECRET): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function bench(): Bench {
  const observer = linuxObserver(root);
  // No service runs in an image that is mounted.
  const machine = { ...observer, run: () => Promise.resolve({ stdout: 'LoadState=not-found\nActiveState=inactive\n', stderr: '', exitCode: 0 }) };
  const now = () => machine.now();
  return {
    machine,
    executor: linuxExecutor({ guest: { folder: root, brought: [] }, backups: join(root, 'var/lib/gpu-guest/backups') }),
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: { node: '/usr/bin/node', program: '/root/gpu-guest.js', stateFolder: '/var/lib/gpu-guest' },
    version: '1.2.3',
  };
}

it('a real disk is sealed: files, folders and links go, what they lead to stays, and nothing is kept in a store', async () => {
  put('/etc/machine-id', '0123456789abcdef0123456789abcdef\n');
  put('/etc/nvidia/ClientConfigToken/client.tok');
  put('/var/log/journal/0123456789abcdef0123456789abcdef/system.journal');
  put('/var/log/apt/history.log');
  put('/var/lib/gpu-guest/backups/aa');
  put('/var/lib/gpu-guest/runs/20261122-090000/journal.ndjson');
  put('/var/lib/nvidia/GridLicensing/clientInfo');
  put('/var/lib/cloud/instances/i-1/user-data.txt');
  put('/root/gpu-guest.js', 'program');
  put('/srv/kept/file', 'kept');
  symlinkSync('/srv/kept', join(root, 'var/log/elsewhere'));
  symlinkSync('/var/lib/cloud/instances/i-1', join(root, 'var/lib/cloud/instance'));

  const { outcome, message } = await seal(bench(), { keepToken: false, expect: null });
  expect([outcome, message]).toEqual(['done', null]);

  const left = (readdirSync(root, { recursive: true }) as string[]).filter((path) => lstatSync(join(root, path)).isFile()).sort();
  expect(left).toEqual([
    'etc/machine-id',
    'etc/systemd/system/gpu-guest-first-start.service',
    'root/gpu-guest.js',
    'srv/kept/file',
    'var/lib/gpu-guest/program/gpu-guest.js',
    'var/lib/gpu-guest/sealed.json',
  ]);
  expect(readFileSync(join(root, 'etc/machine-id'), 'utf8')).toBe('');
  expect(readdirSync(join(root, 'var/log'))).toEqual(['apt', 'journal']);
  expect(readdirSync(join(root, 'var/log/journal'))).toEqual([]);
  expect(readdirSync(join(root, 'var/lib/gpu-guest')).sort()).toEqual(['program', 'sealed.json']);
  const unit = readFileSync(join(root, 'etc/systemd/system/gpu-guest-first-start.service'), 'utf8');
  expect(unit).toContain('ExecStart="/usr/bin/node" "/var/lib/gpu-guest/program/gpu-guest.js" first-start\n');
});
