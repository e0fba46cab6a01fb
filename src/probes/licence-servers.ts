import { notInSource } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { Door, Reached } from '../domain/reach.ts';
import { griddConfig, griddValue } from './gridd-config.ts';
import { ifObservable } from './if-observable.ts';
import type { Probe } from './probe.ts';
import { defineProbe } from './probe.ts';
import { serviceProxy, type ServiceProxy } from './service-proxy.ts';
import { tokens } from './tokens.ts';

export type LicenceServers = {
  /** Every address that the token, or gridd.conf for a legacy server, names. [] where none is named. */
  readonly contacts: readonly {
    /** The file that names it. */
    readonly namedIn: string;
    /** Licences are asked for there; on port 80 they are only given back (facts of NVIDIA's client). */
    readonly grants: boolean;
    readonly reached: Reached;
    /** In a recorded text: the line in which somebody's tool turned the certificate away. */
    readonly refusal?: string;
  }[];
  readonly proxy: (ServiceProxy & { readonly reached: Reached }) | null;
};

/** Where a recorded text has what tools said of licence servers, an object in JSON a line. No file of a guest is called so. */
export const LICENCE_CONTACTS = 'licence servers that somebody tried by hand';

type Tried = { readonly tool: string; readonly reached: Reached; readonly refusal: string | null };

/** The last word on each port. */
function triedByHand(text: string): LicenceServers {
  const all = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Tried);
  const last = new Map(all.map((one) => [`${one.reached.door.host} ${String(one.reached.door.port)}`, one]));
  const contacts = [...last.values()].map(({ tool, reached, refusal }) => ({
    namedIn: tool,
    grants: reached.door.port !== 80,
    reached,
    ...(refusal !== null && { refusal }),
  }));
  return { contacts, proxy: null };
}

type Named = { readonly namedIn: string; readonly grants: boolean; readonly door: Door };

const LEGACY_PORT = 7070;
const MOST = 8;

function ask<T>(probe: Probe<string, T>, machine: Observer): Promise<T> {
  const observe = probe.observe[machine.platform];
  if (observe === undefined) throw notInSource(probe.key);
  return observe(machine);
}

async function fromTokens(machine: Observer): Promise<readonly Named[]> {
  const { files } = await ask(tokens, machine);
  return files.flatMap(({ path, reading }) =>
    reading.servers.flatMap(({ host, ports }) =>
      (ports.length === 0 ? [443] : ports).map((port) => ({
        namedIn: path,
        grants: port !== 80,
        door: { host, port, tls: port !== 80 },
      })),
    ),
  );
}

async function fromConfig(machine: Observer): Promise<readonly Named[]> {
  const { text } = await ask(griddConfig, machine);
  return ['', 'Backup'].flatMap((which) => {
    const host = griddValue(text ?? '', `${which}ServerAddress`);
    const port = Number(griddValue(text ?? '', `${which}ServerPort`) ?? LEGACY_PORT);
    // Only what can be a host is asked for, or its placeholder in a capture.
    if (host === null || !/^[\w.:<>-]{1,253}$/.test(host) || !(port > 0 && port < 65_536)) return [];
    const namedIn = machine.platform === 'windows' ? 'GridLicensing' : 'gridd.conf';
    return [{ namedIn, grants: true, door: { host, port, tls: false } }];
  });
}

const key = ({ door }: Named): string => `${door.host} ${String(door.port)}`;

async function knock(machine: Observer, door: Door): Promise<Reached> {
  const reached = await machine.reach?.(door);
  if (reached === undefined) throw notInSource('licence servers');
  return reached;
}

async function observe(machine: Observer): Promise<LicenceServers> {
  const told = machine.origin.kind === 'recorded' ? await ifObservable(machine.read(LICENCE_CONTACTS)) : undefined;
  if (told !== undefined) return triedByHand(told);
  const [first, second, proxy] = await Promise.all([fromTokens(machine), fromConfig(machine), serviceProxy(machine)]);
  const named = [...new Map([...second, ...first].map((one) => [key(one), one])).values()].slice(-MOST);
  if (named.length === 0) return { contacts: [], proxy: null };
  const [contacts, reachedProxy] = await Promise.all([
    Promise.all(
      named.map(async ({ namedIn, grants, door }) => ({ namedIn, grants, reached: await knock(machine, door) })),
    ),
    proxy && knock(machine, proxy.door),
  ]);
  return { contacts, proxy: proxy && reachedProxy && { ...proxy, reached: reachedProxy } };
}

export const licenceServers = defineProbe({
  key: 'licenceServers',
  question: 'Which licence servers are named, and do they answer?',
  leavesGuest: true,
  observe: { linux: observe, windows: observe },
});
