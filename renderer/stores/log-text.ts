import type { Followed } from '../../src/contract/questions.ts';

/** A run as lines to be read, searched and copied: each step as a heading, beneath it what its tools said. */
export function logText(lines: readonly Followed[], titleOf: (step: string) => string): readonly string[] {
  return lines.flatMap(({ event, step, line, message }) => {
    switch (event) {
      case 'output':
        return [`  ${line ?? ''}`];
      case 'step-started':
        return [`== ${titleOf(step ?? '')}`];
      case 'progress':
        return message === undefined ? [] : [`  ${message}`];
      case 'step-failed':
        return [`✗ ${titleOf(step ?? '')}: ${message ?? ''}`];
      case 'step-skipped':
        return [`✓ ${titleOf(step ?? '')}: ${message ?? ''}`];
      case 'step-done':
        return [`✓ ${titleOf(step ?? '')}`];
      case 'run-failed':
        return message === undefined ? [] : [message];
      case 'run-started':
      case 'reboot-needed':
      case 'run-done':
        return [];
    }
  });
}
