/** Files such as SHA256SUMS, `md5sum.txt` and `driver.run.sha256` beside the media: what their publisher says of them. */
export type PublishedSum = { readonly kind: 'sha256' | 'md5'; readonly sum: string; readonly listedIn: string };

const CHECKSUM_FILE = /(sha256|md5)(sums?)?(\.txt)?$|checksums?(\.txt)?$/i;

export const isChecksumFile = (name: string): boolean => CHECKSUM_FILE.test(name);

const kindOf = (sum: string): PublishedSum['kind'] | null =>
  sum.length === 64 ? 'sha256' : sum.length === 32 ? 'md5' : null;

/** GNU (`sum  name`, `sum *name`), BSD (`SHA256 (name) = sum`), or a sum alone in a file named after what it is of. */
export function publishedSums(fileName: string, text: string): ReadonlyMap<string, PublishedSum> {
  const sums = new Map<string, PublishedSum>();
  for (const line of text.split(/\r?\n/)) {
    const [, gnuSum, gnuName] = /^([0-9a-f]{32}|[0-9a-f]{64})(?:\s+\*?(\S.*))?$/i.exec(line.trim()) ?? [];
    const [, bsdName, bsdSum] = /^(?:SHA256|MD5) ?\((.+)\) ?= ?([0-9a-f]+)$/i.exec(line.trim()) ?? [];
    const sum = (gnuSum ?? bsdSum)?.toLowerCase();
    const name = (gnuName ?? bsdName ?? fileName.replace(/\.(sha256|md5)(sums?)?(\.txt)?$/i, '')).replace(/^.*\//, '');
    const kind = sum === undefined ? null : kindOf(sum);
    if (sum !== undefined && kind !== null) sums.set(name, { kind, sum, listedIn: fileName });
  }
  return sums;
}
