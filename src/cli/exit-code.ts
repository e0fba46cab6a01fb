import type { Fault } from '../domain/fault.ts';

/** Contract section 1. */
export const EXIT = {
  done: 0,
  notAsItShouldBe: 1,
  usage: 2,
  stepFailed: 3,
  needsAdmin: 4,
  cancelled: 5,
  rebootNeeded: 10,
  busy: 11,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES: Readonly<Record<Fault['code'], ExitCode>> = {
  'bad-request': EXIT.usage,
  'not-found': EXIT.usage,
  unreadable: EXIT.usage,
  'unfinished-run': EXIT.usage,
  'nothing-fits': EXIT.notAsItShouldBe,
  'machine-changed': EXIT.notAsItShouldBe,
  failed: EXIT.stepFailed,
  'needs-admin': EXIT.needsAdmin,
  cancelled: EXIT.cancelled,
  busy: EXIT.busy,
};

export const exitCodeOf = (code: Fault['code']): ExitCode => CODES[code];
