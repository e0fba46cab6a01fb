import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServeDocument } from '../../src/contract/documents/serve.ts';
import { gpuGuest } from './run-program.ts';
import { entered, httpTransport } from '../server/http-wire.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function served(...args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly document: ServeDocument; readonly ended: Promise<unknown> }> {
  const child = spawn(process.execPath, ['dist/gpu-guest.js', 'serve', ...args, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => { resolve([code, signal]); }));
  const document = await new Promise<ServeDocument>((resolve) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.trimEnd().endsWith('}')) resolve(JSON.parse(text) as ServeDocument);
    });
  });
  return { child, document, ended };
}

const tokenIn = ({ url }: ServeDocument): string => new URLSearchParams(new URL(url).hash.slice(1)).get('token')!;

async function transportTo(document: ServeDocument) {
  const base = new URL(document.url).origin;
  const secret = await entered({ base, port: document.port, gate: { token: () => tokenIn(document) } } as Parameters<typeof entered>[0]);
  return httpTransport(base, secret);
}

test('the address opens the wizard, complete, and Ctrl-C ends it with 0 while a stream is open', async () => {
  const { child, document, ended } = await served('sim:p40-8q-vsphere');
  expect(document).toMatchObject({ schema: 'gpu-guest/serve@1', address: '127.0.0.1', tls: false, machine: 'sim:p40-8q-vsphere' });
  expect(document.ssh).toBe(`ssh -L ${document.port}:127.0.0.1:${document.port} ${document.ssh!.split(' ').at(-1)}`);
  const page = await (await fetch(document.url)).text();
  const parts = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(([, path]) => path!);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect((await fetch(new URL(part, document.url))).status).toBe(200);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|https?:\/\//);
  const transport = await transportTo(document);
  expect(await transport.call('describeProgram', { lang: 'en' })).toMatchObject({ ok: true, value: { start: 'sim:p40-8q-vsphere' } });
  const choices = { goal: 'auto', media: '/mnt/Shared/nv', driver: { kind: 'auto', version: 'auto', kernelModule: 'auto' }, license: { featureType: 'auto', token: 'auto' }, cuda: { toolkit: 'auto' } };
  const asked = { lang: 'en', machine: 'sim:p40-8q-vsphere' };
  const value = async (name: string, input: object) => ((await transport.call(name, { ...asked, ...input })) as unknown as { value: never }).value;
  const { digest } = await value('proposePlan', { choices });
  const { run } = await value('startRun', { choices, digest, reboot: 'auto' });
  let heard = 0;
  transport.listen('followRun', { ...asked, run, after: 0 }, () => heard++);
  await expect.poll(() => heard).toBeGreaterThan(0);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

describe('is refused', () => {
  test.each([
    [['--port', 'x'], 2, 'no port'],
    [['--port', '70000'], 2, 'no port'],
    [['--listen', '0.0.0.0'], 2, 'TLS'],
    [['--listen', '192.0.2.1', '--tls-cert', '/dev/null'], 2, 'go together'],
    [['sim:p40-8q-vspher'], 2, 'p40-8q-vsphere'],
    [['/no/such/file'], 2, '/no/such/file'],
    [['--listen', '127.0.0.1', '--tls-cert', 'package.json', '--tls-key', 'package.json'], 2, 'PEM'],
  ])('%j', (args, code, sentence) => {
    const ran = gpuGuest(['serve', ...args]);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(sentence)]);
    expect(ran.stdout).toBe('');
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, stderr } = gpuGuest(['serve', 'sim:p40-8q-vsphere', '--port', String(port)]);
    other.close();
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Port ${port}`)]);
  });
});

test('with TLS other machines may reach it: said loudly, and by the name of its certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const { status } = await new Promise<{ status: number | null }>((resolve) => {
    spawn('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=guest.example', '-addext', 'subjectAltName=DNS:guest.example', '-keyout', key, '-out', cert], { stdio: 'ignore' }).on('exit', (code) => { resolve({ status: code }); });
  });
  expect(status).toBe(0);
  const { document, child, ended } = await served('sim:p40-8q-vsphere', '--listen', '0.0.0.0', '--tls-cert', cert, '--tls-key', key);
  expect(document).toMatchObject({ tls: true, ssh: null, url: expect.stringContaining(`https://guest.example:${document.port}/#token=`) });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
