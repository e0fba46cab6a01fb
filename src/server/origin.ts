/** Whether a request was meant for this server (a name of another site may lead here) and comes from its own page. */
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** By which names the server may be called besides those of loopback: those its certificate is for. */
export type Names = (hostName: string) => boolean;

/** "localhost:8080" → "localhost"; of an IPv6 address with its brackets. The port is not ours to know: ssh -L may have another one. */
function hostNameOf(host: string): string | null {
  const parts = /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.exec(host);
  return parts?.[1]?.toLowerCase() ?? null;
}

export const isOurHost = ({ host }: IncomingHttpHeaders, isOurName: Names): boolean => {
  const name = hostNameOf(host ?? '');
  return name !== null && (LOOPBACK.has(name) || isOurName(name));
};

/** A page of ours says where it comes from, or nothing; what is no browser says nothing either, and needs the secret. */
export function isOurOrigin(headers: IncomingHttpHeaders, scheme: 'http' | 'https'): boolean {
  const { origin, host = '' } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) return origin.toLowerCase() === `${scheme}://${host}`.toLowerCase();
  return site === undefined || site === 'same-origin' || site === 'none';
}
