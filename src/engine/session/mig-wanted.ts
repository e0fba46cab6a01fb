import type { Choices } from '../../contract/choices.ts';
import { refuse } from '../../domain/fault.ts';
import { layoutMistakes } from '../../domain/mig-layout.ts';
import { defaultProfile, type Profile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';

type Layout = NonNullable<Choices['mig']>['layout'];

const trimmed = (layout: Layout): Layout =>
  typeof layout === 'string' ? layout.trim() : Object.fromEntries(Object.entries(layout).map(([gpu, sizes]) => [gpu, sizes.trim()]));

/** As it was written: the first of several that is none. */
function wrongIn(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  return Object.entries(layout).find(([gpu, sizes]) => layoutMistakes({ [gpu]: sizes }).length > 0)?.[1] ?? '';
}

/** Throws a `FaultError` where the layout is none: left out of the plan, it would be missed by nobody. */
export function migWanted(mig: Choices['mig']): Profile['mig'] {
  if (mig === undefined) return defaultProfile.mig;
  const layout = trimmed(mig.layout);
  if (layoutMistakes(layout).length > 0) throw refuse('bad-request', say('mig.no-layout', { layout: wrongIn(layout), right: say('profile.mig.sizes') }));
  return mig.mode === 'off' ? { ...defaultProfile.mig, mode: 'off' } : { ...mig, layout };
}
