/** The text that reg.exe exports and imports: exact to the byte, where what `reg query` prints is not (Microsoft, ".reg file" format 5.00). */
import type { RegistryValue } from '../../domain/registry-value.ts';

const HEAD = 'Windows Registry Editor Version 5.00';
const DWORD = 4;
const BINARY = 3;
const STRING = 1;

const ROOTS: Readonly<Partial<Record<string, string>>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
};

/** `HKLM\…` as a .reg file names it. */
export const longKey = (key: string): string => key.replace(/^[^\\]+/, (root) => ROOTS[root.toUpperCase()] ?? root);

export type ExportedValue = RegistryValue & { readonly name: string };
export type ExportedKey = { readonly key: string; readonly values: readonly ExportedValue[] };

const STRING_TEXT = String.raw`"((?:[^"\\]|\\.)*)"`;
/** A name, and what it holds: a text in quotes (which may have line ends in it), `dword:`, or bytes over several lines. */
const VALUE = new RegExp(String.raw`^(?:@|${STRING_TEXT})=(?:${STRING_TEXT}|dword:([0-9a-f]{8})|hex(?:\(([0-9a-f]+)\))?:((?:[0-9a-f]{2}|,|\\\r?\n|[ \t])*))[ \t]*$`, 'gimsu');

const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');

const utf16Hex = (text: string): string => Buffer.from(`${text}\0`, 'utf16le').toString('hex');

const reversed = (hex: string): string => (hex.match(/../g) ?? []).toReversed().join('');

function valueOf([, name = '', text, dword, type, bytes = '']: readonly (string | undefined)[]): ExportedValue {
  const named = { name: unescaped(name) };
  if (text !== undefined) return { ...named, type: STRING, bytes: utf16Hex(unescaped(text)) };
  if (dword !== undefined) return { ...named, type: DWORD, bytes: reversed(dword.toLowerCase()) };
  const number = type === undefined ? BINARY : Number.parseInt(type, 16);
  return { ...named, type: number, bytes: bytes.replaceAll(/[^0-9a-f]/gi, '').toLowerCase() };
}

/** The keys of an export, in its order. */
export function exportedKeys(text: string): readonly ExportedKey[] {
  const parts = text.split(/^\[([^\r\n]+)\]\r?$/m);
  return Array.from({ length: Math.max(0, (parts.length - 1) / 2) }, (_, index) => ({
    key: parts[2 * index + 1] ?? '',
    values: [...(parts[2 * index + 2] ?? '').matchAll(VALUE)].map(valueOf),
  }));
}

const PER_LINE = 24;

/** In lines, as reg.exe itself breaks them. */
function written(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  const lines = Array.from({ length: Math.ceil(bytes.length / PER_LINE) }, (_, index) =>
    bytes.slice(index * PER_LINE, (index + 1) * PER_LINE).join(','),
  );
  return lines.join(',\\\r\n  ');
}

function contentOf({ type, bytes }: RegistryValue): string {
  if (type === DWORD && bytes.length === 8) return `dword:${reversed(bytes)}`;
  return `${type === BINARY ? 'hex' : `hex(${type.toString(16)})`}:${written(bytes)}`;
}

const quoted = (name: string): string => (name === '' ? '@' : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`);

/** What writes one value (null: removes it), as the bytes of a file. */
export const regFile = (key: string, name: string, value: RegistryValue | null): Uint8Array =>
  Buffer.from(`\ufeff${HEAD}\r\n\r\n[${longKey(key)}]\r\n${quoted(name)}=${value === null ? '-' : contentOf(value)}\r\n\r\n`, 'utf16le');
