/** What apt prints, read. */
export type ToFetch = {
  readonly uri: string;
  /** `libc6_2.36-9+deb12u14_amd64.deb`, a colon of the version as `%3a`. */
  readonly file: string;
  readonly sizeBytes: number;
};

/** `apt-get --print-uris install …`: `'URI' file size hash` a line, among others. Of a source that has no MD5 sums the hash is left out, the space before it is not. */
export function parseUris(text: string): readonly ToFetch[] {
  return [...text.matchAll(/^'([^']+)' (\S+) (\d+)(?: \S*)?$/gm)].map(([, uri = '', file = '', size]) => ({
    uri,
    file,
    sizeBytes: Number(size),
  }));
}

/** "0 upgraded, 84 newly installed, …": how many packages it means to install; null: it does not say. */
export function announced(text: string): number | null {
  const count = /^\d+ upgraded, (\d+) newly installed/m.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}

/** `gcc-12_12.2.0-14_amd64.deb` → `gcc-12:amd64=12.2.0-14`, as apt-cache wants it named. */
export function packageOf({ file }: ToFetch): string {
  const [name = '', version = '', arch = ''] = file.replace(/\.deb$/, '').split('_');
  return `${name}:${arch}=${decodeURIComponent(version)}`;
}

export type Stanza = {
  readonly name: string;
  readonly version: string;
  /** Last part of its name in the archive. */
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly text: string;
};

const field = (text: string, name: string): string => new RegExp(`^${name}: *(.*)$`, 'mi').exec(text)?.[1]?.trim() ?? '';

/** `apt-cache show`: the records of an index, an empty line between. Records without a sum are left out. */
export function parseStanzas(text: string): readonly Stanza[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .flatMap((one) => {
      const sha256 = field(one, 'SHA256').toLowerCase();
      const file = field(one, 'Filename').replace(/^.*\//, '');
      if (!/^[0-9a-f]{64}$/.test(sha256) || file === '') return [];
      const [name, version] = [field(one, 'Package'), field(one, 'Version')];
      return [{ name, version, file, sha256, sizeBytes: Number(field(one, 'Size')), text: one }];
    });
}

/** The index of a flat repository: each record as the archive signed it, but for the place of its file. */
export const indexOf = (stanzas: readonly Stanza[]): string =>
  stanzas
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ text, file }) => `${text.replace(/^Filename: .*$/im, `Filename: ./${file}`)}\n`)
    .join('\n');

/** What apt complained of, last line last. */
export const complaints = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /^(E:|W: Failed|Err:)/.test(line));
