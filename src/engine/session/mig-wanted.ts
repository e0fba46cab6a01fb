import type { Choices } from '../../contract/choices.ts';
import { refuse } from '../../domain/fault.ts';
import { layoutMistakes } from '../../domain/mig-layout.ts';
import { defaultProfile, type Profile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';

/** Throws a `FaultError` where the layout is none: left out of the plan, it would be missed by nobody. */
export function migWanted(mig: Choices['mig']): Profile['mig'] {
  if (mig === undefined) return defaultProfile.mig;
  const layout = mig.layout.trim();
  if (layoutMistakes(layout).length > 0) throw refuse('bad-request', say('mig.no-layout', { layout, right: say('profile.mig.sizes') }));
  return mig.mode === 'off' ? { ...defaultProfile.mig, mode: 'off' } : { ...mig, layout };
}
