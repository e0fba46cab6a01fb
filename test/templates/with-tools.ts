import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';

/** Tools in Python and Go take their time to start, also where ten others want the processor. */
export const SLOW_MS = 300_000;

/** Tests that need programs of others: left out with the reason where one is missing; where changes are judged (CI), that is a failure. */
export function withTools(title: string, programs: readonly string[], suite: () => void): void {
  const missing = programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (missing.length === 0) describe(title, { timeout: SLOW_MS }, suite);
  else if (process.env['CI'] !== undefined) throw new Error(`${title} cannot be tested: ${missing.join(', ')} is missing`);
  else describe.skip(`${title} (needs ${missing.join(', ')})`, suite);
}
