/** Packages of a Debian or Ubuntu release with all that they depend on, as a repository in a folder. */
import type { BundledPackage, BundledPackages } from '../../domain/bundle.ts';
import { known, type Fact } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import { aptRepository } from '../../probes/repository-apt.ts';
import type { Repository } from '../../probes/repository.ts';
import { buildPackages } from '../../steps/packages/needed.ts';
import { say } from '../../words/say.ts';
import { indexOf, packageOf, type Stanza, type ToFetch } from './apt-answers.ts';
import type { PrivateApt } from './private-apt.ts';
import type { Target } from './target.ts';
import { describedAs, type Filler, type Packing } from './packing.ts';

export type PackagesOrder = {
  readonly target: Target;
  readonly kernels: readonly string[];
  /** Compilers of their own that the kernels were built by; [] where the release's usual one did. */
  readonly compilers: readonly string[];
  /** Driver packages among the media, whose dependencies belong in. */
  readonly driverFiles: readonly string[];
  /** Of the distribution's drivers those that the profile asks for. */
  readonly wants: (driver: Repository['drivers'][number]) => boolean;
};

const unasked: Fact<never> = { known: false, ignorance: { kind: 'not-in-source', what: 'bundle' } };

/** What the steps will ask for, less the headers. Secure Boot counts as on: two small packages. */
function toolsFor({ target, compilers }: PackagesOrder, repository: Repository): readonly string[] {
  const { id, version, name, manager } = target;
  const kernel = { running: '', arch: null, nextBoot: '', nextBootFrom: 'running', installed: [], withHeaders: [] } as const;
  const facts = {
    os: { id, version, name, like: [id], packageManager: manager },
    kernel,
    repository: known(repository),
    packageList: unasked,
    secureBoot: known('on' as const),
  };
  return [...buildPackages(facts, true), ...compilers];
}

/** 6.1.0-56-cloud-amd64 → cloud-amd64. */
const flavourOf = (kernel: string): string => /-([a-z][a-z-]*\d*)$/.exec(kernel)?.[1] ?? '';

/** Kernels whose headers the archive has, newest first: those of the same flavour, where there are any. */
async function kernelsWithHeaders({ observer }: PrivateApt, like: string): Promise<readonly string[]> {
  const { stdout } = await observer.run(['apt-cache', 'pkgnames', 'linux-headers-']);
  const kernels = stdout
    .split('\n')
    .map((line) => line.replace('linux-headers-', ''))
    .filter((name) => /^\d/.test(name) && !/^(common|$)/.test(flavourOf(name)))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const same = kernels.filter((name) => flavourOf(name) === flavourOf(like));
  return same.length > 0 ? same : kernels;
}

/** Refuses (`bad-request`) a kernel without headers, and names those that have some. */
async function headersFor({ kernels, target }: PackagesOrder, apt: PrivateApt, { headers }: Repository) {
  const missing = kernels.find((kernel) => (headers[kernel] ?? null) === null);
  if (missing === undefined) return Object.fromEntries(kernels.map((kernel) => [kernel, headers[kernel] ?? '']));
  const offered = (await kernelsWithHeaders(apt, missing)).slice(0, 8).join(', ') || '–';
  throw refuse('bad-request', say('bundle.no-headers', { kernel: missing, name: target.name, offered }));
}

type Set = { readonly names: readonly string[]; readonly toFetch: readonly ToFetch[] };

async function setOf(apt: PrivateApt, names: readonly string[]): Promise<Set> {
  const toFetch = await apt.closure(names);
  if ('because' in toFetch) throw refuse('failed', say('bundle.unmet', { names: names.join(' '), said: toFetch.because }));
  return { names, toFetch };
}

type Offered = Repository['drivers'];

