import type { Door, Reached } from '../domain/reach.ts';

const ADDRESS = '192.0.2.10';

/** Whatever a simulated guest knocks at is a licence server that works, with a certificate of its own making. */
export const answering = (door: Door): Reached => ({
  door,
  resolvers: [{ address: '192.0.2.53', answer: 'found' }],
  lookup: { kind: 'found', addresses: [ADDRESS] },
  connection: { kind: 'open', address: ADDRESS },
  handshake: door.tls
    ? {
        kind: 'done',
        protocol: 'TLSv1.3',
        certificate: {
          subject: `CN=${door.host}`,
          issuer: `CN=${door.host}`,
          validFrom: '2026-01-01T00:00:00Z',
          validTo: '2036-01-01T00:00:00Z',
          names: [door.host],
          fitsHost: true,
          trust: 'self-signed',
        },
      }
    : { kind: 'not-tried' },
  clock: null,
});
