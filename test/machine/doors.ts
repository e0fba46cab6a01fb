/** The licence servers that a machine of `test/machines` knocks at. */
import type { Door, Handshake, Reached } from '../../src/domain/reach.ts';
import type { DoorSpec } from './spec.ts';

const ADDRESS = '10.20.30.40';
const NAME_SERVER = '10.20.30.53';

function handshakeOf({ handshake, says, certificate }: DoorSpec, { host }: Door): Handshake {
  if (handshake === 'silent') return { kind: 'silent' };
  if (handshake === 'not-tls') return { kind: 'not-tls', says: says ?? null };
  if (handshake === 'broken') return { kind: 'broken', because: 'ECONNRESET' };
  return {
    kind: 'done',
    protocol: 'TLSv1.3',
    certificate: {
      subject: `CN=${host}`,
      issuer: `CN=${host}`,
      validFrom: '2026-01-01T00:00:00Z',
      validTo: '2028-01-01T00:00:00Z',
      names: [host],
      fitsHost: true,
      trust: 'self-signed',
      ...certificate,
    },
  };
}

/** `now`: the guest's clock. */
export function reachedAt(door: Door, spec: DoorSpec, now: Date): Reached {
  const { name, connection, ahead } = spec;
  const isOpen = name === undefined && connection === undefined;
  return {
    door,
    resolvers: [{ address: NAME_SERVER, answer: name === undefined ? 'found' : name === 'no-answer' ? 'none' : name }],
    lookup: name === undefined ? { kind: 'found', addresses: [ADDRESS] } : { kind: name },
    connection: isOpen ? { kind: 'open', address: ADDRESS } : { kind: connection ?? 'not-tried' },
    handshake: isOpen && door.tls ? handshakeOf(spec, door) : { kind: 'not-tried' },
    clock:
      ahead === undefined
        ? null
        : { server: new Date(now.getTime() + ahead * 60_000).toISOString(), guest: now.toISOString() },
  };
}
