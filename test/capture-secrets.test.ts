import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Observer } from '../src/domain/machine.ts';
import { takeCapture } from '../src/engine/capture/take.ts';
import { simulations } from '../src/simulated/index.ts';
import { gpuGuest } from './cli/run-program.ts';

/** What must be nowhere, and the marks by which it would be found. `10.20.30.46` and the like may stay: they are private. */
const PLANTED = {
  token: `eyJhbGciOiJSUzI1NiJ9.${'UExBTlRFRC1QQVlMT0FE'.repeat(6)}.${'UExBTlRFRC1TSUdO'.repeat(20)}`,
  key: `-----BEGIN PRIVATE KEY-----\nTUlJRXBsYW50ZWRrZXltYXRlcmlhbDEyMzQ1Njc4OTBhYmNkZWZHSElKS0xNTk9Q\n-----END PRIVATE KEY-----`,
  password: 'geheim-4711',
  serial: '1652521098765',
  mac: '52:54:00:ca:fe:42',
  gpuUuid: 'GPU-5ec2e7aa-1111-4222-8333-444455556666',
  machineId: '5ec2e75ec2e7415294ab5ec2e75ec2e7',
  hostName: 'planted-host-77',
  fullName: 'lic-planted.corp.example',
  user: 'plantagenet',
  address: '84.12.99.7',
  six: '2a02:810d:1234:5678::77',
} as const;

const MARKS: readonly string[] = [
  'UExBTlRFRC1',
  'eyJhbGciOiJSUzI1NiJ9',
  'TUlJRXBsYW50',
  'geheim-4711',
  '1652521098765',
  '52:54:00:ca:fe:42',
  '5ec2e7aa',
  '5ec2e75ec2',
  'planted-host',
  'lic-planted',
  'plantagenet',
  '84.12.99.7',
  '2a02:810d',
];

/** As they stand in real outputs, each in its own form. */
const SOILED = [
  `Nov 22 08:59:01 ${PLANTED.hostName} sshd[77]: Accepted publickey for ${PLANTED.user} from ${PLANTED.address} port 22 ssh2`,
  `${PLANTED.user}@${PLANTED.hostName}:~$ curl --proxy http://${PLANTED.user}:${PLANTED.password}@${PLANTED.fullName}:3128 https://${PLANTED.fullName}/x`,
  `    Serial Number                         : ${PLANTED.serial}`,
  `    GPU UUID                              : ${PLANTED.gpuUuid}`,
  `GPU 0: GRID T4-8Q (UUID: ${PLANTED.gpuUuid})`,
  `link/ether ${PLANTED.mac} brd ff:ff:ff:ff:ff:ff`,
  `Machine ID: ${PLANTED.machineId}`,
  `license server: https://${PLANTED.fullName}:443 (${PLANTED.six})`,
  `cp /home/${PLANTED.user}/token.tok /etc; token=${PLANTED.token}`,
  `NGC_API_KEY=${PLANTED.password} and password: ${PLANTED.password}`,
  PLANTED.key,
  `bare: ${PLANTED.hostName} ${PLANTED.serial} ${PLANTED.user}`,
].join('\n');

const WITHOUT: readonly string[] = ['/proc/sys/kernel/osrelease', '/proc/sys/kernel/arch'];

/** A guest of which every command and every file says all of it as well. */
function soiled(machine: Observer): Observer {
  const behind = (text: string): string => `${text}${text.endsWith('\n') ? '' : '\n'}${SOILED}\n`;
  return {
    ...machine,
    run: async (command, options) => {
      const { stdout, stderr, exitCode } = await machine.run(command, options);
      return { stdout: behind(stdout), stderr: behind(stderr), exitCode };
    },
    read: async (path) => {
      const text = await machine.read(path);
      return text === undefined || WITHOUT.includes(path) ? text : behind(text);
    },
    readBytes: async (path, range) => {
      const bytes = await machine.readBytes(path, range);
      if (bytes === undefined || bytes.length === 0 || WITHOUT.includes(path)) return bytes;
      const isText = bytes.every((byte) => byte > 8);
      return isText
        ? new TextEncoder().encode(behind(new TextDecoder().decode(bytes)))
        : new Uint8Array([...bytes, ...new TextEncoder().encode(SOILED)]);
    },
  };
}

const clean = (text: string): readonly string[] =>
  MARKS.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

test.each(simulations.map((simulation) => [simulation.name, simulation] as const))(
  'what is planted in every command and every file of %s is in no file of its capture',
  async (_, simulation) => {
    const { entries } = await takeCapture(soiled(simulation.start().observer), {
      toolVersion: 'test',
      time: { commandMs: 1e9, totalMs: 1e9, elapsedMs: () => 0, within: (answer) => answer },
    });
    expect(entries.flatMap(({ name, text }) => [name, text].flatMap(clean).map((mark) => `${name}: ${mark}`))).toEqual(
      [],
    );
    // It was there.
    expect(entries.map(({ text }) => text).join('')).toMatch(
      /<token-1>[\s\S]*<private-key-1>|<private-key-1>[\s\S]*<token-1>/,
    );
  },
);

test('no report of a capture, in any form, has what was planted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-'));
  try {
    const { entries } = await takeCapture(soiled(simulations[0]!.start().observer), {
      toolVersion: 'test',
      time: { commandMs: 1e9, totalMs: 1e9, elapsedMs: () => 0, within: (answer) => answer },
    });
    for (const { name, text } of entries) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    for (const args of [
      ['detect'],
      ['plan'],
      ['verify'],
      ['license'],
      ...['text', 'json', 'html', 'markdown', 'junit'].map((form) => ['diagnose', '--format', form]),
    ]) {
      const { code, stdout, stderr } = gpuGuest([...args, folder, '--verbose']);
      expect([args, code === 0 || code === 1, clean(`${stdout}${stderr}`)]).toEqual([args, true, []]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no environment variable is in a capture of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-'));
  try {
    const env = {
      USER: PLANTED.user,
      HOSTNAME: PLANTED.hostName,
      NGC_API_KEY: PLANTED.password,
      https_proxy: `http://${PLANTED.address}:3128`,
      SECRET_NOTE: PLANTED.serial,
    };
    const { code } = gpuGuest(['capture', '-o', join(folder, 'a.zip')], { env });
    expect(code).toBe(0);
    const inside = execFileSync(
      'python3',
      [
        '-c',
        'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); [sys.stdout.buffer.write(n.encode()+z.read(n)) for n in z.namelist()]',
        join(folder, 'a.zip'),
      ],
      { maxBuffer: 1e8 },
    );
    expect(clean(inside.toString())).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
