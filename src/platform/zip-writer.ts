/**
 * A zip of texts, packed by DEFLATE (APPNOTE 6.3, UTF-8 names). Three kinds of records and node:zlib: a library would be larger
 * than this, and its start slower. What is written is far below 4 GiB and 65 535 entries.
 */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export type ZipText = { readonly name: string; readonly text: string };

const UTF8 = 0x0800;
const DEFLATED = 8;
const NEEDS = 20;
/** Made on Unix: then the upper half of the attributes is a file mode. */
const MADE_BY = (3 << 8) | NEEDS;
const MODE = 0o100644;

/** MS-DOS date and time, which begin in 1980 and know every other second. */
function dosTime(time: Date): readonly [time: number, date: number] {
  const year = Math.max(time.getUTCFullYear(), 1980);
  return [
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
  ];
}

/** Little-endian fields of 2 and 4 bytes, as `[size, value]`. */
function record(fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** The whole archive. All entries bear the one time that is given. */
export async function zipOf(entries: readonly ZipText[], time: Date): Promise<Buffer> {
  const [clock, date] = dosTime(time);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const [names, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = await deflate(bytes);
    const common = [
      [2, UTF8],
      [2, DEFLATED],
      [2, clock],
      [2, date],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, names.length],
      [2, 0],
    ] as const;
    const head = record([[4, 0x04034b50], [2, NEEDS], ...common]);
    directory.push(
      record([
        [4, 0x02014b50],
        [2, MADE_BY],
        [2, NEEDS],
        ...common,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, MODE * 0x10000],
        [4, offset],
      ]),
      names,
    );
    parts.push(head, names, packed);
    offset += head.length + names.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = entries.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, listed, end]);
}
