import * as z from 'zod';
import { ActionSchema } from '../domain/action.ts';
import type { RunEvent } from '../domain/run-event.ts';

type Words = { readonly key: string; readonly values?: Readonly<Record<string, string | number | Words>> | undefined };
const MessageSchema: z.ZodType<Words> = z.lazy(() =>
  z.object({
    key: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), MessageSchema])).optional(),
  }),
);

const KeptSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent') }),
  z.object({
    kind: z.literal('file'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mode: z.number(),
    uid: z.number(),
    gid: z.number(),
    modifiedMs: z.number(),
  }),
  z.object({ kind: z.literal('link'), target: z.string() }),
  z.object({ kind: z.literal('folder'), mode: z.number() }),
]);

const KeptValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent') }),
  z.object({ kind: z.literal('value'), name: z.string().optional(), type: z.number().int(), bytes: z.string().regex(/^(?:[0-9a-f]{2})*$/) }),
]);

const PackageSchema = z.object({ name: z.string(), version: z.string(), auto: z.boolean() });
const Packages = z.array(PackageSchema);
const BeforeSchema = z.object({
  kept: z.array(z.object({ path: z.string(), kept: KeptSchema })),
  values: z.array(z.object({ key: z.string(), name: z.string(), kept: KeptValueSchema })).optional(),
  keys: z.array(z.string()).optional(),
  packages: Packages.optional(),
  instances: z
    .array(
      z.object({
        id: z.number(),
        name: z.string(),
        start: z.number(),
        filled: z.boolean(),
        compute: z.array(z.object({ id: z.number(), name: z.string() })).optional(),
      }),
    )
    .optional(),
  folders: z.array(z.string()).optional(),
});

const place = { t: z.string(), sequence: z.number().int() };
const step = { ...place, step: z.string() };
const action = { ...step, index: z.number().int() };
const lastLines = z.array(z.string());
const machine = z.object({ id: z.string().nullable(), hardware: z.string().nullable() }).optional();
const plain = <K extends string>(kind: K) => z.object({ ...place, kind: z.literal(kind) });

export const EventSchema = z.discriminatedUnion('kind', [
  z.object({
    ...place,
    kind: z.literal('run-started'),
    run: z.string(),
    goal: z.string(),
    digest: z.string(),
    profile: z.unknown(),
    steps: z.array(z.string()).nullable(),
    version: z.string(),
    machine,
  }),
  z.object({ ...place, kind: z.literal('run-resumed'), machine }),
  z.object({ ...step, kind: z.literal('step-started'), refreshes: z.array(ActionSchema).optional() }),
  z.object({ ...action, kind: z.literal('action-started'), action: ActionSchema, before: BeforeSchema }),
  z.object({
    ...action,
    kind: z.literal('action-done'),
    folders: z.array(z.string()),
    packages: z.object({ added: Packages, removed: Packages, changed: Packages }).optional(),
  }),
  z.object({ ...action, kind: z.literal('action-failed'), message: MessageSchema, lastLines }),
  z.object({ ...step, kind: z.literal('step-done') }),
  z.object({ ...step, kind: z.literal('step-skipped'), because: MessageSchema, leftOut: z.literal(true).optional() }),
  z.object({ ...step, kind: z.literal('step-failed'), message: MessageSchema, lastLines }),
  z.object({ ...step, kind: z.literal('reboot-needed'), bootId: z.string().nullable() }),
  plain('run-cancelled'),
  z.object({ ...place, kind: z.literal('run-failed'), message: MessageSchema }),
  plain('run-done'),
  plain('undo-started'),
  z.object({ ...place, kind: z.literal('action-undone'), of: z.number().int() }),
  z.object({ ...place, kind: z.literal('undo-done'), rebootDue: z.object({ bootId: z.string().nullable() }).optional() }),
]);

const kinds: ReadonlySet<string> = new Set(EventSchema.options.map(({ shape }) => shape.kind.value));
const AnyEvent = z.looseObject({ ...place, kind: z.string() });

/** The event in a line of a journal, or why it is none. A kind that only a newer version knows is kept as it is. */
export function readEvent(line: string): RunEvent | { readonly kind: 'malformed'; readonly why: string } {
  try {
    const event = AnyEvent.parse(JSON.parse(line));
    if (!kinds.has(event.kind)) return event as unknown as RunEvent;
    return EventSchema.parse(event) as RunEvent;
  } catch (error) {
    // Expected: not JSON, or JSON of another shape.
    return { kind: 'malformed', why: error instanceof z.ZodError ? z.prettifyError(error) : String(error) };
  }
}
