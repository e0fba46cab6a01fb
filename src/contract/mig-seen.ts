/** What a user interface shows of MIG, and offers to choose from. */
import * as z from 'zod';

const Size = z.object({
  /** As `nvidia-smi mig -lgip` names it: `1g.10gb`. */
  name: z.string(),
  /** How many more can be made now; null: only the driver tells, once MIG is on. */
  free: z.number().int().nullable(),
  /** How many an empty card takes. */
  total: z.number().int(),
});

const Card = z.object({
  address: z.string(),
  name: z.string(),
  /** Null: nvidia-smi does not answer yet. */
  on: z.boolean().nullable(),
  /** `driver`: the card's own table; `model`: what is known of such cards. Null: nobody knows before MIG is on. */
  sizes: z.object({ from: z.enum(['driver', 'model']), rows: z.array(Size) }).nullable(),
  /** The devices that there are, as a layout; '': none; null: not known. */
  instances: z.string().nullable(),
  /** Layouts to choose from, each of which this card takes when it is empty. */
  layouts: z.array(z.string()),
  /** What a layout asks for, and what turning MIG off asks for: a reset, a reboot or neither, in a sentence each. */
  costs: z.object({ on: z.string(), off: z.string() }),
});
export type MigCard = z.infer<typeof Card>;

export const MigSeen = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cards'),
    cards: z.array(Card),
    /** Who has a card open, and what follows from it, in sentences. */
    users: z.array(z.string()),
    /** What a layout is written like. */
    allowed: z.string(),
  }),
  /** Such a card, and this guest has but a part of it. */
  z.object({ kind: z.literal('vgpu'), why: z.string() }),
]);
export type MigSeen = z.infer<typeof MigSeen>;
