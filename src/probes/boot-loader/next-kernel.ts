import { Unobservable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { compareVersions } from '../../domain/version.ts';
import { ifObservable } from '../if-observable.ts';
import { chosenSpecEntry, parseSpecEntry } from './boot-loader-spec.ts';
import { defaultEntry, kernelOf, parseGrubEntries, parseGrubEnvironment } from './grub.ts';

export type NextKernel = {
  readonly nextBoot: string;
  readonly nextBootFrom: 'grub' | 'bls' | 'newest' | 'running';
  /** A file or folder of the boot loader that is there and may not be read: then nextBoot is an assumption. Absent: there is none. */
  readonly unread?: string;
};

const GRUB_FOLDERS = ['/boot/grub', '/boot/grub2'];
const SPEC_FOLDERS = ['/boot/loader/entries', '/boot/efi/loader/entries', '/efi/loader/entries'];

type Grub = { readonly config: string; readonly environment: ReadonlyMap<string, string> };

/** The kernel that the boot loader takes next, from what it reads itself; where that cannot be read, the newest in /boot. */
export async function nextKernel(machine: Observer, running: string): Promise<NextKernel> {
  const found = await foundKernel(machine, running);
  const unread = await unreadPlace(machine, found.nextBootFrom);
  return unread === null ? found : { ...found, unread };
}

async function foundKernel(machine: Observer, running: string): Promise<NextKernel> {
  const grub = await readGrub(machine);
  const bySpec = !grub || grub.config.includes('blscfg') ? await fromSpecEntries(machine, savedIn(grub)) : null;
  if (bySpec !== null) return { nextBoot: bySpec, nextBootFrom: 'bls' };
  const byGrub = grub ? await fromGrub(machine, grub) : null;
  if (byGrub !== null) return { nextBoot: byGrub, nextBootFrom: 'grub' };
  const newest = newestIn((await ifObservable(machine.list('/boot'))) ?? [], running);
  return newest === null
    ? { nextBoot: running, nextBootFrom: 'running' }
    : { nextBoot: newest, nextBootFrom: 'newest' };
}

const isWithheld = (error: unknown): boolean => {
  if (!(error instanceof Unobservable)) throw error;
  // A source that does not hold them says nothing of the machine.
  return error.ignorance.kind !== 'not-in-source';
};

/** What would have counted before that by which the kernel was found. */
const FOLDERS_BEFORE: Readonly<Record<NextKernel['nextBootFrom'], readonly string[]>> = {
  grub: [],
  bls: SPEC_FOLDERS.slice(0, 1),
  newest: [...SPEC_FOLDERS, '/boot'],
  running: [...SPEC_FOLDERS, '/boot'],
};

type Look = readonly [place: string, look: () => Promise<unknown>];

const fileLook = (machine: Observer, path: string): Look => [
  path,
  () => machine.readBytes(path, { offset: 0, length: 1 }),
];

/** The folder, and each entry in it. */
async function entryLooks(machine: Observer, folder: string): Promise<readonly Look[]> {
  const names = folder === '/boot' ? [] : ((await ifObservable(machine.list(folder))) ?? []);
  const entries = names.filter((name) => name.endsWith('.conf')).map((name) => fileLook(machine, `${folder}/${name}`));
  return [[folder, () => machine.list(folder)], ...entries];
}

/** Null: all that the boot loader's choice depends on may be read, or is not there. */
async function unreadPlace(machine: Observer, from: NextKernel['nextBootFrom']): Promise<string | null> {
  const files = GRUB_FOLDERS.flatMap((folder) => [`${folder}/grub.cfg`, `${folder}/grubenv`]);
  const entries = await Promise.all(FOLDERS_BEFORE[from].map((folder) => entryLooks(machine, folder)));
  const looks = [...files.map((path) => fileLook(machine, path)), ...entries.flat()];
  const answers = await Promise.allSettled(looks.map(([, look]) => look()));
  const index = answers.findIndex((answer) => answer.status === 'rejected' && isWithheld(answer.reason));
  return looks[index]?.[0] ?? null;
}

const savedIn = (grub: Grub | undefined): string | null =>
  grub?.environment.get('next_entry') ?? grub?.environment.get('saved_entry') ?? null;

async function fromGrub(machine: Observer, { config, environment }: Grub): Promise<string | null> {
  const file = kernelOf(parseGrubEntries(config), defaultEntry(config, environment));
  return file === null ? null : await releaseOf(machine, file);
}

async function readGrub(machine: Observer): Promise<Grub | undefined> {
  for (const folder of GRUB_FOLDERS) {
    const config = await ifObservable(machine.read(`${folder}/grub.cfg`));
    if (config === undefined) continue;
    const environment = (await ifObservable(machine.read(`${folder}/grubenv`))) ?? '';
    return { config, environment: parseGrubEnvironment(environment) };
  }
  return undefined;
}

async function fromSpecEntries(machine: Observer, saved: string | null): Promise<string | null> {
  for (const folder of SPEC_FOLDERS) {
    const files = ((await ifObservable(machine.list(folder))) ?? []).filter((name) => name.endsWith('.conf'));
    const texts = await Promise.all(files.map((file) => ifObservable(machine.read(`${folder}/${file}`))));
    const entries = files.map((file, index) => parseSpecEntry(file, texts[index] ?? '')).filter(({ linux }) => linux);
    const chosen = chosenSpecEntry(entries, saved);
    if (chosen) return releaseIn(chosen.linux ?? '') ?? chosen.version;
  }
  return null;
}

/** "/vmlinuz-5.15.0-105-generic", "/boot/vmlinuz-…"; or a link such as /vmlinuz, whose target says it. */
async function releaseOf(machine: Observer, file: string): Promise<string | null> {
  const named = releaseIn(file);
  if (named !== null) return named;
  const places = [file.replace(/^(\/@[^/]*)/, ''), `/boot${file}`];
  for (const place of places) {
    const link = await ifObservable(machine.status(place));
    if (link?.target) return releaseIn(link.target);
  }
  return null;
}

const releaseIn = (file: string): string | null =>
  /(?:vmlinuz|vmlinux|Image|kernel)-(\d[^/]*)$/.exec(file)?.[1] ?? null;

/** Of kernels of one version (cloud, generic) the flavour that runs. */
function newestIn(names: readonly string[], running: string): string | null {
  const releases = names.map(releaseIn).filter((release) => release !== null && !/\.(old|bak|dpkg-.*)$/.test(release));
  return releases.reduce<string | null>((best, release) => {
    if (best === null || release === null) return release;
    const difference = compareVersions(release, best);
    return difference > 0 || (difference === 0 && release === running) ? release : best;
  }, null);
}
