import { spansOf } from '../spans.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is no markup, in an element and in an attribute; of XML as well. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);

/** A sentence with its commands set as code. */
export const phrased = (sentence: string): string =>
  spansOf(sentence)
    .map(({ kind, text }) => (kind === 'code' ? `<code>${escaped(text)}</code>` : escaped(text)))
    .join('');
