/**
 * The shell header of a self-extracting `.run` file, in its two layouts:
 * - NVIDIA's own makeself 1.6.0-nv (drivers): bare `skip=N`, the payload starts at line N, MD5 and CRC are over all from line 4 on,
 *   and no size is stated. (makeself.sh, which lies inside every driver's `.run`.)
 * - makeself 2.x (CUDA, and whatever Debian's makeself makes): `filesizes="…"`, the payload starts after N lines, N from `skip="N"`
 *   (2.4 on) or `head -n N "$0"` (before); MD5, SHA and CRC are of each payload.
 */
import type { ByteRange } from '../../domain/machine.ts';

export type MakeselfHeader = {
  readonly label: string;
  readonly targetFolder: string;
  readonly script: string;
  /** NVIDIA's layout says these; null in the other. */
  readonly versionString: string | null;
  readonly targetArch: string | null;
  /** Where the payload starts; null where the header itself is cut. */
  readonly payloadOffset: number | null;
  /** What the sums are of; an end that is not stated is the end of the file. */
  readonly summed: ByteRange | null;
  /** The size that the file must have; null where the header does not say. */
  readonly wholeSize: number | null;
  readonly md5: string | null;
  readonly sha256: string | null;
  /** POSIX cksum, decimal. */
  readonly cksum: string | null;
};

const LINE_FEED = 10;

/** The offset just after `count` lines; null where the bytes end before. */
function afterLines(bytes: Uint8Array, count: number): number | null {
  let at = 0;
  for (let line = 0; line < count; line++) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) return null;
    at = end + 1;
  }
  return at;
}

const variable = (text: string, name: string): string | null => {
  const value = new RegExp(`^${name}=(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\s"']*))`, 'm').exec(text);
  return value ? (value[1] ?? value[2] ?? value[3] ?? '') : null;
};

/** A sum of nothing but zeros means "none". */
const sum = (text: string | null, form: RegExp): string | null => {
  const first = text?.split(' ')[0] ?? '';
  return form.test(first) && !/^0+$/.test(first) ? first.toLowerCase() : null;
};

/** `head`: the file's first MiB. Null where it is no makeself file. */
export function parseMakeselfHeader(head: Uint8Array): MakeselfHeader | null {
  if (head[0] !== 0x23 || head[1] !== 0x21) return null;
  const text = new TextDecoder('latin1').decode(head.subarray(0, 128 * 1024));
  if (!/makeself/i.test(text.slice(0, 4096)) && variable(text, 'CRCsum') === null) return null;
  const common = {
    label: variable(text, 'label') ?? '',
    targetFolder: variable(text, 'targetdir') ?? '',
    script: variable(text, 'script') ?? '',
    md5: sum(variable(text, 'MD5'), /^[0-9a-f]{32}$/i),
    sha256: sum(variable(text, 'SHA'), /^[0-9a-f]{64}$/i),
    cksum: sum(variable(text, 'CRCsum'), /^\d+$/),
  };
  const sizes = variable(text, 'filesizes');
  return { ...common, ...(sizes === null ? nvidiaLayout(text, head) : plainLayout(text, head, sizes)) };
}

type Layout = Pick<MakeselfHeader, 'versionString' | 'targetArch' | 'payloadOffset' | 'summed' | 'wholeSize'>;

function nvidiaLayout(text: string, head: Uint8Array): Layout {
  const skip = Number(variable(text, 'skip') ?? Number.NaN);
  // The header's own check says from which line on it sums: `tail -n +4 $0 | cksum`.
  const first = Number(/tail -n \+(\d+) "?\$0"? *\| *cksum/.exec(text)?.[1] ?? 4);
  const from = afterLines(head, first - 1);
  return {
    versionString: variable(text, 'version_string'),
    targetArch: variable(text, 'TARGET_ARCH'),
    payloadOffset: Number.isInteger(skip) && skip > 0 ? afterLines(head, skip - 1) : null,
    summed: from === null ? null : { offset: from, length: Number.MAX_SAFE_INTEGER },
    wholeSize: null,
  };
}

function plainLayout(text: string, head: Uint8Array, filesizes: string): Layout {
  const lines = Number(variable(text, 'skip') ?? /head -n "?(\d+)"? "\$[01]"/.exec(text)?.[1] ?? Number.NaN);
  const offset = Number.isInteger(lines) && lines > 0 ? afterLines(head, lines) : null;
  const sizes = filesizes.split(' ').map(Number).filter(Number.isInteger);
  const total = sizes.reduce((whole, size) => whole + size, 0);
  return {
    versionString: null,
    targetArch: null,
    payloadOffset: offset,
    summed: offset === null || sizes[0] === undefined ? null : { offset, length: sizes[0] },
    wholeSize: offset === null || sizes.length === 0 ? null : offset + total,
  };
}
