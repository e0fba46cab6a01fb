import type { LibraryName } from '../../domain/choice.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Libraries } from '../../probes/libraries.ts';
import type { PackageList } from '../../probes/package-list.ts';
import { say } from '../../words/say.ts';
import { isFit, libraryIn, madeFor, nameOfLibrary } from '../library-state.ts';
import { withKnown, type Aim, type Check } from './check.ts';

export type LibraryCheckFacts = { readonly libraries: Fact<Libraries>; readonly packageList: Fact<PackageList> };

function libraryCheck(name: LibraryName, { libraries, packageList }: LibraryCheckFacts, { choice }: Aim): readonly Check[] {
  const library = nameOfLibrary[name];
  const chosen = choice.libraries[name];
  const cuda = chosen.kind === 'not-wanted' ? null : chosen.cudaMajor;
  const expected = cuda === null ? say('check.libraries', { library }) : say('check.libraries.cuda', { library, cuda });
  return withKnown(name, libraries, expected, (all): Check => {
    const there = libraryIn(all, name);
    const about = { id: name, expected, evidence: there?.path ?? null };
    if (!there) {
      const found = chosen.kind === 'unavailable' ? say('check.libraries.unavailable', { why: chosen.why }) : say('check.libraries.absent');
      return { ...about, ok: false, found };
    }
    if (there.trouble !== null) return { ...about, ok: false, found: say('check.libraries.trouble', { trouble: there.trouble }) };
    const words = { version: there.version ?? '?', made: madeFor(there, packageList) ?? '?' };
    return { ...about, ok: isFit(there, cuda, packageList), found: say('check.libraries.found', words) };
  });
}

/** One line for each library that the profile asks for. */
export const libraryChecks = (facts: LibraryCheckFacts, aim: Aim): readonly Check[] =>
  (['cudnn', 'nccl'] as const)
    .filter((name) => aim.profile.libraries[name] !== 'none')
    .flatMap((name) => libraryCheck(name, facts, aim));
