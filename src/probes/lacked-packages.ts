/**
 * Of these packages of the distribution itself those that the index has not. Where it has none of them, it is not the distribution's (another
 * repository's list was fetched alone), and says nothing.
 */
export const lackedPackages = (wanted: readonly string[], has: (name: string) => boolean): readonly string[] =>
  wanted.some(has) ? wanted.filter((name) => !has(name)) : [];
