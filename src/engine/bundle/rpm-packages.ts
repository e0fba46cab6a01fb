/** Packages of a distribution with rpm, with all that they depend on, as a repository in a folder. */
import type { BundledPackage, BundledPackages } from '../../domain/bundle.ts';
import { refuse } from '../../domain/fault.ts';
import type { Observer } from '../../domain/machine.ts';
import { libraryOffersOf } from '../../probes/library-offers.ts';
import { parseRepoquery, parseZypperSearch, type RpmOffer } from '../../probes/repository-rpm.ts';
import type { Repository } from '../../probes/repository.ts';
import { say } from '../../words/say.ts';
import {
  driverSets, headersFor, PACKAGES, setOf, toolsFor, TOOLKIT, unpackerSets,
  type PackageSet, type PackagesOrder, type PackageSource,
} from './packages.ts';
import { describedFile, type Filler, type Packing } from './packing.ts';
import { failed, filesBelow, headersOf, refuseUnsigned, type PrivateRpm } from './private-rpm.ts';
import { keyOf, type RpmToFetch } from './rpm-answers.ts';

type Sets = readonly PackageSet<RpmToFetch>[];

/** Older dnf and zypper know no newer compression; the database is for yum alone. */
const INDEX = ['createrepo_c', '--quiet', '--no-database', '--general-compress-type=gz'] as const;

async function offersOf({ manager, observer }: PrivateRpm, pattern: string): Promise<readonly RpmOffer[]> {
  if (manager === 'dnf')
    return parseRepoquery((await observer.run(['dnf', '-q', '-C', 'repoquery', '--qf', '%{name} %{version}-%{release}.%{arch}\n', pattern])).stdout);
  const search = ['zypper', '--non-interactive', '--no-refresh', 'search', '-s', '-t', 'package', pattern] as const;
  return parseZypperSearch((await observer.run(search)).stdout);
}

