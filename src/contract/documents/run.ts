import * as z from 'zod';

/** `apply`, `resume`, `undo` with `--json`. */
export const RunDocument = z.object({
  schema: z.literal('gpu-guest/run@1'),
  run: z.string().nullable(),
  simulated: z.boolean(),
  outcome: z.enum([
    'done',
    'nothing-to-do',
    'reboot-needed',
    'failed',
    'blocked',
    'cancelled',
    'undone',
    'dry-run',
    'refused',
  ]),
  message: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['done', 'skipped', 'failed', 'not-reached', 'undone', 'reboot']),
      message: z.string(),
      /** Of a step that failed alone: the last lines of its tool. */
      lastLines: z.array(z.string()).optional(),
    }),
  ),
  files: z.array(z.string()),
  /** Of the plan, with `apply --dry-run` alone: what `--expect` takes. */
  digest: z.string().optional(),
});
export type RunDocument = z.infer<typeof RunDocument>;

/** One line of `--events`. Further fields depend on `event`. */
export const EventLine = z.object({
  t: z.string(),
  run: z.string().nullable(),
  step: z.string().nullable(),
  event: z.enum([
    'run-started',
    'step-started',
    'output',
    'progress',
    'step-done',
    'step-skipped',
    'step-failed',
    'reboot-needed',
    'run-done',
    'run-failed',
  ]),
  message: z.string().optional(),
  line: z.string().optional(),
  lastLines: z.array(z.string()).optional(),
  /** With `step-skipped`: it is an extra that cannot be had, and the run goes on without it. */
  leftOut: z.boolean().optional(),
  /** With `run-failed`: it was stopped on request, and nothing went wrong. */
  cancelled: z.boolean().optional(),
  simulated: z.boolean().optional(),
});
export type EventLine = z.infer<typeof EventLine>;

/** `gpu-guest runs --json`. */
export const RunsDocument = z.object({
  schema: z.literal('gpu-guest/runs@1'),
  runs: z.array(
    z.object({
      run: z.string(),
      startedAt: z.string(),
      goal: z.string(),
      status: z.string(),
      wouldUndo: z.array(z.string()),
      /** The later run that has to be taken back before this one can be; null: none. */
      undoAfter: z.string().nullable(),
      /** It was taken back, and the running kernel still has what it brought, until the guest is rebooted. */
      rebootDue: z.boolean(),
    }),
  ),
});
export type RunsDocument = z.infer<typeof RunsDocument>;

/** `gpu-guest simulations --json`. */
export const SimulationsDocument = z.object({
  schema: z.literal('gpu-guest/simulations@1'),
  simulations: z.array(z.object({ name: z.string(), title: z.string(), story: z.string() })),
});
export type SimulationsDocument = z.infer<typeof SimulationsDocument>;

/** Any command that was refused, with `--json`: what was wrong, where, what to do. */
export const FaultDocument = z.object({
  schema: z.literal('gpu-guest/fault@1'),
  code: z.string(),
  message: z.string(),
});
export type FaultDocument = z.infer<typeof FaultDocument>;
