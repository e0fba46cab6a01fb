/**
 * Replaces what names a person, a machine or a secret by placeholders that are the same wherever the same thing stands.
 * The one stage between the machine and whatever is written for others: journal, capture, report.
 */
import { ADDRESSES } from './redaction/addresses.ts';
import type { Mask } from './redaction/mask.ts';
import { HOMES, isOrdinary, NAMES } from './redaction/names.ts';
import { SECRETS } from './redaction/secrets.ts';
import { WINDOWS_HOMES } from './redaction/windows.ts';

export type Redact = (text: string) => string;

/** Something of which it is known beforehand what it is: `{ kind: 'host', text: 'gpu01' }`. */
export type Known = { readonly kind: string; readonly text: string };

export type Redaction = {
  readonly redact: Redact;
  /** Notes what is named in this text, so that it is replaced also where nothing around it says what it is. */
  readonly learn: (text: string) => void;
  /** How many different things of each kind have been replaced. */
  readonly counts: () => Readonly<Record<string, number>>;
};

/** One-time passwords are said on the screen, to be typed at the next start; into a journal that all may read they do not go. */
export const withoutPasswords: Redact = (text) => text.replace(/(?<=password\b.*[:=]\s*)\S+\s*$/i, '<password>');

/** For our own journals: numbers what it meets, `<mac-1>`, `<mac-2>`. `names`: host and user names of this machine. */
export const redactor = (names: readonly string[] = []): Redact =>
  numbering(
    [...SECRETS, WINDOWS_HOMES, HOMES, ...ADDRESSES],
    names.map((text) => ({ kind: 'name', text })),
  ).redact;

/** For the eyes of the guest's own people: keys, tokens, serial numbers and identifiers alone are withheld. */
export const withoutSecrets = (): Redact => numbering(SECRETS, []).redact;

/** For what leaves the guest: host and user names as well, also where nothing but what was learnt says that they are such. */
export const redaction = (known: readonly Known[]): Redaction => numbering([...SECRETS, ...NAMES, ...ADDRESSES], known);

type Groups = { readonly before?: string; readonly it?: string } | undefined;

/** Walks over all that a mask finds; `replaced` gives what is to stand there. */
function over(text: string, { pattern, keep }: Mask, replaced: (found: string) => string): string {
  return text.replace(pattern, (...found: unknown[]) => {
    const groups = (typeof found.at(-1) === 'object' ? found.at(-1) : undefined) as Groups;
    const whole = found[0] as string;
    const at = found[groups === undefined ? found.length - 2 : found.length - 3] as number;
    const it = groups?.it ?? whole;
    if (keep?.(it, text.slice(Math.max(0, at - 24), at)) === true) return whole;
    return `${groups?.before ?? ''}${replaced(it)}`;
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A Chinese or Japanese name may be two characters long. */
const isTelling = ({ text }: Known): boolean =>
  text.length > (/^[ -~]*$/.test(text) ? 2 : 1) && text.length < 256 && /[\p{L}\d]/u.test(text) && !isOrdinary(text) && !/^\d{1,5}$/.test(text);

function numbering(masks: readonly Mask[], known: readonly Known[]): Redaction {
  const met = new Map<string, string>();
  const numbers = new Map<string, number>();
  const learnt = new Map<string, Known>();
  let literals: RegExp | null | undefined;

  function placeholder(kind: string, found: string): string {
    const key = `${kind} ${found.toLowerCase()}`;
    const already = met.get(key);
    if (already !== undefined) return already;
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    const made = `<${kind}-${String(number)}>`;
    met.set(key, made);
    return made;
  }
  function note(one: Known): void {
    const key = one.text.toLowerCase();
    if (learnt.has(key) || !isTelling(one)) return;
    learnt.set(key, one);
    literals = undefined;
  }
  /** The longest first: gpu01-spare is not gpu01. */
  function literalPattern(): RegExp | null {
    if (literals !== undefined) return literals;
    const texts = [...learnt.keys()].sort((a, b) => b.length - a.length).map(escaped);
    literals = texts.length === 0 ? null : new RegExp(`(?<![A-Za-z0-9])(?:${texts.join('|')})(?![A-Za-z0-9])`, 'gi');
    return literals;
  }

  known.forEach(note);
  return {
    learn: (text) => {
      for (const mask of masks.filter(({ learns }) => learns))
        over(text, mask, (found) => {
          note({ kind: mask.kind, text: found });
          return found;
        });
    },
    redact: (text) => {
      const masked = masks.reduce((rest, mask) => over(rest, mask, (found) => placeholder(mask.kind, found)), text);
      const pattern = literalPattern();
      if (pattern === null) return masked;
      return masked.replace(pattern, (found) => placeholder(learnt.get(found.toLowerCase())?.kind ?? 'name', found));
    },
    counts: () => Object.fromEntries(numbers),
  };
}
