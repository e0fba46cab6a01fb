/** A name's addresses, as the system finds them (that is how the licensing service asks), and what each name server says. */
import { Resolver as NameServer } from 'node:dns/promises';
import type { Lookup, Resolver } from '../../domain/reach.ts';

const NO_SUCH_NAME = 'ENOTFOUND';
/** The name is known, without an address of the kind that was asked for. */
const OTHER_KIND = 'ENODATA';

async function ask(
  address: string,
  host: string,
  timeoutMs: number,
): Promise<Resolver & { readonly addresses: readonly string[] }> {
  const server = new NameServer({ timeout: timeoutMs, tries: 1 });
  server.setServers([address]);
  // A bound of our own: a name server may send answer after answer that is none.
  const limit = setTimeout(() => {
    server.cancel();
  }, timeoutMs);
  try {
    return { address, answer: 'found', addresses: await server.resolve4(host) };
  } catch (error) {
    // Expected: this is how "no such name" and "no answer" are told.
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return {
      address,
      answer: code === NO_SUCH_NAME ? 'no-such-name' : code === OTHER_KIND ? 'found' : 'none',
      addresses: [],
    };
  } finally {
    clearTimeout(limit);
  }
}

export type LookedUp = { readonly lookup: Lookup; readonly resolvers: readonly Resolver[] };

/** The addresses that the system's own resolver finds, [] where it finds none; undefined: it did not end in time, or there is no way to ask it. */
export type SystemLookup = (host: string, timeoutMs: number) => Promise<readonly string[] | undefined>;

export type LookupOptions = {
  readonly timeoutMs: number;
  readonly bySystem: SystemLookup;
  /** `ADDRESS` or `ADDRESS:PORT`; default: those that the system is told to ask. */
  readonly nameServers?: readonly string[];
};

export async function lookUp(host: string, { timeoutMs, bySystem, nameServers }: LookupOptions): Promise<LookedUp> {
  const servers = (nameServers ?? new NameServer().getServers()).slice(0, 3);
  const [system, ...asked] = await Promise.all([
    bySystem(host, timeoutMs),
    ...servers.map((server) => ask(server, host, timeoutMs / 2)),
  ]);
  const addresses = system ?? [...new Set(asked.flatMap((one) => one.addresses))];
  const isDenied = asked.some(({ answer }) => answer === 'no-such-name');
  return {
    lookup: addresses.length > 0 ? { kind: 'found', addresses } : { kind: isDenied ? 'no-such-name' : 'no-answer' },
    resolvers: asked.map(({ address, answer }) => ({ address, answer })),
  };
}
