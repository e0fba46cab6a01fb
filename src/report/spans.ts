/** A sentence, taken apart into prose and what stands in backticks: commands, file names. */
export type Span = { readonly kind: 'prose' | 'code'; readonly text: string };

export const spansOf = (sentence: string): readonly Span[] =>
  sentence
    .split(/`([^`\n]+)`/)
    .map((text, index): Span => ({ kind: index % 2 === 1 ? 'code' : 'prose', text }))
    .filter(({ text }) => text !== '');
