/** A sentence to be said to the user: its key in `src/words/`, and what fills its `{holes}`. Never the sentence itself. */
export type Message = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number | Message>>;
};
