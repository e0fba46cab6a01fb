/** What curl, openssl, nc and Test-NetConnection say of a server that somebody tried by hand. */
import type { Connection, Handshake, Lookup, Reached } from '../domain/reach.ts';
import type { Block, Line } from './source.ts';

/** `refusal`: the line in which the certificate was not accepted, for a reason that the licence client minds too. */
export type ToldContact = {
  readonly reached: Reached;
  readonly line: Line;
  readonly tool: string;
  readonly refusal: string | null;
};

type Place = { readonly host: string; readonly port: number; readonly tls: boolean };

const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^curl(?:\.exe)?\b.*?\bhttps:\/\/(?:[^\s/@]*@)?([\w.-]+)(?::(\d+))?/, 'curl'],
  [/^curl(?:\.exe)?\b.*?\bhttp:\/\/(?:[^\s/@]*@)?([\w.-]+)(?::(\d+))?/, 'curl http'],
  [/^curl(?:\.exe)?\b.*?\s([\w-]+(?:\.[\w-]+)+)(?::(\d+))?(?:\/\S*)?\s*$/, 'curl'],
  [/^openssl s_client\b.*?-connect\s+([\w.-]+):(\d+)/, 'openssl s_client'],
  [/^(?:nc|ncat|netcat|telnet)\b.*?\s([\w-]+(?:\.[\w-]+)+)\s+(\d+)/, 'nc'],
  [/^(?:Test-NetConnection|tnc)\b.*?(?:-ComputerName\s+)?([\w-]+(?:\.[\w-]+)+).*?-Port\s+(\d+)/i, 'Test-NetConnection'],
];

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

function placeIn(command: string): (Place & { readonly tool: string }) | undefined {
  for (const [pattern, name] of COMMANDS) {
    const [, host, port] = pattern.exec(command.slice(0, 1000)) ?? [];
    if (host === undefined) continue;
    const plain = name === 'curl http';
    return { host, port: Number(port ?? (plain ? HTTP_PORT : HTTPS_PORT)), tls: !plain, tool: plain ? 'curl' : name };
  }
  return undefined;
}

const UNRESOLVED =
  /Could(?:n't| not) resolve host|Resolving timed out|Name or service not known|Temporary failure in name resolution|nodename nor servname|BIO_lookup_ex:|gethostbyname failure|Name resolution of \S+ failed/i;

/** What stands in a line, by what came of the connection; the first that holds of the last line that tells anything. */
const CONNECTIONS: readonly (readonly [RegExp, Connection['kind']])[] = [
  [/Connection refused|connect:errno=111|actively refused/i, 'refused'],
  [/No route to host|Network is unreachable|connect:errno=(?:113|101)\b/i, 'no-route'],
  [
    /Connection timed out|Operation timed out|Timeout was reached|timed out after|connect:errno=110\b|TcpTestSucceeded\s*:\s*False|TCP connect to \(.*\) failed/i,
    'timed-out',
  ],
  [/^\*?\s*Connected to |^CONNECTED\(|succeeded!|^Connected to |TcpTestSucceeded\s*:\s*True/i, 'open'],
  [/Failed to connect to|Could(?:n't| not) connect to server|unable to connect/i, 'failed'],
];

const HANDSHAKES: readonly (readonly [RegExp, Handshake])[] = [
  [/SSL connection timeout/i, { kind: 'silent' }],
  [/wrong version number|packet length too long|http request/i, { kind: 'not-tls', says: null }],
  [
    /Connection reset by peer|SSL_ERROR_SYSCALL|handshake failure|no peer certificate available|unexpected eof/i,
    { kind: 'broken', because: 'reset' },
  ],
];

const EXPIRED = /certificate (?:has|is) (?:expired|not yet valid)/i;
const OTHER_NAME = /no alternative certificate subject name|hostname mismatch|does not match target host/i;
const UNTRUSTED =
  /self[- ]signed certificate|unable to get (?:local )?issuer certificate|unable to verify the first certificate/i;
const isNvidias = (host: string): boolean => /(?:^|\.)nvidia\.com$/i.test(host);

/** A licence server of one's own is delivered with a certificate of its own: only NVIDIA's must be of a public authority. */
const minded = (text: string, host: string): boolean =>
  EXPIRED.test(text) || OTHER_NAME.test(text) || (isNvidias(host) && UNTRUSTED.test(text));

function lastOf<T>(lines: readonly Line[], table: readonly (readonly [RegExp, T])[]): T | undefined {
  const found = lines.flatMap(({ text }) => table.find(([pattern]) => pattern.test(text.slice(0, 500)))?.[1] ?? []);
  return found.at(-1);
}

function connectionOf(kind: Connection['kind'], lines: readonly Line[]): Connection {
  if (kind === 'open') {
    const address = lines
      .map(({ text }) => /\((\d[\d.]+|[0-9a-f:]{3,})\)/i.exec(text)?.[1])
      .find((one) => one !== undefined);
    return { kind, address: address ?? '?' };
  }
  return kind === 'failed' ? { kind, because: 'not said' } : { kind };
}

function reachedOf({ host, port, tls }: Place, lines: readonly Line[]): Reached | undefined {
  const unresolved = lines.some(({ text }) => UNRESOLVED.test(text));
  const kind = lastOf(lines, CONNECTIONS);
  const handshake = lastOf(lines, HANDSHAKES);
  if (!unresolved && kind === undefined && handshake === undefined) return undefined;
  const isAddress = /^[\d.]+$/.test(host);
  const lookup: Lookup = unresolved
    ? { kind: 'unresolved' }
    : isAddress
      ? { kind: 'not-needed' }
      : { kind: 'found', addresses: [] };
  const reachedPort = handshake === undefined ? (kind ?? 'open') : 'open';
  return {
    door: { host, port, tls },
    resolvers: [],
    lookup,
    connection: unresolved ? { kind: 'not-tried' } : connectionOf(reachedPort, lines),
    handshake: handshake ?? { kind: 'not-tried' },
    clock: null,
  };
}

/** Undefined where the block is of no such tool, or tells nothing of a connection. */
export function toldContact({ command, lines }: Block): ToldContact | undefined {
  const place = command === null ? undefined : placeIn(command);
  const reached = place && reachedOf(place, lines.slice(0, 200));
  const [line] = lines;
  if (place === undefined || reached === undefined || line === undefined) return undefined;
  const refusal = lines.find(({ text }) => minded(text.slice(0, 500), place.host))?.text.trim() ?? null;
  return { reached, line, tool: place.tool, refusal };
}