/** A driver that cannot be installed from this archive is no driver to choose. First comes each without a display server: that one is taken. */
async function driverSets(apt: PrivateApt, offered: Offered): Promise<{ readonly drivers: Offered; readonly sets: readonly Set[] }> {
  const drivers: Offered[number][] = [];
  const sets: Set[] = [];
  for (const driver of offered) {
    if (drivers.some(({ version, flavour }) => version === driver.version && flavour === driver.flavour)) continue;
    const toFetch = await apt.closure(driver.packages);
    if ('because' in toFetch) continue;
    drivers.push(driver);
    sets.push({ names: driver.packages, toFetch });
  }
  return { drivers, sets };
}

export type PackagesPlan = {
  readonly headers: Readonly<Record<string, string>>;
  readonly drivers: Offered;
  readonly sets: readonly Set[];
  /** Each file once. */
  readonly toFetch: readonly ToFetch[];
  readonly sizeBytes: number;
};

/** What has to be fetched, and how much that is. Fetches lists alone. */
export async function planPackages(apt: PrivateApt, order: PackagesOrder): Promise<PackagesPlan> {
  await apt.refresh();
  const repository = await aptRepository(apt.observer, order.kernels);
  const headers = await headersFor(order, apt, repository);
  const tools = await setOf(apt, [...toolsFor(order, repository), ...Object.values(headers)]);
  const sets = [tools];
  for (const file of order.driverFiles) sets.push(await setOf(apt, [file]));
  const distribution = await driverSets(apt, repository.drivers.filter(order.wants));
  const all = [...sets, ...distribution.sets];
  const isFetched = ({ uri }: ToFetch): boolean => !order.driverFiles.some((file) => uri.endsWith(file));
  const toFetch = [...new Map(all.flatMap((set) => set.toFetch).map((one) => [one.file, one])).values()].filter(isFetched);
  const sizeBytes = toFetch.reduce((sum, one) => sum + one.sizeBytes, 0);
  return { headers, drivers: distribution.drivers, sets: all, toFetch, sizeBytes };
}

const FOLDER = 'packages';

/** A file is what the signed index says, or it is not taken. */
async function put(packing: Packing, filler: Filler, path: string, records: ReadonlyMap<string, Stanza>): Promise<Stanza> {
  const sha256 = await packing.machine.digest({ path }, 'sha256');
  const stanza = sha256 === undefined ? undefined : records.get(sha256);
  if (stanza === undefined) throw refuse('failed', say('bundle.not-in-index', { file: path }));
  const { file, sizeBytes } = stanza;
  await filler.copy({ path }, { path: `${FOLDER}/${file}`, sizeBytes, sha256: stanza.sha256 });
  return stanza;
}

const dated = (now: Date): string => now.toUTCString().replace('GMT', 'UTC');

async function release(index: string, arch: string, now: Date): Promise<string> {
  const { sha256, sizeBytes } = await describedAs('Packages', index);
  return [
    'Origin: gpu-guest',
    'Label: GPU Guest Assistant offline bundle',
    `Date: ${dated(now)}`,
    `Architectures: ${arch} all`,
    'SHA256:',
    ` ${sha256} ${String(sizeBytes)} Packages`,
    '',
  ].join('\n');
}

const describe = ({ name, version, file }: Stanza): BundledPackage => ({ name, version, file });

/** Fetches, looks at each file, and writes the repository. */
export async function bundlePackages(
  packing: Packing,
  apt: PrivateApt,
  filler: Filler,
  { plan, arch }: { readonly plan: PackagesPlan; readonly arch: string },
): Promise<BundledPackages> {
  for (const { names } of plan.sets) await apt.download(names);
  const records = new Map((await apt.records(plan.toFetch.map(packageOf))).map((one) => [one.sha256, one]));
  const stanzas: Stanza[] = [];
  for (const file of plan.toFetch) stanzas.push(await put(packing, filler, apt.placeOf(file), records));
  const index = indexOf(stanzas);
  await filler.write(`${FOLDER}/Packages`, index);
  await filler.write(`${FOLDER}/Release`, await release(index, arch, packing.machine.now()));
  return { manager: 'apt', list: stanzas.map(describe), headers: plan.headers, drivers: plan.drivers };
}
