import type { Fault, Listener } from '../../src/contract/contract.ts';
import type { Examining } from '../../src/contract/questions.ts';
import { answered, asking, freshLook, freshMedia, nothingToStop, refused, type Desk, type Judged, type Look } from './session.ts';
import { faultOf } from './ask.ts';
import { legibly } from './legible-look.ts';
import { isSimulated } from './selectors.ts';

function withQuestion(look: Look, event: Extract<Examining, { kind: 'question' }>): Look {
  const { key, question, state } = event;
  const isAsked = look.questions.some((each) => each.key === key);
  const told = { key, question, state };
  return { ...look, questions: isAsked ? look.questions.map((each) => (each.key === key ? told : each)) : [...look.questions, told] };
}

/** Looking at the machine and its media: nothing here changes anything. `legible`: a simulated guest's answers are shown one after the other. */
export function lookActs({ api, get, set }: Desk, legible: boolean) {
  let stopLook: () => void = nothingToStop;
  let stopMedia: () => void = nothingToStop;
  const where = () => ({ machine: get().machine, lang: get().lang });

  const refuseLook = (fault: Fault | null) => {
    if (fault !== null) set({ look: { ...get().look, seen: refused(fault) } });
  };

  const readMedia = (folder: string) => {
    stopMedia();
    set({ media: { progress: null, read: asking }, choices: { ...get().choices, media: folder } });
    stopMedia = api.readMedia(
      { ...where(), folder },
      {
        onEvent: (event) => {
          if (event.kind === 'progress') set({ media: { ...get().media, progress: event } });
          else set({ media: { progress: null, read: answered(event) } });
        },
        onEnd: (fault) => {
          if (fault !== null) set({ media: { progress: null, read: refused(fault) } });
        },
      },
    );
  };

  return {
    readMedia,
    examine: () => {
      stopLook();
      set({ look: { ...freshLook, seen: asking } });
      const ears: Listener<Examining> = {
        onEvent: (event) => {
          const { look } = get();
          set({ look: event.kind === 'seen' ? { ...look, seen: answered(event.seen) } : withQuestion(look, event) });
        },
        onEnd: refuseLook,
      };
      const listen = (heard: typeof ears) => api.examineMachine(where(), heard);
      stopLook = legible && isSimulated(get()) ? legibly(listen, ears) : listen(ears);
    },
    /** What was seen stands until it is seen anew. */
    examineBehind: () => {
      stopLook();
      stopLook = api.examineMachine(where(), {
        onEvent: (event) => {
          if (event.kind === 'seen') set({ look: { ...freshLook, seen: answered(event.seen) } });
        },
        onEnd: refuseLook,
      });
    },
    forgetMedia: () => {
      stopMedia();
      set({ media: freshMedia });
    },
    listRuns: async () => {
      try {
        set({ runs: answered(await api.listRuns(where())) });
      } catch (error) {
        set({ runs: refused(faultOf(error)) });
      }
    },
    /** A capture, a bug report or pasted text. It is read by the program and goes nowhere else. */
    judge: async (name: string, base64: string) => {
      const mine = { name, base64, answer: asking };
      set({ judged: mine });
      const end = (answer: Judged['answer']) => {
        // Another may have been opened meanwhile.
        if (get().judged === mine) set({ judged: { ...mine, answer } });
      };
      try {
        end(answered(await api.diagnoseText({ lang: get().lang, name, base64 })));
      } catch (error) {
        end(refused(faultOf(error)));
      }
    },
    forgetJudged: () => {
      set({ judged: null });
    },
    /** The machine as it is now, or what was opened to be judged, in a form that may be handed over. */
    report: async (format: 'html' | 'markdown', of?: Pick<Judged, 'name' | 'base64'>) => {
      try {
        return answered(await api.writeReport({ ...where(), format, ...(of && { of: { name: of.name, base64: of.base64 } }) }));
      } catch (error) {
        return refused(faultOf(error));
      }
    },
    verify: async () => {
      set({ checks: asking });
      try {
        set({ checks: answered(await api.verifyGoal({ ...where(), choices: get().choices })) });
      } catch (error) {
        set({ checks: refused(faultOf(error)) });
      }
    },
  };
}
