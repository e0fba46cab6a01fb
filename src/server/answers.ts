/** One request, answered: a page, the exchange of the token, a call, a stream. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contract, type Reply, type Transport } from '../contract/contract.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { sendFault, sendJson, setSecurity } from './answer.ts';
import { limitsOf, readBody, type BodyLimits } from './body.ts';
import type { Gate } from './gate.ts';
import { isOurHost, isOurOrigin, type Names } from './origin.ts';
import { sendPage, type Pages } from './pages.ts';
import { sendStream } from './stream.ts';

export type Served = {
  readonly transport: Transport;
  readonly gate: Gate;
  readonly pages: Pages;
  readonly translate: Translate;
  readonly scheme: 'http' | 'https';
  readonly isOurName: Names;
  /** In place of those of the question: for tests. */
  readonly limits?: (name: string) => BodyLimits;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

const isToken = (value: unknown): value is { readonly token: string } =>
  typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string';

function refusalOf(status: number, { bytes }: BodyLimits): Message {
  if (status === 413) return say('serve.too-large', { limit: Math.round(bytes / 1024) });
  return status === 408 ? say('serve.too-slow') : say('serve.not-json');
}

/** Undefined: it was refused, and that is answered. `null` is JSON too, so the value comes in a box. */
async function bodyOf(name: string, served: Served, { request, response }: Exchange): Promise<{ readonly value: unknown } | undefined> {
  const limits = (served.limits ?? limitsOf)(name);
  const body = await readBody(request, limits);
  if (body.kind === 'json') return body;
  const { translate } = served;
  sendFault(response, body.status, 'bad-request', translate(refusalOf(body.status, limits)));
  return undefined;
}

async function enter(served: Served, exchange: Exchange): Promise<void> {
  const { gate, translate } = served;
  const body = await bodyOf('session', served, exchange);
  if (body === undefined) return;
  const entry = isToken(body.value) ? gate.enter(body.value.token) : ({ kind: 'wrong' } as const);
  if (entry.kind === 'in') sendJson(exchange.response, 200, { secret: entry.secret });
  else if (entry.kind === 'used') sendFault(exchange.response, 401, 'token-used', translate(say('serve.token-used')));
  else sendFault(exchange.response, 401, 'wrong-token', translate(say('serve.wrong-token')));
}

const statusOf = (reply: Reply): number => (!reply.ok && reply.fault.code === 'bad-request' ? 400 : 200);

async function ask(name: string, served: Served, exchange: Exchange): Promise<void> {
  const { gate, transport, translate } = served;
  const { request, response } = exchange;
  if (!gate.knows(request.headers.authorization)) {
    sendFault(response, 401, 'no-secret', translate(say('serve.no-secret')));
    return;
  }
  if (!Object.hasOwn(contract, name)) {
    sendFault(response, 404, 'not-found', translate(say('serve.not-found')));
    return;
  }
  const body = await bodyOf(name, served, exchange);
  if (body === undefined) return;
  if (contract[name as keyof typeof contract].kind === 'stream') {
    sendStream(transport, name, body.value, response);
    return;
  }
  const reply = await transport.call(name, body.value);
  sendJson(response, statusOf(reply), reply);
}

function post(path: string, served: Served, exchange: Exchange): Promise<void> {
  if (path === '/session') return enter(served, exchange);
  const name = /^\/api\/(\w+)$/.exec(path)?.[1];
  if (name !== undefined) return ask(name, served, exchange);
  sendFault(exchange.response, 404, 'not-found', served.translate(say('serve.not-found')));
  return Promise.resolve();
}

/** Never rejects for what the request is. */
export async function answer(served: Served, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { translate, pages, scheme, isOurName } = served;
  setSecurity(response);
  if (!isOurHost(request.headers, isOurName)) {
    sendFault(response, 421, 'wrong-host', translate(say('serve.wrong-host')));
    return;
  }
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  // A link on another page may lead here; what it asks for is a page, and no browser hands that to the other one.
  const isOurs = isOurOrigin(isPage ? { ...request.headers, 'sec-fetch-site': undefined } : request.headers, scheme);
  if (!isOurs) {
    sendFault(response, 403, 'wrong-origin', translate(say('serve.wrong-origin')));
    return;
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  if (request.method === 'POST') await post(path, served, exchange);
  else if (!isPage) sendFault(response, 405, 'bad-request', translate(say('serve.not-found')));
  else if (!sendPage(pages, path, request, response)) sendFault(response, 404, 'not-found', translate(say('serve.not-found')));
}
