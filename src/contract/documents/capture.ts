import * as z from 'zod';
import type { CapturedCommand, CaptureManifest } from '../../domain/capture.ts';

const Ignorance = z.looseObject({
  kind: z.enum([
    'tool-missing',
    'permission-denied',
    'timed-out',
    'unreadable',
    'not-in-source',
    'unsupported-platform',
    'probe-crashed',
  ]),
});
const Range = z.object({ offset: z.number(), length: z.number() });
const Status = z.object({
  kind: z.enum(['file', 'folder', 'link', 'other']),
  mode: z.number(),
  sizeBytes: z.number(),
  modifiedMs: z.number(),
  target: z.string().nullable(),
});

const Path = z.object({
  path: z.string(),
  status: Status.nullable().optional(),
  names: z.array(z.string()).nullable().optional(),
  content: z
    .object({ as: z.enum(['text', 'hex']), range: Range.optional() })
    .nullable()
    .optional(),
  parts: z.array(z.object({ range: Range, hex: z.string().nullable() })).optional(),
  sha256: z.string().nullable().optional(),
  unread: z.partialRecord(z.enum(['status', 'names', 'content', 'sha256']), Ignorance).optional(),
});

/** `manifest.json` of a capture. A capture made by hand may leave out all but `schema`. */
export const Capture = z.object({
  schema: z.literal('gpu-guest/capture@1' satisfies CaptureManifest['schema']),
  platform: z.enum(['linux', 'windows']),
  toolVersion: z.string(),
  time: z.string(),
  of: z.enum(['live', 'simulated']),
  root: z.boolean().nullable(),
  redacted: z.array(z.object({ kind: z.string(), placeholders: z.number() })),
  withheld: z.array(
    z.object({
      what: z.string(),
      why: z.enum(['private-key', 'private-binary', 'other-log-lines', 'environment', 'serial-number', 'other-devices', 'accounts']),
    }),
  ),
  truncated: z.array(z.object({ what: z.string(), keptBytes: z.number(), ofBytes: z.number() })),
  unread: z.array(z.object({ what: z.string(), why: Ignorance.shape.kind })),
  tokens: z.record(z.string(), z.looseObject({ trouble: z.string() })),
  reached: z.array(z.looseObject({ door: z.object({ host: z.string(), port: z.number(), tls: z.boolean() }) })),
  paths: z.array(Path),
});

const Stream = z.union([z.string(), z.object({ file: z.string() })]);

/** `commands.json` of a capture. */
export const CaptureCommands = z.array(
  z.object({
    argv: z.array(z.string()),
    env: z.record(z.string(), z.string()).optional(),
    exitCode: z.number().nullable(),
    durationMs: z.number(),
    stdout: Stream,
    stderr: Stream,
    unread: Ignorance.optional(),
  } satisfies Record<keyof CapturedCommand, z.ZodType>),
);