/** Kernels whose headers a repository has, newest first, as uname names them: SUSE's package has one more number, of its rebuild. */
async function kernelsWithHeaders(rpm: PrivateRpm, like: string): Promise<readonly string[]> {
  const flavour = /-([a-z]+)$/.exec(like)?.[1] ?? 'default';
  const isDnf = rpm.manager === 'dnf';
  const offers = await offersOf(rpm, isDnf ? 'kernel-devel' : `kernel-${flavour}-devel`);
  const names = offers.map(({ version }) => (isDnf ? version : `${version.replace(/\.\d+$/, '')}-${flavour}`));
  return [...new Set(names)].toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/** What dnf locks a version with, where it is a package of its own. */
const VERSION_LOCK = 'python3-dnf-plugin-versionlock';

function namesFor(order: PackagesOrder, repository: Repository, headers: Readonly<Record<string, string>>): readonly string[] {
  const lock = repository.offers?.includes(VERSION_LOCK) === true ? [VERSION_LOCK] : [];
  return [...toolsFor(order, repository), ...lock, ...Object.values(headers)];
}

async function besides(rpm: PrivateRpm, order: PackagesOrder): Promise<Sets> {
  const groups = [...order.files, ...order.besides(await libraryOffersOf(rpm.observer, rpm.manager))];
  if (order.toolkit && (await offersOf(rpm, TOOLKIT)).some(({ name }) => name === TOOLKIT)) groups.push([TOOLKIT]);
  const sets = [...(await unpackerSets(rpm.closure, order))];
  for (const names of groups) sets.push(await setOf(rpm.closure, names));
  return sets;
}

/** A name in a manifest and in an index. */
const fileOf = (one: Pick<RpmToFetch, 'name' | 'version' | 'arch'>): string =>
  `${keyOf({ ...one, version: one.version.replace(/^\d+:/, '') }).replace(/[^\w.+~-]/g, '_')}.rpm`;

async function putAt(machine: Observer, filler: Filler, path: string, to: string): Promise<void> {
  const file = await describedFile(machine, { path }, to);
  if (file === null) throw refuse('failed', say('bundle.not-fetched', { names: to }));
  await filler.copy({ path }, file);
}

async function putFile({ machine }: Packing, filler: Filler, path: string, one: RpmToFetch): Promise<BundledPackage> {
  const file = fileOf(one);
  await putAt(machine, filler, path, `${PACKAGES}/${file}`);
  return { name: one.name, version: one.version, file };
}

/** Each package with the file that was fetched for it, known by its header and not by its name. */
async function filesFor(packing: Packing, rpm: PrivateRpm, toFetch: readonly RpmToFetch[]): Promise<ReadonlyMap<string, RpmToFetch>> {
  const files = await filesBelow(packing, rpm.fetched);
  const headers = await headersOf(packing, files);
  const places = new Map(headers.map((header, index) => [keyOf(header), files[index] ?? '']));
  const lacking = toFetch.filter((one) => !places.has(keyOf(one)));
  if (headers.length !== files.length || lacking.length > 0)
    throw refuse('failed', say('bundle.not-fetched', { names: lacking.map(keyOf).slice(0, 5).join(', ') || '?' }));
  return new Map(toFetch.map((one) => [places.get(keyOf(one)) ?? '', one]));
}

async function putIndex({ tool, machine, files }: Packing, filler: Filler, work: string): Promise<void> {
  await files.write(`${work}/.keep`, '', 0o644);
  const output = await tool([...INDEX, '--outputdir', work, `${filler.folder}/${PACKAGES}`], {});
  if (output.exitCode !== 0) throw failed('createrepo_c', output);
  for (const name of ((await machine.list(`${work}/repodata`)) ?? []).toSorted())
    await putAt(machine, filler, `${work}/repodata/${name}`, `${PACKAGES}/repodata/${name}`);
}

async function put(packing: Packing, rpm: PrivateRpm, filler: Filler, sets: Sets, toFetch: readonly RpmToFetch[]) {
  for (const { names } of sets) await rpm.download(names);
  const places = await filesFor(packing, rpm, toFetch);
  await refuseUnsigned(packing, rpm, [...places.keys()]);
  const list: BundledPackage[] = [];
  for (const [path, one] of places) list.push(await putFile(packing, filler, path, one));
  await putIndex(packing, filler, `${rpm.root}.index`);
  return list;
}

/** Files of the media are in the bundle already, and need no second place. */
const union = (sets: Sets, given: ReadonlySet<string>): readonly RpmToFetch[] =>
  [...new Map(sets.flatMap(({ toFetch }) => toFetch).map((one) => [keyOf(one), one])).values()].filter((one) => !given.has(keyOf(one)));

/** createrepo_c is asked for before anything is fetched: without an index nothing of it could be used. */
export const rpmSource =
  (packing: Packing, rpm: PrivateRpm): PackageSource =>
  async (order) => {
    await packing.tool(['createrepo_c', '--version'], {});
    await rpm.refresh();
    const repository = await rpm.repository(order.kernels);
    const headers = await headersFor(order, repository, (like) => kernelsWithHeaders(rpm, like));
    const tools = await setOf(rpm.closure, namesFor(order, repository, headers));
    const { drivers, sets } = await driverSets(rpm.closure, repository.drivers.filter(order.wants));
    const all = [tools, ...(await besides(rpm, order)), ...sets];
    const given = new Set((await headersOf(packing, order.files.flat())).map(keyOf));
    const toFetch = union(all, given);
    return {
      drivers,
      count: toFetch.length,
      sizeBytes: toFetch.reduce((sum, one) => sum + one.sizeBytes, 0),
      put: async (filler): Promise<BundledPackages> => {
        const list = await put(packing, rpm, filler, all, toFetch);
        return { manager: rpm.manager, list, headers, drivers };
      },
    };
  };
