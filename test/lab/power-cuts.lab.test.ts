// The virtual machine is killed without warning at moments spread over a whole apply: other moments each time, and said which.
import { expect, test } from 'vitest';
import { say } from './harness/cache.ts';
import { inTheLab } from './harness/needs.ts';
import { cutAll } from './harness/power-cut.ts';

const CUTS = Number(process.env['LAB_CUTS'] ?? 3);
const SEED = Number(process.env['LAB_SEED'] ?? Date.now() % 1_000_000);

inTheLab('power cuts', () => {
  test(`${CUTS} cuts, each to the same end`, async () => {
    expect(await cutAll(CUTS, SEED, say)).toEqual([]);
  }, (15 + CUTS * 15) * 60_000);
});
