/** One kind of thing that is not for others, and how it shows in a text. */
export type Mask = {
  /** What stands in the placeholder: `<mac-1>`. */
  readonly kind: string;
  /** Global. With groups `before` and `it`, `it` alone is replaced; else all that matches. */
  readonly pattern: RegExp;
  /** What looks the same and tells nothing of anybody. `before`: the text to the left, at most 24 characters. */
  readonly keep?: (found: string, before: string) => boolean;
  /** Where it is met once in this form, it is replaced wherever else it stands. */
  readonly learns?: boolean;
};
