import type { Choices } from '../../src/contract/choices.ts';
import type { Fault } from '../../src/contract/contract.ts';
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
  const proposeAnew = () => {
    set({ planNote: null });
    return propose();
  };
  return {
    propose: proposeAnew,
    choose: (change: Partial<Choices>) => {
      set({ choices: { ...get().choices, ...change }, plan: unasked });
    },
    toPlan: async () => {
      set({ way: 'plan', visit: null });
      await proposeAnew();
    },
    /** The consent was not taken: either the plan is another one by now, or it stands and may be agreed to again. */
    takeBack: (fault: Fault) => {
      const isOther = fault.code === 'machine-changed';
      set({ planNote: isOther ? { kind: 'replanned' } : { kind: 'not-begun', fault } });
      if (isOther) void propose();
    },
  };
}
