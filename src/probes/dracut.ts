/** What dracut puts into an initramfs of the files that keep nouveau away, by its own configuration (dracut.conf(5)). */
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { isMounted } from './setting.ts';

export type Dracut = {
  /** Its images are for this machine alone; only then do they hold what stands in /etc/modprobe.d (dracut's module `kernel-modules`). */
  readonly hostOnly: boolean;
  /** The file that leaves nouveau out of every image, with the time of its last change, Unix ms; null: none. */
  readonly withoutNouveau: { readonly path: string; readonly modifiedMs: number } | null;
};

const MAIN = '/etc/dracut.conf';
/** The first hides files of the same name in the second; all of them are read in the order of their names. */
const FOLDERS = ['/etc/dracut.conf.d', '/usr/lib/dracut/dracut.conf.d'];

type File = { readonly path: string; readonly text: string };
const orderOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

async function configuration(machine: Observer): Promise<readonly File[]> {
  const byName = new Map<string, string>();
  for (const folder of FOLDERS)
    for (const name of (await machine.list(folder)) ?? [])
      if (name.endsWith('.conf') && !byName.has(name)) byName.set(name, `${folder}/${name}`);
  const inOrder = [...byName.values()].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const texts = await Promise.all([MAIN, ...inOrder].map((path) => machine.read(path)));
  return [MAIN, ...inOrder].map((path, index) => ({ path, text: texts[index] ?? '' }));
}

/** `KEY=VALUE` and `KEY+=VALUE`, as the shell that reads them understands them, as far as nothing is computed. */
const ASSIGNMENT = /^[ \t]*(hostonly|(?:omit|add|force)_drivers|drivers)(\+?=)(?:"([^"]*)"|'([^']*)'|([^\s#]*))/gm;

type Setting = { readonly key: string; readonly sign: string; readonly value: string; readonly path: string };

const settingsIn = ({ path, text }: File): readonly Setting[] =>
  [...text.matchAll(ASSIGNMENT)].map(([, key = '', sign = '', double, single, bare]) => ({
    key,
    sign,
    value: double ?? single ?? bare ?? '',
    path,
  }));

const namesNouveau = ({ value }: Setting): boolean => value.split(/\s+/).includes('nouveau');

/** Pure: `by` is the file whose `omit_drivers` names nouveau; a driver that another setting asks for is not left out (dracut(8)). */
export function parseDracut(files: readonly File[]): { readonly hostOnly: boolean; readonly by: string | null } {
  const settings = files.flatMap(settingsIn);
  const hostOnly = settings.findLast(({ key }) => key === 'hostonly')?.value === 'yes';
  const isAskedFor = settings.some((one) => /^(?:(?:add|force)_)?drivers$/.test(one.key) && namesNouveau(one));
  const omitted = settings.filter(({ key }) => key === 'omit_drivers');
  // `=` forgets what was said before.
  const counted = omitted.slice(
    Math.max(
      0,
      omitted.findLastIndex(({ sign }) => sign === '='),
    ),
  );
  return { hostOnly, by: isAskedFor ? null : (counted.findLast(namesNouveau)?.path ?? null) };
}

/** Null where its configuration may not be read. In a guest that is only mounted, we have images made for any machine. */
export async function readDracut(machine: Observer): Promise<Dracut | null> {
  const files = await ifObservable(configuration(machine));
  if (files === undefined) return null;
  const { hostOnly, by } = parseDracut(files);
  const status = by === null ? undefined : await ifObservable(machine.status(by));
  return {
    hostOnly: hostOnly && !isMounted(machine),
    withoutNouveau: by === null || status === undefined ? null : { path: by, modifiedMs: status.modifiedMs },
  };
}
