import type { Shown } from './on-screen.ts';
import type { Terminal } from './terminal.ts';

const toTheSecond = (time: string): string => time.replace(/\.\d+Z$/, 'Z');

/** For a log: a line for each thing that has changed, with the time of the look. */
export function freshLines({ out }: Pick<Terminal, 'out'>): Shown {
  let before: readonly string[] = [];
  return {
    show({ lines, time }) {
      for (const line of lines) if (!before.includes(line)) out(`${time === null ? '' : `${toTheSecond(time)} `}${line}\n`);
      before = lines;
    },
    end: () => undefined,
  };
}
