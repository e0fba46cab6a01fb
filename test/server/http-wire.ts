/** A session served on loopback, and a client of it that is no browser. */
import { createSession } from '../../src/engine/session/session.ts';
import { serve } from '../../src/contract/serve.ts';
import type { Reply, Transport } from '../../src/contract/contract.ts';
import type { SessionPorts } from '../../src/engine/session/ports.ts';
import { openGate, type Gate } from '../../src/server/gate.ts';
import { listen } from '../../src/server/server.ts';
import { pagesIn } from '../../src/server/pages.ts';
import type { Served } from '../../src/server/answers.ts';
import { languages, translator } from '../../src/words/translate.ts';
import { gzipSync } from 'node:zlib';
import { portsHere } from '../engine/session/ports-here.ts';

const gz = (text: string) => gzipSync(text).toString('base64');
export const PAGES = pagesIn(
  JSON.stringify({
    'index.html': ['text/html; charset=utf-8', gz('<!doctype html><title>wizard</title>')],
    'assets/app-1a2b.js': ['text/javascript; charset=utf-8', gz('"use strict";')],
  }),
);

/** As `gpu-guest serve` tells it: in the language of the question. */
const told = async (message: Parameters<Awaited<ReturnType<typeof translator>>>[0], input: unknown): Promise<string> => {
  const lang = (input as { lang?: unknown } | null)?.lang;
  return (await translator(languages.find((one) => one === lang) ?? 'en'))(message);
};

export const transportOf = (ports: Partial<SessionPorts> = {}): Transport =>
  serve(createSession(portsHere(ports)), {
    told,
    onBug: (error) => {
      throw error;
    },
  });

export type Opened = { readonly base: string; readonly port: number; readonly gate: Gate; readonly close: () => Promise<void> };

export async function openServer(transport: Transport, changed: Partial<Served> = {}): Promise<Opened> {
  const gate = openGate();
  const served: Served = { transport, gate, pages: PAGES, translate: await translator('en'), scheme: 'http', isOurName: () => false, ...changed };
  const bugs: unknown[] = [];
  const { port, close } = await listen(served, { address: '127.0.0.1', port: 0, tls: null, onBug: (error) => bugs.push(error) });
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    gate,
    close: async () => {
      await close();
      if (bugs.length > 0) throw bugs[0];
    },
  };
}

const json = { 'content-type': 'application/json' };

export async function entered({ base, gate }: Opened): Promise<string> {
  const answer = await fetch(`${base}/session`, { method: 'POST', headers: json, body: JSON.stringify({ token: gate.token() }) });
  return ((await answer.json()) as { secret: string }).secret;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

export function httpTransport(base: string, secret: string): Transport {
  const ask = (name: string, input: unknown, signal?: AbortSignal) =>
    fetch(`${base}/api/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${secret}` },
      body: JSON.stringify(input),
      ...(signal && { signal }),
    });
  return {
    call: async (name, input) => (await (await ask(name, input)).json()) as Reply,
    listen(name, input, onReply) {
      const stop = new AbortController();
      void (async () => {
        const { body } = await ask(name, input, stop.signal);
        for await (const line of linesOf(body!)) if (!stop.signal.aborted) onReply(JSON.parse(line) as Reply | null);
      })().catch((error: unknown) => {
        if (stop.signal.aborted) return;
        onReply({ ok: false, fault: { code: 'disconnected', message: String(error) } });
        onReply(null);
      });
      return () => {
        stop.abort();
      };
    },
  };
}
