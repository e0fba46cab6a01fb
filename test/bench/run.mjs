// `npm run bench`: ratios of medians, measured in turn in one run, each against a named peer or floor. Prints, never fails.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchText } from './diagnose-text.mjs';
import { benchFirstPaint } from './first-paint.mjs';
import { benchReadyMark } from './ready-mark.mjs';

const PROGRAM = resolve('dist/gpu-guest.js');
const NODE = process.execPath;
const ROUNDS = Number(process.env.ROUNDS ?? 21);

// As on a plain guest: certificates or options for every Node.js program would burden both sides, and flatter the ratio.
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...ENVIRONMENT } = process.env;

const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

function timed([program, ...args]) {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(program, args, { stdio: 'ignore', env: ENVIRONMENT });
  if (error) throw error;
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Both in turn, so that whatever else the machine does falls on both. */
function compare(what, ours, peerName, peer, goal) {
  timed(ours);
  timed(peer);
  const rounds = Array.from({ length: ROUNDS }, () => [timed(ours), timed(peer)]);
  const [a, b] = [median(rounds.map(([x]) => x)), median(rounds.map(([, y]) => y))];
  console.log(`${what.padEnd(34)} ${a.toFixed(1).padStart(8)} ms   ${peerName.padEnd(22)} ${b.toFixed(1).padStart(8)} ms   ratio ${(a / b).toFixed(2)}${goal ? `   goal: at most ${goal}` : ''}`);
}

const skip = (what, why) => console.log(`${what.padEnd(34)} skipped: ${why}`);

/** A folder that stands for /sys/bus/pci with a Tesla T4 on it, as lspci and Node read it. */
function mockedBus(folder) {
  const device = join(folder, 'devices/0000:00:05.0');
  mkdirSync(device, { recursive: true });
  for (const name of ['slots', 'drivers']) mkdirSync(join(folder, name));
  const files = { vendor: '0x10de', device: '0x1eb8', subsystem_vendor: '0x10de', subsystem_device: '0x12a2', class: '0x030200', revision: '0xa1', irq: '11' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(device, name), `${text}\n`);
  writeFileSync(join(device, 'resource'), '0x0000000000000000 0x0000000000000000 0x0000000000000000\n'.repeat(13));
  const config = Buffer.alloc(256);
  config.writeUInt16LE(0x10de, 0);
  config.writeUInt16LE(0x1eb8, 2);
  config.writeUInt16LE(0x0302, 10);
  config.writeUInt16LE(0x10de, 0x2c);
  config.writeUInt16LE(0x12a2, 0x2e);
  writeFileSync(join(device, 'config'), config);
}

const onBus = (folder, command) => ['unshare', '-m', 'sh', '-c', `mount --bind ${folder} /sys/bus/pci && exec "$@"`, 'sh', ...command];

if (!existsSync(PROGRAM)) throw new Error('dist/gpu-guest.js is not there: npm run build');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  compare('detect', [NODE, PROGRAM, 'detect', '--json'], 'node -e 0', [NODE, '-e', '0'], 1.5);

  const bus = join(scratch, 'pci');
  mockedBus(bus);
  if (process.getuid() !== 0) skip('detect of a mocked Tesla T4', 'a mocked bus needs root');
  else if (!has('nvidia-detect')) skip('detect of a mocked Tesla T4', 'nvidia-detect (Debian, non-free) is not installed');
  else compare('detect of a mocked Tesla T4', onBus(bus, [NODE, PROGRAM, 'detect', '--json']), 'nvidia-detect', onBus(bus, ['nvidia-detect']), 1);

  compare('apply with nothing to do (simulated)', [NODE, PROGRAM, 'apply', 'sim:healthy-licensed', '--yes', '--quiet'], 'node -e 0', [NODE, '-e', '0']);

  benchReadyMark(scratch, NODE, PROGRAM, ENVIRONMENT, compare, skip);

  // A medium of the size of a driver, read and summed for the first time.
  const media = join(scratch, 'media');
  mkdirSync(media);
  const large = join(media, 'large.run');
  const payload = Buffer.alloc(400_000_000, 7);
  const sum = createHash('sha256').update(payload).digest('hex');
  const header = ['#!/bin/sh', '# This script was generated using Makeself 2.4.5', `SHA="${sum}"`, 'skip="7"', `filesizes="${payload.length}"`, 'label="CUDA Toolkit 12.0.1"', 'script="./cuda-installer"'];
  writeFileSync(large, Buffer.concat([Buffer.from(`${header.join('\n')}\n`), payload]));
  const cold = ['env', `XDG_CACHE_HOME=${join(scratch, 'none')}`, 'sh', '-c', `rm -rf /var/cache/gpu-guest/media-hashes.json "$XDG_CACHE_HOME"; exec "$@"`, 'sh'];
  compare('media of one 400 MB file', [...cold, NODE, PROGRAM, 'media', media, '--json'], 'sha256sum', ['sha256sum', large]);

  await benchFirstPaint(NODE, PROGRAM, ENVIRONMENT, skip);

  benchText(scratch, NODE, PROGRAM, ENVIRONMENT);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
