/** What goes through the door between a wizard and the program that was raised for it: a line of JSON each. */
import * as z from 'zod';

/** What a wizard has done for it, and nothing else. */
const ITS_WORK: readonly (string | undefined)[] = ['plan', 'apply', 'resume', 'undo'];
const Args = z.array(z.string().max(200)).refine(([command]) => ITS_WORK.includes(command));

/** `profile`: what the program itself reads and checks; null: none. */
export const Order = z.union([
  z.strictObject({ order: z.int(), args: Args, profile: z.unknown() }),
  z.strictObject({ order: z.int(), stop: z.literal(true) }),
]);
export type Order = z.infer<typeof Order>;

/** `line`: of its standard output; `exitCode`: it has ended, and `said` is its standard error. */
export const Told = z.union([
  z.strictObject({ order: z.int(), line: z.string() }),
  z.strictObject({ order: z.int(), exitCode: z.int(), said: z.string() }),
]);
export type Told = z.infer<typeof Told>;

/** Undefined: it is none. */
export function readAs<T>(shape: z.ZodType<T>, line: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data;
  } catch {
    // Expected: no JSON.
    return undefined;
  }
}
