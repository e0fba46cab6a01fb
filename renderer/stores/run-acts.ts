import type { Fault } from '../../src/contract/contract.ts';
import type { Followed } from '../../src/contract/questions.ts';
import { faultOf } from './ask.ts';
import { keepSteps, recallSteps } from './kept-steps.ts';
import { undoneBy } from './selectors.ts';
import { nothingToStop, unasked, type Act, type Desk, type Run } from './session.ts';

const RETRY_MS = 1500;
/** Lines that come together are shown together: a package manager writes hundreds in a second. */
const GATHER_MS = 40;

type Begun = Pick<Run, 'undoing' | 'begunHere' | 'reboots'>;
type Started = { readonly run: string };

const begun = (run: string, how: Begun, steps: Run['steps']): Run => ({
  run,
  ...how,
  steps,
  lines: [],
  heardAt: Date.now(),
  disconnected: null,
  cancelling: false,
});

/** Nothing follows the newest line. A reboot that was agreed to is no end: the run goes on after it. */
function isOver({ lines, reboots }: Run): boolean {
  const last = lines.at(-1);
  return last?.ended === true && !(last.event === 'reboot-needed' && reboots);
}

const LAST: readonly string[] = ['run-done', 'run-failed', 'reboot-needed'];

/** A stream that ends in order behind such a line has nothing to follow it, whatever was thought when the line was written. */
function closed(run: Run): Run {
  const last = run.lines.at(-1);
  return last === undefined || !LAST.includes(last.event) ? run : { ...run, lines: [...run.lines.slice(0, -1), { ...last, ended: true }] };
}

/**
 * Starting, following, cancelling, undoing. A dropped connection is taken up again after the last line seen. `onOver`: the machine is
 * no longer as it was looked at. `onRefused`: what was agreed to was not begun.
 */
export function runActs({ api, get, set }: Desk, onOver: (run: Run) => void, onRefused: (fault: Fault) => void) {
  let stop: () => void = nothingToStop;
  let heard: Followed[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const where = () => ({ machine: get().machine, lang: get().lang });
  const change = (part: Partial<Run>) => {
    const { run } = get();
    if (run !== null) set({ run: { ...run, ...part } });
  };

  const refuse = (act: Act, run: string, fault: Fault) => {
    set({ refusal: { act, run, fault } });
  };

  const settle = (before: Run, now: Run) => {
    set({ run: isOver(now) ? { ...now, cancelling: false } : now });
    if (isOver(now) && !isOver(before)) onOver(now);
  };

  const show = () => {
    clearTimeout(gathering);
    gathering = undefined;
    const run = get().run;
    if (run === null || heard.length === 0) return;
    const lines = [...run.lines, ...heard];
    heard = [];
    settle(run, { ...run, lines, heardAt: Date.now(), disconnected: null });
  };

  const hear = (line: Followed) => {
    const newest = heard.at(-1) ?? get().run?.lines.at(-1);
    // Told again after a dropped connection.
    if (line.sequence <= (newest?.sequence ?? 0)) return;
    heard.push(line);
    gathering ??= setTimeout(show, GATHER_MS);
  };

  const letGo = () => {
    stop();
    clearTimeout(retry);
    clearTimeout(gathering);
    gathering = undefined;
    heard = [];
  };

  const follow = () => {
    const followed = get().run;
    if (followed === null) return;
    letGo();
    let listening = true;
    const unsubscribe = api.followRun(
      { ...where(), run: followed.run, after: followed.lines.at(-1)?.sequence ?? 0 },
      {
        onEvent: (line) => {
          if (listening) hear(line);
        },
        onEnd: (fault) => {
          if (!listening) return;
          show();
          const run = get().run;
          if (run === null || isOver(run)) return;
          if (fault === null) settle(run, closed(run));
          if (isOver(get().run ?? run)) return;
          if (fault !== null && fault.code !== 'disconnected') {
            refuse('follow', run.run, fault);
            return;
          }
          if (fault !== null) change({ disconnected: fault.message });
          retry = setTimeout(follow, RETRY_MS);
        },
      },
    );
    stop = () => {
      listening = false;
      unsubscribe();
    };
  };

  /** Newest first; null where the list of the runs does not say. */
  const toBeUndone = (run: string): Run['steps'] => {
    const steps = undoneBy(get(), run);
    return steps.length === 0 ? null : steps;
  };

  const watch = (run: string, how: Begun) => {
    letGo();
    set({ run: begun(run, how, how.undoing ? toBeUndone(run) : recallSteps(run)), checks: unasked, visit: null, refusal: null });
    follow();
  };

  const begin = async (act: 'resume' | 'undo', run: string, reboots: boolean, start: () => Promise<Started>) => {
    if (get().starting !== null) return;
    set({ starting: act, refusal: null });
    const { machine } = get();
    try {
      const started = await start();
      if (get().machine === machine) watch(started.run, { undoing: act === 'undo', begunHere: true, reboots });
    } catch (error) {
      refuse(act, run, faultOf(error));
    }
    set({ starting: null });
  };

  const rebooting = (reboot: 'never' | 'auto'): boolean => reboot === 'auto';

  return {
    /** What was agreed to is this digest, and nothing else. Refused: the plan says why. */
    apply: async (digest: string, reboot: 'never' | 'auto') => {
      if (get().starting !== null) return;
      set({ starting: 'apply', refusal: null, planNote: null });
      try {
        const { plan } = get();
        const { run } = await api.startRun({ ...where(), choices: get().choices, digest, reboot });
        if (plan.kind === 'answered') keepSteps(run, plan.value.steps.filter(({ state }) => state !== 'done').map(({ id }) => id));
        watch(run, { undoing: false, begunHere: true, reboots: rebooting(reboot) });
      } catch (error) {
        onRefused(faultOf(error));
      }
      set({ starting: null });
    },
    resume: (run: string, reboot: 'never' | 'auto') =>
      begin('resume', run, rebooting(reboot), () => api.resumeRun({ ...where(), run, reboot })),
    undo: (run: string) => begin('undo', run, false, () => api.undoRun({ ...where(), run, reboot: 'never' })),
    /** A run that is at work, or was: from its first line. */
    watch: (run: string, undoing: boolean) => {
      watch(run, { undoing, begunHere: false, reboots: false });
    },
    cancel: async () => {
      const { run } = get();
      if (run === null || run.cancelling) return;
      change({ cancelling: true });
      set({ refusal: null });
      try {
        await api.cancelRun({ ...where(), run: run.run });
      } catch (error) {
        change({ cancelling: false });
        refuse('cancel', run.run, faultOf(error));
      }
    },
    /** Stops listening; the run itself goes on. */
    letGo,
    leaveRun: () => {
      letGo();
      set({ run: null, checks: unasked, plan: unasked, refusal: null, way: 'machine' });
    },
  };
}
