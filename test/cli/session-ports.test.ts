import { readdirSync, readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LICENCES } from '../../src/cli/licences.ts';
import { sessionPorts } from '../../src/cli/session-ports.ts';
import { createSession } from '../../src/engine/session/session.ts';
import { zipOf } from '../../src/platform/zip-writer.ts';
import { reportedFinding, reportedMachine } from '../report/reported.ts';

const ports = sessionPorts({
  start: 'this',
  given: null,
  self: { node: process.execPath, program: '/opt/gpu-guest.js' },
  onBug: (error) => {
    throw error;
  },
});
const api = createSession(ports);
const ticket = Buffer.from('$ lspci -nn\n02:01.0 VGA compatible controller [0300]: NVIDIA Corporation GP102GL [Tesla P40] [10de:1b38] (rev a1)\n');

describe('what is handed over is read whatever it is packed in', () => {
  test.each([
    ['a text', async () => ticket],
    ['gzip', async () => gzipSync(ticket)],
    ['a zip', async () => Buffer.from(await zipOf([{ name: 'ticket.txt', text: ticket.toString() }], new Date(0)))],
  ])('%s', async (_, packed) => {
    const folders = () => readdirSync(tmpdir()).filter((name) => /^gpu-guest-\w{6}$/.test(name)).length;
    const before = folders();
    const document = await api.diagnoseText({ lang: 'en', name: 'my ticket', base64: (await packed()).toString('base64') });
    expect(document.detection.gpus).toMatchObject([{ deviceId: '1b38' }]);
    expect(folders()).toBeLessThanOrEqual(before);
    expect(JSON.stringify(document)).not.toContain(tmpdir());
  });
});

test.each(['html', 'markdown', 'text', 'json'] as const)('a report in %s names neither host nor address', async (format) => {
  const told = `host ${hostname()}.example.com at 198.51.100.7 said so`;
  const base = await reportedMachine('nouveau-shut-out-before-the-reboot', 'en');
  const reported = { ...reportedFinding({ evidence: [{ source: 'journal', text: told }] }, base), looked: { kind: 'live', name: '' } } as const;
  const text = await ports.reportText(reported, format, 'en');
  expect(text).toContain('said so');
  expect(text).not.toContain('198.51.100.7');
  expect(text).not.toContain(`${hostname()}.example.com`);
});

test('each part that is built in is named with the licence that it names itself', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
  for (const { name, licence } of LICENCES.slice(1))
    expect([name, (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string }).license]).toEqual([name, licence]);
  expect(LICENCES[0]?.licence).toBe(own.license);
});
