import * as z from 'zod';
import { WRITABLE_TYPES } from './registry-value.ts';

const CommandSchema = z.tuple([z.string()], z.string());

/**
 * How a command is taken back. `command` is run; then the package set of before is brought back; then each path is as it
 * was before (what was not there is removed, with all that is in it). What was there before is recorded when the action starts.
 */
export const UndoSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing-to-undo'), because: z.string() }),
  z.object({
    kind: z.literal('restore'),
    command: CommandSchema.nullable(),
    packages: z.boolean(),
    paths: z.array(z.string()),
    /** Exit codes of `command` that are success; default [0]. */
    success: z.array(z.number()).optional(),
    /** A GPU by its PCI address: its MIG instances are as before again. */
    instances: z.string().optional(),
  }),
]);
export type Undo = z.infer<typeof UndoSchema>;

const ByteSourceSchema = z.object({
  path: z.string(),
  range: z.object({ offset: z.number(), length: z.number() }).optional(),
  deflated: z.boolean().optional(),
});

/** The smallest thing the executor does. Plain data: shown in the plan, kept in the journal, undone from it. */
export const ActionSchema = z.discriminatedUnion('kind', [
  /** Undone by putting back what was there before. */
  z.object({ kind: z.literal('write-file'), path: z.string(), content: z.string(), mode: z.number() }),
  /** Bytes by reference (tokens, packages): they never pass through plan or journal. */
  z.object({
    kind: z.literal('copy-file'),
    source: ByteSourceSchema,
    sha256: z.string(),
    path: z.string(),
    mode: z.number(),
  }),
  /** A symbolic link is a file whose content is its target. */
  z.object({ kind: z.literal('write-link'), path: z.string(), target: z.string() }),
  z.object({ kind: z.literal('remove-file'), path: z.string() }),
  /**
   * A value of the 64-bit registry; `key` as `HKLM\\SOFTWARE\\…`, `name` '' for the key's own value, `data` by type (domain/registry-value.ts).
   * Missing keys are made, and go again with the undo. `entries`: a list like PATH, of which undo takes away only what was added.
   */
  z.object({
    kind: z.literal('write-value'),
    key: z.string(),
    name: z.string(),
    type: z.enum(WRITABLE_TYPES),
    data: z.string(),
    entries: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('remove-value'), key: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('run'),
    command: CommandSchema,
    env: z.record(z.string(), z.string()).optional(),
    timeoutMs: z.number(),
    undo: UndoSchema,
    /** Exit codes that are success; default [0]. */
    success: z.array(z.number()).optional(),
  }),
  /** Rebuilds what is derived from files: initramfs, module index, ld cache, unit files. Once, last, in both directions. */
  z.object({ kind: z.literal('refresh'), command: CommandSchema, timeoutMs: z.number() }),
  z.object({ kind: z.literal('reboot'), because: z.string() }),
]);
export type Action = z.infer<typeof ActionSchema>;
