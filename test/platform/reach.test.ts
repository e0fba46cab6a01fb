import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { reach } from '../../src/platform/linux/reach.ts';
import { reach as reachOnWindows } from '../../src/platform/windows/reach.ts';
import { firstAnswer } from '../../src/platform/reach/server-hello.ts';
import { authority, type Authority, type Pair } from './tls/certificates.ts';
import { closeAll, fullPort, nameServer, tcpServer, tlsServer, tlsServerWithClock } from './tls/listeners.ts';

let ca: Authority;
beforeAll(() => {
  ca = authority('Example Licences');
});
afterEach(closeAll);
afterAll(() => {
  ca.close();
});

const HERE = '127.0.0.1';
const knock = (port: number, host = HERE) => reach({ host, port, tls: true }, { timeoutMs: 700 });
const shownBy = async (pair: Pair, host = 'localhost') => {
  const { port } = await tlsServer(pair);
  const { handshake } = await reach({ host, port, tls: true });
  return handshake.kind === 'done' ? handshake.certificate : handshake;
};

describe('on Windows', () => {
  it('the system itself is asked for the addresses, and the rest is as on Linux', async () => {
    const { port } = await tlsServer(ca.issue({ subject: 'dls.example.test', names: 'DNS:localhost' }));
    expect(await reachOnWindows({ host: 'localhost', port, tls: true }, { nameServers: [] })).toMatchObject({
      lookup: { kind: 'found', addresses: expect.arrayContaining([HERE]) as unknown },
      connection: { kind: 'open' },
      handshake: { kind: 'done', certificate: { fitsHost: true } },
    });
  });
  it('a name that a name server denies is no such name', async () => {
    const door = { host: 'dls.example.invalid', port: 443, tls: true };
    const { lookup } = await reachOnWindows(door, { timeoutMs: 1500, nameServers: [await nameServer(3)] });
    expect(lookup.kind).toBe('no-such-name');
  });
});

describe('a licence server that shows a certificate', () => {
  const names = `DNS:localhost,IP:${HERE}`;
  it('of an authority that nobody else knows: subject, issuer, validity and names', async () => {
    expect(await shownBy(ca.issue({ subject: 'dls.example.test', names }))).toEqual({
      subject: 'CN=dls.example.test',
      issuer: 'CN=Example Licences root, O=Example Licences',
      validFrom: '2020-01-01T00:00:00Z',
      validTo: '2049-12-31T00:00:00Z',
      names: ['localhost', HERE],
      fitsHost: true,
      trust: 'unknown-issuer',
    });
  });
  it('of an authority that only this machine was told to trust: it is no public one for that', async () => {
    const { port } = await tlsServer(ca.issue({ subject: 'x', names }));
    const { outputFiles } = buildSync({
      entryPoints: ['src/platform/linux/reach.ts'],
      bundle: true,
      platform: 'node',
      write: false,
    });
    const script = `${outputFiles[0]!.text}\nreach({ host: '${HERE}', port: ${String(port)}, tls: true }).then((r) => console.log(r.handshake.certificate.trust));`;
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: ca.file };
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env });
    expect(stdout.trim()).toBe('unknown-issuer');
  });
  it('of itself', async () => {
    expect(await shownBy(ca.selfSigned({ subject: 'dls', names }))).toMatchObject({
      trust: 'self-signed',
      fitsHost: true,
    });
  });
  it('for another name', async () => {
    expect(await shownBy(ca.issue({ subject: 'x', names: 'DNS:other.example.test' }))).toMatchObject({
      fitsHost: false,
    });
  });
  it('that is over, or not yet begun', async () => {
    const over = ca.issue({ subject: 'x', names, from: '200101000000Z', until: '210101000000Z' });
    const early = ca.issue({ subject: 'x', names, from: '400101000000Z', until: '410101000000Z' });
    expect(await shownBy(over)).toMatchObject({ validTo: '2021-01-01T00:00:00Z', trust: 'not-judged' });
    expect(await shownBy(early)).toMatchObject({ validFrom: '2040-01-01T00:00:00Z' });
  });
  it('hears nothing but a handshake, with its name in it; an address is not named', async () => {
    const server = await tlsServer(ca.issue({ subject: 'x', names }));
    await knock(server.port, 'localhost');
    await knock(server.port);
    await vi.waitFor(() => {
      expect(server.names).toEqual(['localhost', false]);
    });
    expect(server.heard()).toHaveLength(0);
  });
});

