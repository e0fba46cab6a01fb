/**
 * The wizard's pages, from a scheme of their own. A page under `file:` may ask for every file of its user; this one for what the
 * build made and nothing else, as its own origin, under a policy that comes in a header.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export const SCHEME = 'gpu-guest';
const ORIGIN = `${SCHEME}://wizard`;
export const START_PAGE = `${ORIGIN}/index.html`;

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export const isOurs = (url: string): boolean => url === ORIGIN || url.startsWith(`${ORIGIN}/`);

const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Answers requests from what lies in the folder now; an address is looked up as it stands, so that none leads out of it. */
export function pagesOf(folder: string): (request: Request) => Response {
  const files = new Map(pathsIn(folder).map((path) => [path.slice(folder.length).replaceAll(sep, '/'), path]));
  const refused = (status: number) => new Response(null, { status, headers: HEADERS });
  return ({ url, method }) => {
    if (method !== 'GET') return refused(405);
    const { host, pathname } = new URL(url);
    const path = host === 'wizard' ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined;
    const type = path === undefined ? undefined : TYPES[extname(path)];
    if (path === undefined || type === undefined) return refused(404);
    return new Response(new Uint8Array(readFileSync(path)), { headers: { ...HEADERS, 'content-type': type } });
  };
}
