import { connect } from 'node:net';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transport } from '../../src/contract/contract.ts';
import { limitsOf } from '../../src/server/body.ts';
import { entered, openServer, transportOf, type Opened } from './http-wire.ts';

let asked = 0;
let server: Opened;
let secret: string;

beforeAll(async () => {
  const session = transportOf();
  const counting: Transport = {
    call: (name, input) => {
      asked++;
      return session.call(name, input);
    },
    listen: session.listen,
  };
  server = await openServer(counting, {
    limits: (name) => (name === 'listRuns' ? { bytes: 200, totalMs: 150 } : limitsOf(name)),
  });
  secret = await entered(server);
});
afterAll(() => server.close());

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string };

/** As no browser would send it: every header is the sender's own. */
const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: string | Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, method, path, headers, setHost: headers.host === undefined }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode!, headers: answer.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const question = JSON.stringify({ lang: 'en', machine: 'sim:p40-8q-vsphere' });
const known = (): OutgoingHttpHeaders => ({ 'content-type': 'application/json', authorization: `Bearer ${secret}` });
const ask = (headers: OutgoingHttpHeaders, body: string | Buffer = question, name = 'listRuns') => send('POST', `/api/${name}`, headers, body);
const codeOf = ({ text }: Answer): unknown => (JSON.parse(text) as { fault: { code: string } }).fault.code;

test('who has the secret is answered', async () => {
  expect(await ask(known())).toMatchObject({ status: 200 });
});

describe('nothing is asked of the session', () => {
  const silent = async (work: () => Promise<void>): Promise<void> => {
    const before = asked;
    await work();
    expect(asked).toBe(before);
  };

  test.each([
    ['no secret', undefined],
    ['another secret', 'Bearer nonsense'],
    ['the token of the address', 'token'],
    ['the secret without its scheme', 'secret'],
    ['an empty one', 'Bearer '],
  ])('with %s', (_, given) =>
    silent(async () => {
      const authorization = given === 'token' ? `Bearer ${server.gate.token()}` : given === 'secret' ? secret : given;
      const answer = await ask({ 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'no-secret']);
    }),
  );

  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '[::2]', 'a b', '127.0.0.1@evil.example', ''])(
    'by a name that is not ours: “%s”, for a page as for a question',
    (host) =>
      silent(async () => {
        expect(await ask({ ...known(), host })).toMatchObject({ status: 421 });
        expect(await send('GET', '/', { host })).toMatchObject({ status: 421 });
      }),
  );

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost'])('from the page of another: %s', (origin) =>
    silent(async () => {
      const answer = await ask({ ...known(), origin });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'wrong-origin']);
      expect(await send('GET', '/', { origin })).toMatchObject({ status: 403 });
      expect(await send('POST', '/session', { 'content-type': 'application/json', origin }, '{}')).toMatchObject({ status: 403 });
    }),
  );

  test('from a page that hides where it comes from', () =>
    silent(async () => {
      expect(await ask({ ...known(), 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
      expect(await ask({ ...known(), 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 });
    }));

  test.each([
    ['no JSON', '{'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nothing', ''],
  ])('by %s', (_, body) =>
    silent(async () => {
      expect(await ask(known(), body)).toMatchObject({ status: 400 });
    }),
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])('as %s, which a form could send', (type) =>
    silent(async () => {
      expect(await ask({ ...known(), 'content-type': type })).toMatchObject({ status: 415 });
    }),
  );

  test('by more than is taken, announced or not', () =>
    silent(async () => {
      const large = JSON.stringify({ lang: 'en', machine: 'x'.repeat(500) });
      expect(await ask({ ...known(), 'content-length': Buffer.byteLength(large) }, large)).toMatchObject({ status: 413 });
      expect(await ask({ ...known(), 'transfer-encoding': 'chunked' }, large)).toMatchObject({ status: 413 });
    }));

  test('by a body that never comes to its end', () =>
    silent(async () => {
      const head = `POST /api/listRuns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${secret}\r\nContent-Length: 100\r\n\r\n{`;
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => socket.write(head));
        let text = '';
        socket.on('data', (part) => (text += part.toString()));
        socket.on('close', () => {
          resolve(text);
        });
      });
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
    }));

  test.each(['nonsense', '__proto__', 'constructor', 'hasOwnProperty', 'listRuns/', '..%2Fsession', ''])('by a name that is no question: “%s”', (name) =>
    silent(async () => {
      expect(await ask(known(), question, name)).toMatchObject({ status: 404 });
    }),
  );

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s', (method) =>
    silent(async () => {
      const { status, headers } = await send(method, '/api/listRuns', known());
      expect([404, 405]).toContain(status);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }),
  );
});

test('a question of another shape is a bad request', async () => {
  const answer = await ask(known(), JSON.stringify({ lang: 'en', machine: '../etc' }));
  expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
});

test('the token lets one browser in, once; the next is told so, and a renewed one lets another in', async () => {
  const own = await openServer(transportOf());
  const enter = async (body: unknown) => {
    const answer = await fetch(`${own.base}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return [answer.status, (await answer.json()) as { secret: string }] as const;
  };
  const token = own.gate.token();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  for (const wrong of [{ token: 'nonsense' }, { token: 7 }, {}, null, []]) expect(await enter(wrong)).toMatchObject([401, { fault: { code: 'wrong-token' } }]);
  const [status, first] = await enter({ token });
  expect([status, typeof first.secret]).toEqual([200, 'string']);
  expect(await enter({ token })).toMatchObject([401, { fault: { code: 'token-used', message: expect.stringContaining('once') } }]);
  const [, second] = await enter({ token: own.gate.renew() });
  expect(second.secret).not.toBe(first.secret);
  expect([own.gate.knows(`Bearer ${first.secret}`), own.gate.knows(`Bearer ${second.secret}`)]).toEqual([false, true]);
  await own.close();
});

test('ssh -L may bring the address to another port of another name of loopback', async () => {
  for (const host of ['localhost:9000', '127.0.0.1:1', '[::1]:9000', 'LOCALHOST'])
    expect(await ask({ ...known(), host, origin: `http://${host}` })).toMatchObject({ status: 200 });
});

test('every answer carries what keeps a page to itself', async () => {
  for (const { headers } of [await send('GET', '/'), await send('GET', '/nothing'), await ask(known()), await ask({})]) {
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
});

test('pages are packed where that is understood, and kept where their name says what they hold', async () => {
  expect(await send('GET', '/')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' }, text: expect.stringContaining('<title>wizard') });
  expect(await send('GET', '/?x=1', { 'accept-encoding': 'br, gzip' })).toMatchObject({ headers: { 'content-encoding': 'gzip' } });
  expect(await send('GET', '/assets/app-1a2b.js')).toMatchObject({ headers: { 'cache-control': expect.stringContaining('immutable') }, text: '"use strict";' });
  expect(await send('HEAD', '/')).toMatchObject({ status: 200, text: '' });
  for (const path of ['/../package.json', '/assets', '/%2e%2e/etc/passwd', '//etc/passwd', '/__proto__']) expect(await send('GET', path)).toMatchObject({ status: 404 });
});
