import { refuse } from '../domain/fault.ts';
import type { RunState } from '../journal/replay.ts';
import { say } from '../words/say.ts';

/** Refuses (`machine-changed`) a run whose plan has another digest than the one expected; undefined: whatever it was. */
export function requireAgreed({ run, digest }: RunState, expect: string | undefined): void {
  if (expect !== undefined && expect !== digest) throw refuse('machine-changed', say('run.another-plan', { run }));
}
