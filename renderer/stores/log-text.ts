import type { Followed } from '../../src/contract/questions.ts';

type Told = (line: Followed, title: string) => readonly string[];
const nothing: Told = () => [];

const TOLD: Readonly<Record<Followed['event'], Told>> = {
  output: ({ line = '' }) => [`  ${line}`],
  progress: ({ message }) => (message === undefined ? [] : [`  ${message}`]),
  'step-started': (_, title) => [`== ${title}`],
  'step-done': (_, title) => [`✓ ${title}`],
  'step-skipped': ({ message = '', leftOut = false }, title) => [`${leftOut ? '!' : '✓'} ${title}: ${message}`],
  'step-failed': ({ message = '' }, title) => [`✗ ${title}: ${message}`],
  'run-failed': ({ message }) => (message === undefined ? [] : [message]),
  'run-started': nothing,
  'reboot-needed': nothing,
  'run-done': nothing,
};

/** A run as lines to be read, searched and copied: each step as a heading, beneath it what its tools said. */
export const logText = (lines: readonly Followed[], titleOf: (step: string) => string): readonly string[] =>
  lines.flatMap((line, index) => {
    // A run that fails says what its step said already.
    const isSaid = line.event === 'run-failed' && lines[index - 1]?.event === 'step-failed' && lines[index - 1]?.message === line.message;
    return isSaid ? [] : TOLD[line.event](line, titleOf(line.step ?? ''));
  });
