/** Where the wizard is served: the options of `serve`, checked. */
import { X509Certificate } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { refuse } from '../domain/fault.ts';
import type { Names } from '../server/origin.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';
import { readGiven } from './read-given.ts';

export type ServeDoor = {
  readonly address: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Another machine can reach it. */
  readonly isOpen: boolean;
  /** What stands for it in an address for people. */
  readonly hostName: string;
  readonly isOurName: Names;
};

const LOOPBACK = '127.0.0.1';

function portOption(call: Call): number {
  const given = textOption(call, 'port');
  if (given === undefined) return 0;
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) throw refuse('bad-request', say('serve.bad-port', { port: given }));
  return Number(given);
}

async function tlsOption(call: Call): Promise<ServeDoor['tls']> {
  const [cert, key] = [textOption(call, 'tls-cert'), textOption(call, 'tls-key')];
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) throw refuse('bad-request', say('serve.tls-both'));
  const text = async (path: string) => new TextDecoder().decode(await readGiven(path));
  return { cert: await text(cert), key: await text(key) };
}

const isLoopback = (address: string): boolean => /^127\.\d+\.\d+\.\d+$/.test(address) || address === '::1' || address === 'localhost';
const bracketed = (address: string): string => (isIPv6(address) ? `[${address}]` : address);

function certificateIn(cert: string): X509Certificate {
  try {
    return new X509Certificate(cert);
  } catch (error) {
    // Expected: no certificate.
    throw refuse('bad-request', say('serve.bad-tls', { error: error instanceof Error ? error.message : String(error) }));
  }
}

/** By the certificate's names; by the addresses that this machine has, where it listens on all of them. */
function namesOf(address: string, certificate: X509Certificate | null): Names {
  const unspecified = address === '0.0.0.0' || address === '::';
  const own = Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map((card) => bracketed(card.address).toLowerCase()));
  const addresses = new Set(unspecified ? own : [bracketed(address).toLowerCase()]);
  return (name) => {
    if (addresses.has(name)) return true;
    const bare = name.replace(/^\[|\]$/g, '');
    return isIP(bare) === 0 && certificate?.checkHost(bare) !== undefined;
  };
}

/** Refused where another machine could reach it without TLS. */
export async function serveDoor(call: Call): Promise<ServeDoor> {
  const address = textOption(call, 'listen') ?? LOOPBACK;
  const tls = await tlsOption(call);
  const isOpen = !isLoopback(address);
  if (isOpen && tls === null) throw refuse('bad-request', say('serve.needs-tls', { address }));
  const certificate = tls === null ? null : certificateIn(tls.cert);
  const named = /DNS:([\w.-]+)/.exec(certificate?.subjectAltName ?? '')?.[1];
  return {
    address,
    port: portOption(call),
    tls,
    isOpen,
    hostName: isOpen && named !== undefined ? named : bracketed(address),
    isOurName: namesOf(address, certificate),
  };
}
