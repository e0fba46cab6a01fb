import type { ReadyParts } from '../../domain/ready-mark.ts';
import type { Said } from '../../words/say.ts';
import { say } from '../../words/say.ts';
import { NONE } from './files.ts';

const PARTS = ['driver', 'kind', 'module', 'kernel', 'nextKernel', 'arch', 'gpus', 'held', 'program'] as const;

type Paths = Readonly<Record<string, string>>;

const shown = (value: string | undefined): string | Said =>
  value === undefined || value === NONE ? say('ready.none') : value;

/** What is at another state, new or gone, in the order of the paths. */
const changedFiles = (was: Paths, is: Paths): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((path) => (was[path] ?? NONE) !== (is[path] ?? NONE))
    .toSorted();

/** Another profile asks for other files, which says nothing of them. */
const inBoth = (one: Paths, other: Paths): Paths =>
  Object.fromEntries(Object.entries(one).filter(([path]) => path in other));

/** Media that are away (unplugged, unmounted, thrown out) offer nothing new. */
const newMedia = (was: Paths | null, is: Paths | null): readonly string[] =>
  Object.entries(is ?? {})
    .filter(([path, state]) => was?.[path] !== state)
    .map(([path]) => path)
    .toSorted();

const changedParts = (was: ReadyParts, is: ReadyParts): readonly Said[] =>
  PARTS.filter((part) => was[part] !== is[part]).map((part) =>
    say('ready.differs.part', { part: say(`ready.part.${part}`), was: shown(was[part]), is: shown(is[part]) }),
  );

/** One sentence for each part in which the guest is not what it was; none: it is the same. */
export function differences(was: ReadyParts, is: ReadyParts): readonly Said[] {
  const byProfile = was.profile !== is.profile;
  return [
    ...(byProfile ? [say('ready.differs.profile')] : []),
    ...changedParts(was, byProfile ? { ...is, held: was.held } : is),
    ...(byProfile
      ? changedFiles(inBoth(was.files, is.files), inBoth(is.files, was.files))
      : changedFiles(was.files, is.files)
    ).map((path) => say('ready.differs.file', { path })),
    ...newMedia(was.media, is.media).map((path) => say('ready.differs.media', { path })),
  ];
}
