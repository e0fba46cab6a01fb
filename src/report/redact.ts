/**
 * Replaces what names a person, a machine or a secret by placeholders that are the same wherever the same thing stands.
 * The one stage between the machine and whatever is written for others: journal, capture, report.
 */
export type Redact = (text: string) => string;

type Mask = { readonly name: string; readonly pattern: RegExp; readonly keep?: (found: string) => boolean };

/** Addresses that name no one: loopback, private networks (RFC 1918), link-local, carrier NAT, documentation; and what is a version number. */
const TELLING_NOTHING =
  /^(0\.|10\.|127\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|255\.)/;

const isAddress = (text: string): boolean => text.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part));

const MASKS: readonly Mask[] = [
  { name: 'private-key', pattern: /-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g },
  // A JWT: three base64url parts, the first of which begins with '{"'. Cut off, it is no less secret.
  { name: 'token', pattern: /\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g },
  {
    name: 'secret',
    pattern: /(?<=\b(?:password|passwd|secret|api[-_ ]?key|authorization: *\w+)["']? *[=:] *["']?)[^\s"',;]{3,}/gi,
  },
  { name: 'secret', pattern: /(?<=\/\/)[^\s/@:]+:[^\s/@]+(?=@)/g },
  { name: 'gpu-uuid', pattern: /\b(?:GPU|MIG)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  { name: 'uuid', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi },
  { name: 'mac', pattern: /\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/gi },
  { name: 'serial', pattern: /(?<=\bserial(?: number| no\.?)?\s*[:=]\s*)(?!N\/A|unknown|none)[^\s,;]+/gi },
  { name: 'user', pattern: /(?<=\/home\/)[^/\s:'"]+/g },
  {
    name: 'address',
    pattern: /(?<![\d.-])(?:\d{1,3}\.){3}\d{1,3}(?![\d.-]*\d)/g,
    keep: (found) => TELLING_NOTHING.test(found) || !isAddress(found),
  },
  // Base64 of 200 characters and more is no sentence: key material, a signature, a payload.
  { name: 'blob', pattern: /[A-Za-z0-9+/_-]{200,}={0,2}/g },
];

/** One-time passwords are said on the screen, to be typed at the next start; into a journal that all may read they do not go. */
export const withoutPasswords: Redact = (text) => text.replace(/(?<=password\b.*[:=]\s*)\S+\s*$/i, '<password>');

/** A redactor that numbers what it meets: `<mac-1>`, `<mac-2>`. `names`: host and user names of this machine. */
export function redactor(names: readonly string[] = []): Redact {
  const met = new Map<string, string>();
  const counts = new Map<string, number>();

  function placeholder(name: string, found: string): string {
    const key = `${name} ${found.toLowerCase()}`;
    const known = met.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const made = `<${name}-${count}>`;
    met.set(key, made);
    return made;
  }

  const own = names.filter((name) => name.length > 2 && name !== 'localhost' && name !== 'root');
  return (text) => {
    const masked = MASKS.reduce(
      (rest, { name, pattern, keep }) =>
        rest.replace(pattern, (found) => (keep?.(found) ? found : placeholder(name, found))),
      text,
    );
    return own.reduce((rest, name) => rest.replaceAll(name, () => placeholder('name', name)), masked);
  };
}