describe('a port that is no licence server', () => {
  it('refuses', async () => {
    const { port } = await tcpServer();
    closeAll();
    expect(await knock(port)).toMatchObject({ connection: { kind: 'refused' }, handshake: { kind: 'not-tried' } });
  });
  it('is silent, as behind a firewall that drops what comes', async () => {
    expect(await knock(await fullPort())).toMatchObject({ connection: { kind: 'timed-out' } });
  });
  it('takes the connection and says nothing', async () => {
    const { port } = await tcpServer();
    expect(await knock(port)).toMatchObject({
      connection: { kind: 'open', address: HERE },
      handshake: { kind: 'silent' },
    });
  });
  it('closes at once', async () => {
    const { port } = await tcpServer((socket) => socket.destroy());
    expect((await knock(port)).handshake.kind).toBe('broken');
  });
  it('speaks HTTP, and so tells its time', async () => {
    const { port, heard } = await tcpServer((socket) => {
      socket.end('HTTP/1.1 400 Bad Request\r\nDate: Sun, 22 Nov 2026 08:00:00 GMT\r\n\r\n');
    });
    const { handshake, clock } = await knock(port);
    expect(handshake).toEqual({ kind: 'not-tls', says: 'HTTP/1.1 400 Bad Request' });
    expect(Math.abs(Date.parse(clock!.server) - Date.parse('2026-11-22T08:00:00Z'))).toBeLessThan(60_000);
    expect(heard().subarray(0, 3)).toEqual(Buffer.from([0x16, 3, 1]));
  });
  it('is only knocked at where no handshake is asked for', async () => {
    const { port, heard } = await tcpServer();
    expect(await reach({ host: HERE, port, tls: false })).toMatchObject({
      connection: { kind: 'open' },
      handshake: { kind: 'not-tried' },
    });
    expect(heard()).toHaveLength(0);
  });
});

describe("a server's clock", () => {
  const off = ({ server, guest }: { server: string; guest: string }) =>
    Math.round((Date.parse(server) - Date.parse(guest)) / 60_000);
  it('is read from its greeting, an hour ahead or behind', async () => {
    for (const minutes of [60, -60]) {
      const { port } = await tlsServerWithClock(() => Date.now() / 1000 + minutes * 60);
      expect(off((await knock(port)).clock!)).toBe(minutes);
    }
  });
  it('is not what only happens to look like a time', async () => {
    let hellos = 0;
    const { port } = await tlsServerWithClock(() => Date.now() / 1000 + 40_000 * (hellos += 1));
    expect((await knock(port)).clock).toBeNull();
    expect(hellos).toBe(2);
  });
  it('is not known of a server that sends any number', async () => {
    const { port } = await tlsServer(ca.selfSigned({ subject: 'x', names: 'DNS:localhost' }));
    expect((await knock(port)).clock).toBeNull();
  });
  it('is not read from what is cut short', () => {
    expect(firstAnswer(new Uint8Array([0x16, 3, 3, 0, 9, 2]))).toEqual({ kind: 'tls', seconds: null });
    expect(firstAnswer(new Uint8Array([]))).toEqual({ kind: 'other' });
  });
});

describe('a name', () => {
  const ask = (nameServers: readonly string[]) =>
    reach({ host: 'dls.example.invalid', port: 443, tls: true }, { timeoutMs: 1500, nameServers });
  it('that a name server denies is no such name', async () => {
    const [denies, silent] = [await nameServer(3), await nameServer('silent')];
    expect(await ask([silent, denies])).toMatchObject({
      lookup: { kind: 'no-such-name' },
      resolvers: [
        { address: silent, answer: 'none' },
        { address: denies, answer: 'no-such-name' },
      ],
      connection: { kind: 'not-tried' },
    });
  });
  it('of which nobody answers is not known', async () => {
    const [silent, fails] = [await nameServer('silent'), await nameServer(2)];
    expect(await ask([silent, fails])).toMatchObject({
      lookup: { kind: 'no-answer' },
      resolvers: [{ answer: 'none' }, { answer: 'none' }],
    });
  });
});
