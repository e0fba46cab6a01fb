import type { Action } from '../domain/action.ts';
import type { Message } from '../domain/message.ts';
import type { Before, MachineMark, PackageChange, RunEvent } from '../domain/run-event.ts';

export type RunStatus = 'running' | 'paused-for-reboot' | 'failed' | 'cancelled' | 'done' | 'undoing' | 'undone';

export type StepState = {
  readonly id: string;
  readonly outcome: 'started' | 'done' | 'skipped' | 'failed';
  readonly message: Message | null;
  readonly lastLines: readonly string[];
};

export type ActionState = {
  /** The sequence of its `action-started`: what `action-undone` names. */
  readonly sequence: number;
  readonly step: string;
  readonly index: number;
  readonly action: Action;
  readonly before: Before;
  /** `started`: the run was cut off in the middle; it may have happened or not. */
  readonly outcome: 'started' | 'done' | 'failed';
  readonly folders: readonly string[];
  readonly packages: PackageChange | null;
  readonly undone: boolean;
};

export type RunState = {
  readonly run: string;
  /** ISO 8601; null before the first event. */
  readonly startedAt: string | null;
  readonly lastAt: string | null;
  readonly goal: string;
  readonly digest: string;
  readonly profile: unknown;
  /** Null: all. */
  readonly onlySteps: readonly string[] | null;
  readonly status: RunStatus;
  readonly message: Message | null;
  readonly steps: readonly StepState[];
  readonly actions: readonly ActionState[];
  /** Refreshes that were announced and are not done. */
  readonly owed: readonly { readonly step: string; readonly action: Action }[];
  /** Since it was taken back: the boot in which the kernel still has what it brought. */
  readonly rebootDue: { readonly bootId: string | null } | null;
  /** The boots in which a reboot was asked for, by step. */
  readonly reboots: readonly { readonly step: string; readonly bootId: string | null }[];
  /** Where it was begun, then where else it was gone on with on purpose; none: an older journal does not say. */
  readonly machines: readonly MachineMark[];
};

const nothing: RunState = {
  run: '',
  startedAt: null,
  lastAt: null,
  goal: '',
  digest: '',
  profile: null,
  onlySteps: null,
  status: 'running',
  message: null,
  steps: [],
  actions: [],
  owed: [],
  rebootDue: null,
  reboots: [],
  machines: [],
};

type Handlers = {
  readonly [K in RunEvent['kind']]: (state: RunState, event: Extract<RunEvent, { kind: K }>) => Partial<RunState>;
};

const withStep = (state: RunState, step: StepState): Pick<RunState, 'steps'> => ({
  steps: [...state.steps.filter(({ id }) => id !== step.id), step],
});

const sameAction = (a: Action, b: Action): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The newest action of that step and index: a step that is done again after a cut counts from 0 again. */
function withAction(
  { actions }: RunState,
  { step, index }: { readonly step: string; readonly index: number },
  change: Partial<ActionState>,
): readonly ActionState[] {
  const at = actions.findLastIndex((one) => one.step === step && one.index === index);
  return actions.map((one, i) => (i === at ? { ...one, ...change } : one));
}

const handlers: Handlers = {
  'run-started': (_, { run, goal, digest, profile, steps, machine, t }) => ({
    run,
    goal,
    digest,
    profile,
    onlySteps: steps,
    startedAt: t,
    machines: machine === undefined ? [] : [machine],
  }),
  'run-resumed': ({ machines }, { machine }) => ({
    status: 'running',
    message: null,
    machines: machine === undefined ? machines : [...machines, machine],
  }),
  'step-started': (state, { step, refreshes = [] }) => ({
    ...withStep(state, { id: step, outcome: 'started', message: null, lastLines: [] }),
    owed: [
      ...state.owed.filter(({ action }) => !refreshes.some((one) => sameAction(one, action))),
      ...refreshes.map((action) => ({ step, action })),
    ],
  }),
  'action-started': (state, { sequence, step, index, action, before }) => ({
    actions: [
      ...state.actions,
      { sequence, step, index, action, before, outcome: 'started', folders: [], packages: null, undone: false },
    ],
  }),
  'action-done': (state, { step, index, folders, packages = null }) => {
    const actions = withAction(state, { step, index }, { outcome: 'done', folders, packages });
    const done = actions.findLast((one) => one.step === step && one.index === index)?.action;
    return { actions, owed: state.owed.filter(({ action }) => done === undefined || !sameAction(action, done)) };
  },
  'action-failed': (state, event) => ({ actions: withAction(state, event, { outcome: 'failed' }) }),
  'step-done': (state, { step }) => withStep(state, { id: step, outcome: 'done', message: null, lastLines: [] }),
  'step-skipped': (state, { step, because }) => {
    // Skipped after a cut: what was begun before has its end here.
    const begun = state.steps.some(({ id, outcome }) => id === step && outcome !== 'skipped');
    return withStep(state, { id: step, outcome: begun ? 'done' : 'skipped', message: because, lastLines: [] });
  },
  'step-failed': (state, { step, message, lastLines }) =>
    withStep(state, { id: step, outcome: 'failed', message, lastLines }),
  'reboot-needed': (state, { step, bootId }) => ({
    status: 'paused-for-reboot',
    reboots: [...state.reboots, { step, bootId }],
  }),
  'run-cancelled': () => ({ status: 'cancelled' }),
  'run-failed': (_, { message }) => ({ status: 'failed', message }),
  'run-done': () => ({ status: 'done', message: null }),
  'undo-started': () => ({ status: 'undoing' }),
  'action-undone': (state, { of }) => ({
    actions: state.actions.map((one) => (one.sequence === of ? { ...one, undone: true } : one)),
  }),
  'undo-done': (_, { rebootDue = null }) => ({ status: 'undone', rebootDue }),
};

function advance(state: RunState, event: RunEvent): RunState {
  const handle = (handlers as Record<string, ((state: RunState, event: RunEvent) => Partial<RunState>) | undefined>)[
    event.kind
  ];
  // A kind that only a newer version knows changes nothing that this version could act upon.
  return { ...state, ...handle?.(state, event), lastAt: event.t };
}

/** What a journal says of its run: a fold over its events, so it means the same wherever it was cut off. */
export const runState = (events: readonly RunEvent[]): RunState => events.reduce(advance, nothing);

/** What undo has to take back, newest first. A refresh is not taken back but done again; a reboot is not taken back. */
export const toTakeBack = ({ actions }: RunState): readonly ActionState[] =>
  actions.filter(({ action, undone }) => !undone && action.kind !== 'refresh' && action.kind !== 'reboot').toReversed();

/** Neither at its end nor given up: `resume` or `undo` comes next. */
export const isUnfinished = ({ status }: RunState): boolean =>
  status === 'running' || status === 'paused-for-reboot' || status === 'undoing';

/** Something is left to take back; of an undo that was cut off after its last action, the refreshes. */
export const isUndoable = (state: RunState): boolean =>
  state.status === 'undoing' || (state.status !== 'undone' && toTakeBack(state).length > 0);
