/** What a command takes, beside its options. */
export type ArgumentSpec = {
  readonly name: string;
  readonly required: boolean;
  readonly kind: 'source' | 'file' | 'folder' | 'run' | 'word';
  readonly words?: readonly string[];
  /** As often as one likes; the last one alone. */
  readonly many?: true;
};
