/** A value of the Windows registry as data: its type by Microsoft's number, its bytes in lower-case hex. */

/** A value as a path is written: key, then name. */
export const valuePlace = (key: string, name: string): string => `${key}\\${name === '' ? '(Default)' : name}`;

/** By number (Microsoft Learn, "Registry Value Types"). */
const TYPES = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const;

/** What an action may write. Its `data`: text; of a DWORD or QWORD decimal digits; of a MULTI_SZ lines; of a BINARY hex. */
export const WRITABLE_TYPES = ['REG_SZ', 'REG_EXPAND_SZ', 'REG_BINARY', 'REG_DWORD', 'REG_MULTI_SZ', 'REG_QWORD'] as const;
export type WritableType = (typeof WRITABLE_TYPES)[number];

export type RegistryValue = { readonly type: number; readonly bytes: string };

const byteHex = (byte: number): string => byte.toString(16).padStart(2, '0');

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    return byteHex(unit & 0xff) + byteHex(unit >> 8);
  }).join('');

const number = (digits: string, bytes: number): string =>
  Array.from({ length: bytes }, (_, index) => byteHex(Number((BigInt(digits) >> BigInt(8 * index)) & 0xffn))).join('');

function bytesOf(type: WritableType, data: string): string {
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return utf16(`${data}\0`);
    case 'REG_MULTI_SZ':
      return utf16(`${data === '' ? '' : data.split('\n').map((line) => `${line}\0`).join('')}\0`);
    case 'REG_DWORD':
      return number(data, 4);
    case 'REG_QWORD':
      return number(data, 8);
    case 'REG_BINARY':
      return data.toLowerCase();
  }
}

/** What the registry holds once that is written. */
export const registryValue = (type: WritableType, data: string): RegistryValue => ({
  type: TYPES.indexOf(type),
  bytes: bytesOf(type, data),
});

const pairs = (hex: string): readonly number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

function textIn(hex: string): string {
  const bytes = pairs(hex);
  const units = Array.from({ length: bytes.length >> 1 }, (_, i) => (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8));
  // One by one: a value may be longer than what a call takes as arguments.
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

/** The text of a string value, as whoever reads it sees it: up to its end mark. Undefined: it is of another type. */
export const stringIn = ({ type, bytes }: RegistryValue): string | undefined =>
  type === 1 || type === 2 ? textIn(bytes).replace(/\0.*$/s, '') : undefined;

const numberIn = ({ bytes }: RegistryValue): string =>
  BigInt(`0x0${pairs(bytes).toReversed().map(byteHex).join('')}`).toString();

/** The others are shown by their bytes. */
const SHOWN: Readonly<Partial<Record<string, (value: RegistryValue) => string>>> = {
  REG_SZ: (value) => stringIn(value) ?? '',
  REG_EXPAND_SZ: (value) => stringIn(value) ?? '',
  REG_MULTI_SZ: ({ bytes }) => textIn(bytes).split('\0').filter(Boolean).join(' | '),
  REG_DWORD: numberIn,
  REG_QWORD: numberIn,
};

/** In the form of an action's `data`, after the name of its type. */
export function shownValue(value: RegistryValue): string {
  const name = TYPES[value.type] ?? `type ${value.type}`;
  return `${name} ${SHOWN[name]?.(value) ?? value.bytes}`.trimEnd();
}

export const isSameValue = (a: RegistryValue, b: RegistryValue): boolean => a.type === b.type && a.bytes === b.bytes;

const entriesOf = (list: string): readonly string[] => list.split(';').filter((entry) => entry !== '');
const lacks = (list: readonly string[]) => {
  const there = new Set(list.map((entry) => entry.toLowerCase()));
  return (entry: string): boolean => !there.has(entry.toLowerCase());
};

/**
 * A list of entries with `;` between them, which others have changed since we did: what we added goes, what we took away comes back,
 * what is theirs stays. Undefined: one of the three is no string.
 */
export function withoutOurs(now: RegistryValue, ours: RegistryValue, before: RegistryValue | undefined): RegistryValue | undefined {
  const [current, written, earlier] = [stringIn(now), stringIn(ours), before ? stringIn(before) : ''];
  if (current === undefined || written === undefined || earlier === undefined) return undefined;
  const [there, mine, old] = [entriesOf(current), entriesOf(written), entriesOf(earlier)];
  const added = mine.filter(lacks(old));
  const taken = old.filter(lacks(mine)).filter(lacks(there));
  return { type: now.type, bytes: utf16(`${[...there.filter(lacks(added)), ...taken].join(';')}\0`) };
}
