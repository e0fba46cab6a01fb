/** Files such as SHA256SUMS, `md5sum.txt` and `driver.run.sha256` beside the media: what their publisher says of them. */
export type PublishedSum = { readonly kind: 'sha256' | 'md5'; readonly sum: string; readonly listedIn: string };

const CHECKSUM_FILE = /(sha256|md5)(sums?)?(\.txt)?$|checksums?(\.txt)?$/i;

export const isChecksumFile = (name: string): boolean => CHECKSUM_FILE.test(name);

const kindOf = (sum: string): PublishedSum['kind'] => (sum.length === 64 ? 'sha256' : 'md5');

const SUM = '([0-9a-f]{32}|[0-9a-f]{64})';
const GNU = new RegExp(`^${SUM} [ *]?(\\S.*)$`, 'i');
const BSD = new RegExp(`^(?:SHA256|MD5) ?\\((.+)\\) ?= ?${SUM}$`, 'i');
const ALONE = new RegExp(`^${SUM}$`, 'i');

/** A file named `driver.run.sha256` is of `driver.run`. */
const subjectOf = (fileName: string): string => fileName.replace(/\.(sha256|md5)(sums?)?(\.txt)?$/i, '');

function lineSays(line: string, fileName: string): readonly [name: string, sum: string] | null {
  const gnu = GNU.exec(line);
  if (gnu?.[1] !== undefined && gnu[2] !== undefined) return [gnu[2], gnu[1]];
  const bsd = BSD.exec(line);
  if (bsd?.[1] !== undefined && bsd[2] !== undefined) return [bsd[1], bsd[2]];
  const alone = ALONE.exec(line)?.[1];
  return alone === undefined ? null : [subjectOf(fileName), alone];
}

/** GNU (`sum  name`, `sum *name`), BSD (`SHA256 (name) = sum`), or a sum alone in a file named after what it is of. By name, without folders. */
export function publishedSums(fileName: string, text: string): ReadonlyMap<string, PublishedSum> {
  const sums = new Map<string, PublishedSum>();
  for (const line of text.split('\n')) {
    const [name, sum] = lineSays(line.trim(), fileName) ?? [];
    if (name === undefined || sum === undefined) continue;
    sums.set(name.replace(/^.*\//, ''), { kind: kindOf(sum), sum: sum.toLowerCase(), listedIn: fileName });
  }
  return sums;
}
