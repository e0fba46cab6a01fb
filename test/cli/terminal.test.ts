import { afterEach, expect, test, vi } from 'vitest';
import { openTerminal } from '../../src/cli/terminal.ts';

vi.mock('../../src/cli/standard-output.ts', () => ({ isTerminal: () => true, writeText: () => undefined }));

afterEach(() => {
  vi.unstubAllEnvs();
});

const painted = (noColor: string | undefined): boolean => {
  vi.stubEnv('TERM', 'xterm');
  vi.stubEnv('NO_COLOR', noColor);
  return openTerminal({ color: true, quiet: false }).paint('bold', 'GPU') !== 'GPU';
};

/** no-color.org: "when present and not an empty string". */
test.each([
  [undefined, true],
  ['', true],
  ['1', false],
  ['0', false],
])('NO_COLOR=%j: colours %j', (noColor, colours) => {
  expect(painted(noColor)).toBe(colours);
});
