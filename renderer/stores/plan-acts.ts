import type { Choices } from '../../src/contract/choices.ts';
import { answered, asking, refused, unasked, type Desk } from './session.ts';
import { faultOf } from './ask.ts';

export function planActs({ api, get, set }: Desk) {
  let newest = 0;
  const propose = async () => {
    const mine = ++newest;
    set({ plan: asking });
    const { machine, lang, choices } = get();
    try {
      const plan = await api.proposePlan({ machine, lang, choices });
      // The user may have chosen otherwise meanwhile.
      if (mine === newest) set({ plan: answered(plan) });
    } catch (error) {
      if (mine === newest) set({ plan: refused(faultOf(error)) });
    }
  };
  return {
    propose,
    choose(change: Partial<Choices>) {
      set({ choices: { ...get().choices, ...change }, plan: unasked });
    },
    async toPlan() {
      set({ way: 'plan', visit: null });
      await propose();
    },
  };
}
