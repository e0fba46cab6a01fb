/** Shapes of what is asked and answered that are no documents of the command line. */
import * as z from 'zod';
import { ABSOLUTE_PATH } from '../domain/folder-path.ts';
import { Choices } from './choices.ts';
import { Detection } from './documents/detection.ts';
import { Diagnosis } from './documents/diagnosis.ts';
import { LicenseDocument } from './documents/license.ts';
import { MediaDocument, TokenDocument } from './documents/media.ts';
import { EventLine } from './documents/run.ts';
import { MigSeen } from './mig-seen.ts';

const Language = z.enum(['en', 'zh-CN', 'ja']);
const Run = z.string().regex(/^[\w.:-]{1,80}$/);

/** `this`: the guest the program runs on. `given`: the recorded source the program was started with. `sim:NAME`: a simulated guest, which lives as long as the program. */
const Machine = z.string().regex(/^(this|given|sim:[a-z0-9-]{1,60})$/);

export const Asked = z.strictObject({ lang: Language });
export const OfMachine = Asked.extend({ machine: Machine });
export const OfFolder = OfMachine.extend({ folder: z.string().regex(ABSOLUTE_PATH).max(4096) });
export const OfChoices = OfMachine.extend({ choices: Choices });
/** `digest`: of the plan that was agreed to. */
export const OfConsent = OfChoices.extend({ digest: z.string().max(200), reboot: z.enum(['never', 'auto']) });
export const OfRun = OfMachine.extend({ run: Run });
/** `after`: the sequence number last seen; 0: from the beginning. */
export const OfFollowing = OfRun.extend({ after: z.number().int().min(0) });
export const OfText = Asked.extend({ name: z.string().max(200), base64: z.base64().max(48_000_000) });
/** `of`: in place of the machine, a text that was judged before. */
export const OfReport = OfMachine.extend({
  format: z.enum(['html', 'markdown', 'text', 'json']),
  of: OfText.pick({ name: true, base64: true }).optional(),
});

/** How what needs an administrator will be done from here. `none`: it cannot be; the sentence says what to do. */
const Elevation = z.object({ kind: z.enum(['is-root', 'pkexec', 'sudo', 'uac', 'none']), sentence: z.string() });

export const About = z.object({
  version: z.string(),
  /** What it runs on, each with its version: Node.js, and in the window Electron. */
  runtime: z.array(z.object({ name: z.string(), version: z.string() })).optional(),
  /** The day of what it knows of GPUs and drivers, ISO 8601. */
  knowledge: z.string().optional(),
  /** Which machine a user interface shows first. */
  start: Machine,
  hostName: z.string(),
  elevation: Elevation,
  /** `media`: the folder of that guest that is looked into; left out: as `places` says. */
  simulations: z.array(z.object({ name: z.string(), title: z.string(), story: z.string(), media: z.string().optional() })),
  /** Absolute paths. */
  places: z.object({ state: z.string(), media: z.string() }),
  licences: z.array(z.object({ name: z.string(), licence: z.string() })),
  /** Every step there is, in the order in which they are done; last, what stands in a journal beside them. */
  steps: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        /** Of which order its time is on a real guest: `minutes` where it downloads, builds or unpacks. */
        takes: z.enum(['seconds', 'minutes']).optional(),
      }),
    )
    .optional(),
  /** What the things are called that can be asked of a machine, by the words that `unread` uses. */
  facts: z.array(z.object({ key: z.string(), name: z.string() })).optional(),
});
export type About = z.infer<typeof About>;

export const Seen = z.object({
  detection: Detection,
  diagnosis: Diagnosis,
  license: LicenseDocument,
  /** Left out where no GPU of the guest has MIG. */
  mig: MigSeen.optional(),
});
export type Seen = z.infer<typeof Seen>;

export const Examining = z.discriminatedUnion('kind', [
  /** One question to the machine, as it is asked and answered. `question` is a sentence. */
  z.object({
    kind: z.literal('question'),
    key: z.string(),
    question: z.string(),
    state: z.enum(['asked', 'answered', 'unknown']),
  }),
  z.object({ kind: z.literal('seen'), seen: Seen }),
]);
export type Examining = z.infer<typeof Examining>;

export const Folder = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.string()),
  files: z.number(),
});
export type Folder = z.infer<typeof Folder>;

export const ReadingMedia = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), file: z.string(), doneBytes: z.number(), totalBytes: z.number() }),
  z.object({
    kind: z.literal('read'),
    media: MediaDocument,
    tokens: z.array(z.object({ file: z.string(), token: TokenDocument })),
  }),
]);
export type ReadingMedia = z.infer<typeof ReadingMedia>;

export const Started = z.object({ run: Run });
export const Nothing = z.object({});

/** A line of a run with its number: those of the journal first, then what is heard while it works. `ended`: none will follow. */
export const Followed = EventLine.extend({ sequence: z.number().int(), ended: z.boolean() });
export type Followed = z.infer<typeof Followed>;

export const Report = z.object({ name: z.string(), mediaType: z.string(), text: z.string() });
export type Report = z.infer<typeof Report>;
