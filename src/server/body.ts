/** The JSON that a request carries, in bounded room and time. */
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 408 | 413 | 415 };

export type BodyLimits = {
  readonly bytes: number;
  /** For all of it. */
  readonly totalMs: number;
};

const KIB = 1024;
/** A question is a few words; a text to be diagnosed is a bug report or a capture, in base64. */
export const limitsOf = (name: string): BodyLimits =>
  name === 'diagnoseText' || name === 'writeReport' ? { bytes: 48_000_000 + 64 * KIB, totalMs: 300_000 } : { bytes: 64 * KIB, totalMs: 10_000 };

const isJson = (mediaType: string | undefined): boolean => /^application\/json(;|$)/i.test(mediaType ?? '');

/** `{}` where there is no body at all. */
export function readBody(request: IncomingMessage, { bytes, totalMs }: BodyLimits): Promise<Body> {
  const refuse = (status: 400 | 408 | 413 | 415): Promise<Body> => Promise.resolve({ kind: 'refused', status });
  if (!isJson(request.headers['content-type'])) return refuse(415);
  if (Number(request.headers['content-length'] ?? 0) > bytes) return refuse(413);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (body: Body) => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(body);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytes) end({ kind: 'refused', status: 413 });
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => {
      end({ kind: 'refused', status: 408 });
    }, totalMs);
    request.on('data', take);
    request.once('end', () => {
      end(parsed(Buffer.concat(chunks)));
    });
    request.once('close', () => {
      end({ kind: 'refused', status: 400 });
    });
  });
}

function parsed(bytes: Buffer): Body {
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    // Expected: no JSON, or no UTF-8.
    return { kind: 'refused', status: 400 };
  }
}
