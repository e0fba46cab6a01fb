/** apt in its own folder: asked, and told to fetch. */
import { refuse } from '../../domain/fault.ts';
import type { Command, Observer, Output } from '../../domain/machine.ts';
import { say } from '../../words/say.ts';
import { announced, complaints, parseStanzas, parseUris, type Stanza, type ToFetch } from './apt-answers.ts';
import { aptConfiguration, aptSources, EMPTY_FILES } from './apt-configuration.ts';
import type { Target } from './target.ts';
import type { Packing } from './packing.ts';

export type PrivateApt = {
  /** As the probes look at it. */
  readonly observer: Observer;
  readonly refresh: () => Promise<void>;
  /** What installing them on a system without any package would fetch; null: they cannot be installed together, with apt's words. */
  readonly closure: (names: readonly string[]) => Promise<readonly ToFetch[] | { readonly because: string }>;
  readonly download: (names: readonly string[]) => Promise<void>;
  /** Where a fetched file lies. */
  readonly placeOf: (file: ToFetch) => string;
  readonly records: (packages: readonly string[]) => Promise<readonly Stanza[]>;
};

export type AptOrder = {
  readonly target: Target;
  /** As Debian names it. */
  readonly arch: string;
  readonly mirror: string | undefined;
  /** A folder for its state and its downloads. */
  readonly work: string;
};

const INSTALL = ['apt-get', '-y', '-q', '--no-install-recommends'] as const;
/** Names on one command line. */
const AT_ONCE = 200;

async function sourcesFor({ machine }: Packing, { target, arch, mirror }: AptOrder): Promise<string | null> {
  if (target.isHere && mirror === undefined) return null;
  const sources = aptSources(target, arch, mirror);
  if (sources === null) throw refuse('bad-request', say('bundle.no-archive', { name: target.name }));
  const { text, keyring, from } = sources;
  if ((await machine.status(keyring)) === undefined)
    throw refuse('unreadable', say('bundle.no-keyring', { keyring, package: from, name: target.name }));
  return text;
}

/** What apt says last, where it says why; else the end of its output. */
function lastWords({ stdout, stderr }: Output): string {
  const lines = complaints(`${stdout}\n${stderr}`);
  return (lines.length > 0 ? lines : `${stdout}\n${stderr}`.trim().split('\n')).slice(-4).join(' ');
}

const failed = (command: string, output: Output) =>
  refuse('failed', say('bundle.tool-failed', { command, said: lastWords(output) }));

/** A package that apt means to install and that was not understood would be missed on the guest alone. */
function wholeList(output: Output, names: readonly string[]): readonly ToFetch[] {
  const toFetch = parseUris(output.stdout);
  const givenFiles = names.filter((name) => name.includes('/')).length;
  const wanted = announced(output.stdout);
  if (wanted === null || toFetch.length < wanted - givenFiles) throw failed('apt-get --print-uris', output);
  return toFetch;
}

/** Looks with this apt wherever the probes look with the machine's. Of the running kernel it knows nothing: it is not the target's. */
const looking = (machine: Observer, env: Readonly<Record<string, string>>, work: string): Observer => ({
  ...machine,
  run: (command, options) => machine.run(command, { ...options, env }),
  list: (folder) => machine.list(folder === '/var/lib/apt/lists' ? `${work}/state/lists` : folder),
  read: (path) => (path === '/proc/version' ? Promise.resolve(undefined) : machine.read(path)),
});

export async function privateApt(packing: Packing, order: AptOrder): Promise<PrivateApt> {
  const { work, arch } = order;
  const { tool, files, machine, tell } = packing;
  const env = { APT_CONFIG: `${work}/apt.conf`, DEBIAN_FRONTEND: 'noninteractive', HOME: '/' };
  const sources = await sourcesFor(packing, order);
  const { stdout: acquire } = await tool(['apt-config', 'dump', 'Acquire'], {});
  for (const path of EMPTY_FILES) await files.write(`${work}/${path}`, '', 0o644);
  await files.write(`${work}/apt.conf`, aptConfiguration({ work, arch, sources, acquire }), 0o644);
  if (sources !== null) await files.write(`${work}/etc/sources.list`, sources, 0o644);
  const run = (command: Command, onLine?: (line: string) => void) => tool(command, { env, ...(onLine && { onLine }) });
  return {
    observer: looking(machine, env, work),
    refresh: async () => {
      const output = await run(['apt-get', '-q', 'update']);
      if (output.exitCode !== 0) throw failed('apt-get update', output);
      const lines = complaints(`${output.stdout}\n${output.stderr}`);
      if (lines.length > 0) tell(say('bundle.mirror-silent', { said: lines.slice(0, 2).join(' ') }));
    },
    closure: async (names) => {
      const output = await run([...INSTALL, '--print-uris', 'install', ...names]);
      return output.exitCode === 0 ? wholeList(output, names) : { because: lastWords(output) };
    },
    download: async (names) => {
      const progress = (line: string) => {
        const [, at, name] = /^Get:(\d+) \S+ \S+ \S+ (\S+)/.exec(line) ?? [];
        if (at !== undefined && name !== undefined) tell(say('bundle.fetching', { name }));
      };
      const output = await run([...INSTALL, '--download-only', '-o', 'APT::Keep-Downloaded-Packages=1', 'install', ...names], progress);
      if (output.exitCode !== 0) throw failed('apt-get', output);
    },
    placeOf: ({ uri, file }) => (uri.startsWith('file:') ? decodeURIComponent(uri.slice('file:'.length)) : `${work}/cache/archives/${file}`),
    records: async (packages) => {
      const found: Stanza[] = [];
      for (let at = 0; at < packages.length; at += AT_ONCE) {
        const output = await run(['apt-cache', 'show', ...packages.slice(at, at + AT_ONCE)]);
        found.push(...parseStanzas(output.stdout));
      }
      return found;
    },
  };
}
