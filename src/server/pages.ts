/** The wizard's pages: what the build has packed, by path, each compressed beforehand. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Page = { readonly mediaType: string; readonly gzip: Uint8Array };
export type Pages = ReadonlyMap<string, Page>;

/** As the build writes it: path → media type and gzip in base64. */
type Packed = Readonly<Record<string, readonly [mediaType: string, gzip: string]>>;

export const pagesIn = (text: string): Pages =>
  new Map(
    Object.entries(JSON.parse(text) as Packed).map(([path, [mediaType, gzip]]) => [
      path,
      { mediaType, gzip: Buffer.from(gzip, 'base64') },
    ]),
  );

/** Names that carry a digest of what they name never mean anything else. */
const cacheOf = (path: string): string => (path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');

/** False: there is no such page. */
export function sendPage(pages: Pages, path: string, request: IncomingMessage, response: ServerResponse): boolean {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const page = pages.get(name);
  if (page === undefined) return false;
  const packed = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  const bytes = packed ? page.gzip : gunzipSync(page.gzip);
  response.writeHead(200, {
    'Content-Type': page.mediaType,
    'Content-Length': bytes.length,
    'Cache-Control': cacheOf(name),
    Vary: 'Accept-Encoding',
    ...(packed && { 'Content-Encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
