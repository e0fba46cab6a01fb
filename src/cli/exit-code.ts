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

export function exitCodeOf(code: Fault['code']): ExitCode {
  switch (code) {
    case 'bad-request':
    case 'not-found':
    case 'unreadable':
    case 'unfinished-run':
      return EXIT.usage;
    case 'nothing-fits':
    case 'machine-changed':
      return EXIT.notAsItShouldBe;
    case 'failed':
      return EXIT.stepFailed;
    case 'needs-admin':
      return EXIT.needsAdmin;
    case 'cancelled':
      return EXIT.cancelled;
    case 'busy':
      return EXIT.busy;
  }
}
