/**
 * Everything a user interface can ask. Electron's IPC and HTTP speak this. To add a question: add one entry here; the compiler
 * then lists what is missing.
 */
import * as z from 'zod';
import { Diagnosis } from './documents/diagnosis.ts';
import { PlanDocument } from './documents/plan.ts';
import { RunsDocument } from './documents/run.ts';
import { Verification } from './documents/verification.ts';
import * as shapes from './questions.ts';

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'call', input, output }) as const;
const stream = <I extends z.ZodType, E extends z.ZodType>(input: I, event: E) =>
  ({ kind: 'stream', input, event }) as const;

export const contract = {
  /** What this program is, what it may do here, and which machines there are. */
  describeProgram: call(shapes.Asked, shapes.About),
  /** Looks at the machine, and shows the look as it happens. */
  examineMachine: stream(shapes.OfMachine, shapes.Examining),
  listFolder: call(shapes.OfFolder, shapes.Folder),
  readMedia: stream(shapes.OfFolder, shapes.ReadingMedia),
  proposePlan: call(shapes.OfChoices, PlanDocument),
  /** Refused where the plan is another than the one agreed to (`machine-changed`). */
  startRun: call(shapes.OfConsent, shapes.Started),
  followRun: stream(shapes.OfFollowing, shapes.Followed),
  /** At the next safe place. */
  cancelRun: call(shapes.OfRun, shapes.Nothing),
  resumeRun: call(shapes.OfRun.extend({ reboot: z.enum(['never', 'auto']) }), shapes.Started),
  undoRun: call(shapes.OfRun.extend({ reboot: z.enum(['never', 'auto']) }), shapes.Started),
  listRuns: call(shapes.OfMachine, RunsDocument),
  verifyGoal: call(shapes.OfChoices, Verification),
  /** A capture, a bug report or pasted text. */
  diagnoseText: call(shapes.OfText, Diagnosis),
  writeReport: call(shapes.OfReport, shapes.Report),
} as const;

type Contract = typeof contract;
export type Name = keyof Contract;
export type Calls = { [N in Name]: Contract[N]['kind'] extends 'call' ? N : never }[Name];
export type Streams = Exclude<Name, Calls>;

export type In<N extends Name> = z.output<Contract[N]['input']>;
export type Out<N extends Calls> = z.output<Contract[N]['output']>;
export type EventOf<N extends Streams> = z.output<Contract[N]['event']>;
export type Unsubscribe = () => void;

/** A refusal the user can act on, in the user's language. A bug is logged, and crosses the wire as `internal`. */
export type Fault = { readonly code: string; readonly message: string };
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

/** `onEnd`: no event will follow; with a fault where it ended before its time. */
export type Listener<E> = { readonly onEvent: (event: E) => void; readonly onEnd: (fault: Fault | null) => void };

/** What answers, and what a client offers: one shape, so that either can stand in for the other. */
export type Api = { readonly [N in Calls]: (input: In<N>) => Promise<Out<N>> } & {
  readonly [N in Streams]: (input: In<N>, listener: Listener<EventOf<N>>) => Unsubscribe;
};

/** What a wire must do: in process, Electron's IPC, HTTP. Neither throws on bad input. `null` ends a stream. */
export interface Transport {
  call(name: string, input: unknown): Promise<Reply>;
  listen(name: string, input: unknown, onReply: (reply: Reply | null) => void): Unsubscribe;
}
