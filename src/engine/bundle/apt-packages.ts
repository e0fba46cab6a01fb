/** Packages of a Debian or Ubuntu release with all that they depend on, as a repository in a folder. */
import type { BundledPackage, BundledPackages } from '../../domain/bundle.ts';
import { refuse } from '../../domain/fault.ts';
import { libraryOffersOf } from '../../probes/library-offers.ts';
import { aptRepository } from '../../probes/repository-apt.ts';
import { say } from '../../words/say.ts';
import { indexOf, packageOf, type Stanza, type ToFetch } from './apt-answers.ts';
import {
  driverSets, headersFor, PACKAGES, setOf, toolsFor, TOOLKIT, unpackerSets,
  type PackageSet, type PackagesOrder, type PackageSource,
} from './packages.ts';
import type { PrivateApt } from './private-apt.ts';
import { describedAs, type Filler, type Packing } from './packing.ts';

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

type Plan = {
  readonly sets: readonly PackageSet<ToFetch>[];
  readonly toFetch: readonly ToFetch[];
};

/** The toolkit is in NVIDIA's repository alone, which a machine may have. */
async function toolkitSets({ closure, observer }: PrivateApt, { toolkit }: PackagesOrder): Promise<readonly PackageSet<ToFetch>[]> {
  if (!toolkit) return [];
  const { stdout } = await observer.run(['apt-cache', 'pkgnames', TOOLKIT]);
  return stdout.split('\n').includes(TOOLKIT) ? [await setOf(closure, [TOOLKIT])] : [];
}

async function besides(apt: PrivateApt, order: PackagesOrder): Promise<readonly PackageSet<ToFetch>[]> {
  const sets = [...(await toolkitSets(apt, order)), ...(await unpackerSets(apt.closure, order))];
  for (const files of order.files) sets.push(await setOf(apt.closure, files));
  for (const names of order.besides(await libraryOffersOf(apt.observer, 'apt'))) sets.push(await setOf(apt.closure, names));
  return sets;
}

/** A file is what the signed index says, or it is not taken. */
async function putFile(packing: Packing, filler: Filler, path: string, records: ReadonlyMap<string, Stanza>): Promise<Stanza> {
  const sha256 = await packing.machine.digest({ path }, 'sha256');
  const stanza = sha256 === undefined ? undefined : records.get(sha256);
  if (stanza === undefined) throw refuse('failed', say('bundle.not-in-index', { file: path }));
  const { file, sizeBytes } = stanza;
  await filler.copy({ path }, { path: `${PACKAGES}/${file}`, sizeBytes, sha256: stanza.sha256 });
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

async function put(packing: Packing, apt: PrivateApt, filler: Filler, plan: Plan, arch: string): Promise<readonly Stanza[]> {
  for (const { names } of plan.sets) await apt.download(names);
  const records = new Map((await apt.records(plan.toFetch.map(packageOf))).map((one) => [one.sha256, one]));
  const stanzas: Stanza[] = [];
  for (const file of plan.toFetch) stanzas.push(await putFile(packing, filler, apt.placeOf(file), records));
  const index = indexOf(stanzas);
  await filler.write(`${PACKAGES}/Packages`, index);
  await filler.write(`${PACKAGES}/Release`, await release(index, arch, packing.machine.now()));
  return stanzas;
}

/** `arch`: as Debian names it. */
export const aptSource =
  (packing: Packing, apt: PrivateApt, arch: string): PackageSource =>
  async (order) => {
    await apt.refresh();
    const repository = await aptRepository(apt.observer, order.kernels);
    const headers = await headersFor(order, repository, (like) => kernelsWithHeaders(apt, like));
    const tools = await setOf(apt.closure, [...toolsFor(order, repository), ...Object.values(headers)]);
    const { drivers, sets } = await driverSets(apt.closure, repository.drivers.filter(order.wants));
    const all = [tools, ...(await besides(apt, order)), ...sets];
    const given = order.files.flat();
    const isFetched = ({ uri }: ToFetch): boolean => !given.some((file) => uri.endsWith(file));
    const toFetch = [...new Map(all.flatMap((set) => set.toFetch).map((one) => [one.file, one])).values()].filter(isFetched);
    return {
      drivers,
      count: toFetch.length,
      sizeBytes: toFetch.reduce((sum, one) => sum + one.sizeBytes, 0),
      put: async (filler): Promise<BundledPackages> => {
        const list = await put(packing, apt, filler, { sets: all, toFetch }, arch);
        return { manager: 'apt', list: list.map(describe), headers, drivers };
      },
    };
  };
