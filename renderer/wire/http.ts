/** The contract over HTTP: one POST a question; a stream answers with one JSON reply a line. */
import type { Reply, Transport } from '../../src/contract/contract.ts';

const SECRET = 'gpu-guest-secret';
const disconnected = (message: string): Reply => ({ ok: false, fault: { code: 'disconnected', message } });

type Introduced = { readonly secret: string; readonly refusal: string | null };

/** The sentence of a refusal; '' where the answer has none. */
async function sentenceOf(answer: Response): Promise<string> {
  try {
    const reply = (await answer.json()) as Reply;
    return reply.ok ? '' : reply.fault.message;
  } catch {
    // Expected: something else than this program's server answers.
    return '';
  }
}

async function introduce(): Promise<Introduced> {
  const kept = sessionStorage.getItem(SECRET) ?? '';
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return { secret: kept, refusal: null };
  // The token is good for one browser, once: it does not stay in the address, where it could be copied.
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
  if (!answer.ok) return { secret: kept, refusal: await sentenceOf(answer) };
  const { secret } = (await answer.json()) as { secret: string };
  sessionStorage.setItem(SECRET, secret);
  return { secret, refusal: null };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}

/** `onTurnedAway`: this browser has no token, or another one came first. */
export function httpTransport(onTurnedAway: (because: string) => void): Transport {
  const introduced = introduce();
  const ask = async (name: string, input: unknown, signal?: AbortSignal): Promise<Response> => {
    const { secret, refusal } = await introduced;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const answer = await fetch(`api/${name}`, { method: 'POST', headers, body: JSON.stringify(input), ...(signal && { signal }) });
    if (answer.status === 401) onTurnedAway(refusal ?? (await sentenceOf(answer.clone())));
    return answer;
  };
  return {
    async call(name, input) {
      try {
        return (await (await ask(name, input)).json()) as Reply;
      } catch (error) {
        // Expected: the server has gone.
        return disconnected(error instanceof Error ? error.message : '');
      }
    },
    listen(name, input, onReply) {
      const stop = new AbortController();
      const follow = async () => {
        const { body } = await ask(name, input, stop.signal);
        for await (const line of body === null ? [] : linesOf(body)) {
          const reply = JSON.parse(line) as Reply | null;
          onReply(reply);
          if (reply === null) return;
        }
        throw new Error('the stream was cut off');
      };
      follow().catch((error: unknown) => {
        if (stop.signal.aborted) return;
        onReply(disconnected(error instanceof Error ? error.message : ''));
        onReply(null);
      });
      return () => {
        stop.abort();
      };
    },
  };
}
