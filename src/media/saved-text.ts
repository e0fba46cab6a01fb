/** What a small file looks like that was meant to be something else: what browsers, editors and web servers leave behind. */

export type SavedText =
  | { readonly kind: 'empty' }
  /** A web page: a log-in form, a "not found", a captive portal. */
  | { readonly kind: 'html' }
  /** An error answer of a web service. `code` is the service's own word for it, e.g. S3's `AccessDenied`. */
  | { readonly kind: 'xml' | 'json'; readonly code: string | null }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'text'; readonly text: string; readonly byteOrderMark: boolean };

const WORD = /^[\w .-]{1,60}$/;
const word = (text: string | undefined): string | null => (text !== undefined && WORD.test(text) ? text : null);

/** UTF-16 shows as its byte order mark, or as every second byte being zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)];
  const mark = ((start[0] ?? 0) << 8) | (start[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff || /^(x0x0|0x0x)$/.test(start.map((byte) => (byte ? 'x' : '0')).join(''));
}

const HTML = /^\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|script|title|meta)\b/i;
const XHTML = /^\s*<\?xml[\s\S]{0,500}<html\b/i;
const XML = /^\s*(<\?xml\b|<Error>|<soap)/i;

function errorAnswer(text: string): SavedText | null {
  if (HTML.test(text) || XHTML.test(text)) return { kind: 'html' };
  if (XML.test(text)) return { kind: 'xml', code: word(/<Code>([^<]*)<\/Code>/.exec(text)?.[1]) };
  if (/^\s*[{[]\s*["}\]{]/.test(text)) {
    return { kind: 'json', code: word(/"(?:code|error|reason|status)"\s*:\s*"?([^",}]*)/i.exec(text)?.[1]) };
  }
  return null;
}

/** `bytes`: the beginning of a file, at least 4 KiB of it where it is that long. */
export function readSavedText(bytes: Uint8Array): SavedText {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isUtf16(bytes)) return { kind: 'utf-16' };
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder('utf-8').decode(bytes);
  const answer = errorAnswer(text);
  if (answer) return answer;
  if (bytes.includes(0)) return { kind: 'binary' };
  if (text.trim() === '') return { kind: 'empty' };
  return { kind: 'text', text, byteOrderMark };
}
