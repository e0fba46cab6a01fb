/** What came of knocking at the licence servers, and what of it can stand between the guest and its licence. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Evidence } from '../domain/finding.ts';
import type { Certificate, Reached } from '../domain/reach.ts';
import type { LicenceServers } from '../probes/licence-servers.ts';
import { seen } from './evidence.ts';

type Contact = LicenceServers['contacts'][number];

/** Why a licence cannot be asked for at a port. */
export type ContactTrouble =
  'unresolved' | 'no-such-name' | 'no-name-server' | 'refused' | 'timed-out' | 'no-route' | 'failed' | 'silent' | 'not-tls' | 'broken';

export function contactTrouble({ lookup, connection, handshake }: Reached): ContactTrouble | null {
  if (lookup.kind === 'unresolved' || lookup.kind === 'no-such-name') return lookup.kind;
  if (lookup.kind === 'no-answer') return 'no-name-server';
  if (connection.kind === 'not-tried') return 'failed';
  if (connection.kind !== 'open') return connection.kind;
  return handshake.kind === 'done' || handshake.kind === 'not-tried' ? null : handshake.kind;
}

/** The ports that decide: those of the token where it names any (a driver that takes tokens asks no legacy server). */
export function deciding(servers: Fact<LicenceServers>): readonly Contact[] {
  const granting = (valueOf(servers)?.contacts ?? []).filter(({ grants }) => grants);
  const byToken = granting.filter(({ reached }) => reached.door.tls);
  return byToken.length > 0 ? byToken : granting;
}

/**
 * The first of the servers, where not one of them can be asked. Whether the licence client goes through a proxy of its
 * environment is not documented: one that answers may lead to them, one that does not is named first.
 */
export function outOfReach(servers: Fact<LicenceServers>): Reached | null {
  const contacts = deciding(servers);
  if (contacts.some(({ reached }) => contactTrouble(reached) === null)) return null;
  const proxy = valueOf(servers)?.proxy ?? null;
  if (proxy !== null) return contactTrouble(proxy.reached) === null ? null : proxy.reached;
  return contacts[0]?.reached ?? null;
}

export const place = ({ door: { host, port } }: Reached): string =>
  `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

function connectionText({ connection, lookup }: Reached): string {
  const addresses = lookup.kind === 'found' && lookup.addresses.length > 0 ? ` (${lookup.addresses.slice(0, 4).join(', ')})` : '';
  switch (connection.kind) {
    case 'open':
      return `connected to ${connection.address}`;
    case 'failed':
      return `connection failed: ${connection.because}${addresses}`;
    case 'refused':
      return `connection refused${addresses}`;
    case 'timed-out':
      return `connection timed out${addresses}`;
    case 'no-route':
      return `no route to host${addresses}`;
    case 'not-tried':
      return 'not connected';
  }
}

const resolversText = ({ resolvers }: Reached): string =>
  resolvers
    .map(
      ({ address, answer }) =>
        `${address}: ${answer === 'none' ? 'no answer' : answer === 'found' ? 'found' : 'NXDOMAIN'}`,
    )
    .join(', ');

function handshakeText({ handshake }: Reached): string {
  switch (handshake.kind) {
    case 'done':
      return `, ${handshake.protocol ?? 'TLS'}`;
    case 'silent':
      return ', no answer to the TLS handshake';
    case 'not-tls':
      return `, no TLS${handshake.says === null ? '' : `: "${handshake.says}"`}`;
    case 'broken':
      return `, TLS handshake failed: ${handshake.because}`;
    case 'not-tried':
      return '';
  }
}

/** One line for each port: what was tried, and how far it went. */
export function contactLine(reached: Reached): Evidence {
  const { lookup } = reached;
  const text =
    lookup.kind === 'unresolved'
      ? 'name not resolved'
      : lookup.kind === 'no-such-name' || lookup.kind === 'no-answer'
      ? `name not resolved (${resolversText(reached) || 'no name server'})`
      : `${connectionText(reached)}${handshakeText(reached)}`;
  return seen(place(reached), text);
}

export function certificateLine(reached: Reached, { subject, issuer, validFrom, validTo }: Certificate): Evidence {
  return seen(`${place(reached)} certificate`, `${subject}; issuer ${issuer}; valid ${validFrom} to ${validTo}`);
}

/** NVIDIA's own servers have certificates of a public authority; anything else on the way shows one of its own. */
const isNvidias = (host: string): boolean => /(^|\.)nvidia\.com$/i.test(host);

export type CertificateTrouble = 'expired' | 'not-yet-valid' | 'intercepted' | 'other-name';

/**
 * What a client that checks certificates refuses. A self-signed one, or one of an authority of one's own, is what a delegated
 * licence server is delivered with: no trouble. `now`: ISO 8601, the guest's clock.
 */
export function certificateTrouble({ door, handshake }: Reached, now: string): CertificateTrouble | null {
  if (handshake.kind !== 'done') return null;
  const { validFrom, validTo, trust, fitsHost } = handshake.certificate;
  if (Date.parse(validFrom) > Date.parse(now)) return 'not-yet-valid';
  if (isNvidias(door.host) && (trust === 'self-signed' || trust === 'unknown-issuer')) return 'intercepted';
  if (Date.parse(validTo) <= Date.parse(now)) return 'expired';
  return fitsHost ? null : 'other-name';
}

/** Answers carry times; NTP keeps a clock to well below this. */
const SKEW_MS = 5 * 60_000;

/** How far the guest's clock is behind (positive) or ahead of a server's, in minutes; null where they agree or no server said. */
export function clockOff(
  servers: Fact<LicenceServers>,
): { readonly minutes: number; readonly reached: Reached } | null {
  for (const { reached } of deciding(servers)) {
    if (reached.clock === null) continue;
    const off = Date.parse(reached.clock.server) - Date.parse(reached.clock.guest);
    if (Math.abs(off) > SKEW_MS) return { minutes: Math.round(off / 60_000), reached };
  }
  return null;
}
