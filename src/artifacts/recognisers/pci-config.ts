import { parseConfigSpace } from '../../probes/pci/config-space.ts';
import { commandAnswer, defineRecogniser, type Page } from '../source.ts';

/** A copy of `/sys/bus/pci/devices/…/config`: 64 bytes without rights, 256 for conventional devices, 4096 for PCI Express. */
const SIZES = [64, 256, 4096];

/** Rows of `xxd`, `hexdump -C`, `od -A x -t x1`: an offset, then up to sixteen bytes. A lone `*` stands for rows like the one before. */
const ROW = /^\s*([0-9a-f]{4,8}):?\s+((?:[0-9a-f]{2}\s{0,2}){2,16})/i;

const NOT_LARGER = 4096;

const numberIn = (hex: string): number => Number.parseInt(hex, 16);

/** What `*` left out: rows like the last one, up to the next offset. */
function filled(bytes: readonly number[], to: number): readonly number[] {
  const last = bytes.slice(-16);
  if (last.length < 16 || to > NOT_LARGER) return bytes;
  return [...bytes, ...Array.from({ length: Math.max(0, to - bytes.length) }, (_, at) => last[at % 16] ?? 0)];
}

const bytesIn = (row: string): readonly number[] => (row.match(/[0-9a-f]{2}/gi) ?? []).map(numberIn);

/** The row's offset, or that of the end, which stands alone. */
const offsetIn = (text: string, offset: string): number =>
  numberIn(/^\s*([0-9a-f]{4,8}):?\s*$/i.exec(text)?.[1] ?? offset);

function dumped({ lines }: Page): Uint8Array | undefined {
  let bytes: readonly number[] = [];
  let repeats = false;
  for (const { text } of lines) {
    const [, offset = '', row = ''] = ROW.exec(text) ?? [];
    const at = offsetIn(text, offset);
    if (repeats) bytes = filled(bytes, at);
    repeats = text.trim() === '*';
    if (at === bytes.length && at < NOT_LARGER) bytes = [...bytes, ...bytesIn(row)];
  }
  return bytes.length > 0 ? Uint8Array.from(bytes) : undefined;
}

const isNvidia = (bytes: Uint8Array): boolean => SIZES.includes(bytes.length) && bytes[0] === 0xde && bytes[1] === 0x10;

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** As `lspci -xxx` would print it. The file does not say where on the bus the card sits. */
function asLspci(bytes: Uint8Array): string | undefined {
  const space = parseConfigSpace(bytes);
  if (!space) return undefined;
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, 256); at += 16)
    rows.push(`${hex(at)}: ${[...bytes.subarray(at, at + 16)].map(hex).join(' ')}`);
  return [`??:??.? ${space.classId}: ${space.vendorId}:${space.deviceId}`, ...rows, ''].join('\n');
}

export const pciConfig = defineRecogniser({
  what: 'PCI configuration space',
  recognise: (page) => {
    const bytes = isNvidia(page.bytes) ? page.bytes : dumped(page);
    const text = bytes && isNvidia(bytes) ? asLspci(bytes) : undefined;
    if (text === undefined) return [];
    return [{ what: 'PCI configuration space', place: page.name, answers: [commandAnswer('lspci', text)] }];
  },
});
