/** What of a source was not read, and why: the source may hold more than was seen. */
export type GapReason =
  /** Its name leads out of the archive or folder. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'link' }
  /** A device, a pipe, a socket. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'encrypted' }
  /** Packed in a way that is not read here; `method` as zip numbers it. */
  | { readonly kind: 'packing'; readonly method: number }
  /** An archive or a compression that is not opened: `tar`, `xz`, `7z`, `zip` inside a zip … */
  | { readonly kind: 'archive'; readonly format: string }
  /** No text: an image, a program … */
  | { readonly kind: 'no-text' }
  | { readonly kind: 'too-large'; readonly limitMiB: number }
  /** It unpacks to so much that it is taken for a bomb. */
  | { readonly kind: 'bomb'; readonly ratio: number }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'too-deep'; readonly limit: number }
  /** It ends early: what comes after is not in it. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'damaged' }
  /** Of a very long text, lines that no recogniser knows, and the older ones of those it knows. */
  | { readonly kind: 'condensed'; readonly lines: number }
  /** The report itself says that it left this out; `said`: its own words. */
  | { readonly kind: 'skipped'; readonly said: string };

/** `what`: the file, the section or the command, as the source names it. */
export type Gap = { readonly what: string; readonly why: GapReason };

/** Bytes as they come; it ends with why there may have been more, or with null where that was all. */
export type Chunks = AsyncGenerator<Uint8Array, GapReason | null>;
