/** Licence servers as a guest may find them. */
import type { FactValues } from '../../src/probes/facts.ts';
import type { DoorSpec } from '../machine/spec.ts';
import { reachedAt } from '../machine/doors.ts';

type Servers = FactValues['licenceServers'];

const NOW = new Date('2026-11-22T07:00:00Z');

export const contact = (spec: DoorSpec, host = 'dls.example.test', port = 443): Servers['contacts'][number] => ({
  namedIn: 'a.tok',
  grants: port !== 80,
  reached: reachedAt({ host, port, tls: port === 443 }, spec, NOW),
});

export const servers = (...specs: readonly DoorSpec[]): Servers => ({
  contacts: specs.map((spec) => contact(spec)),
  proxy: null,
});

export const withProxy = (found: Servers, spec: DoorSpec): Servers => {
  const door = { host: 'proxy.example.test', port: 3128, tls: false };
  return { ...found, proxy: { variable: 'https_proxy', door, reached: reachedAt(door, spec, NOW) } };
};
