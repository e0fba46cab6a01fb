import type { Language, Translate } from '../words/translate.ts';
import type { OptionName } from './options.ts';
import type { Terminal } from './terminal.ts';

/** One call of the program, as a command sees it. */
export type Call = {
  readonly arguments: readonly string[];
  /** A switch is `true`; anything else its text. */
  readonly options: Readonly<Partial<Record<OptionName, string | true>>>;
  readonly json: boolean;
  readonly language: Language;
  readonly translate: Translate;
  readonly terminal: Terminal;
};

export const textOption = (call: Call, name: OptionName): string | undefined => {
  const value = call.options[name];
  return value === true ? undefined : value;
};

/** Prints the one JSON document of a command. */
export const printJson = (call: Call, document: unknown): void => {
  call.terminal.out(`${JSON.stringify(document, null, 2)}\n`);
};
