/** What dnf, zypper and rpm print, read. */
export type RpmToFetch = {
  readonly name: string;
  /** `0.190-1.el9`, `3:550.54.15-1`; an epoch of 0 is left out. */
  readonly version: string;
  readonly arch: string;
  readonly sizeBytes: number;
};

export const keyOf = ({ name, version, arch }: Pick<RpmToFetch, 'name' | 'version' | 'arch'>): string => `${name}-${version}.${arch}`;

const withoutZero = (version: string): string => version.replace(/^(?:0|\(none\)):/, '');

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** dnf's `6.2 k`, `25 M`; dnf 5's `6.2 KiB`. Three digits are all it says. */
const bytesOf = (number: string, unit: string): number =>
  Math.round(Number(number) * (UNITS[unit.charAt(0).toLowerCase()] ?? 1));

/** A row of dnf's table; a name that is too long for its column stands on a line of its own. The size of an empty package has no unit. */
const ROW = /^ +(\S+)\s+(x86_64|aarch64|noarch|i[3-6]86)\s+(\S+)\s+(\S+)\s+(\d+(?:\.\d+)?)(?: +([kMG]|B|[KMG]iB))?[ \t]*$/gm;

/** `dnf install --assumeno`: what it would fetch. Files that were named on its command line are left out. */
export const parseDnfTable = (text: string): readonly RpmToFetch[] =>
  [...text.matchAll(ROW)]
    .filter(([, , , , repository]) => repository !== '@commandline')
    .map(([, name = '', arch = '', version = '', , number = '0', unit = '']) => ({
      name,
      version: withoutZero(version),
      arch,
      sizeBytes: bytesOf(number, unit),
    }));

/** `Install  84 Packages`, dnf 5: ` Installing:        84 packages`; null: it does not say. */
export function dnfAnnounced(text: string): number | null {
  const count = /^ ?Install(?:ing:)? +(\d+) packages?\b/im.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&');

const attribute = (tag: string, name: string): string => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

export type ZypperSummary = { readonly toFetch: readonly RpmToFetch[]; /** Null: it says of none. */ readonly announced: number | null };

/** `zypper --xmlout install --dry-run`. It has one size for all of them, which is shared out. */
export function parseZypperSummary(text: string): ZypperSummary {
  const summary = /<install-summary [^>]*>/.exec(text)?.[0] ?? '';
  const tags = [...text.matchAll(/<solvable type="package" [^>]*>/g)].map(([tag]) => tag);
  const announced = attribute(summary, 'packages-to-change');
  const share = tags.length === 0 ? 0 : Math.round(Number(attribute(summary, 'download-size')) / tags.length);
  return {
    announced: announced === '' ? null : Number(announced),
    toFetch: tags.map((tag) => ({
      name: attribute(tag, 'name'),
      version: withoutZero(attribute(tag, 'edition')),
      arch: attribute(tag, 'arch'),
      sizeBytes: share,
    })),
  };
}

/** For `rpm -qp --qf`: one line a file, in the order of the files. */
export const HEADER_FORMAT = '%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{ARCH}\\n';

export const parseHeaders = (text: string): readonly Omit<RpmToFetch, 'sizeBytes'>[] =>
  text.split('\n').flatMap((line) => {
    const [, name, version, arch] = /^(\S+) (\S+) (\S+)$/.exec(line) ?? [];
    return name === undefined || version === undefined || arch === undefined
      ? []
      : [{ name, version: withoutZero(version), arch }];
  });

/** `rpmkeys --checksig`: files that carry the signature of a key that it was given. `digests OK` alone: nobody signed it. */
export const parseSigned = (text: string): readonly string[] =>
  [...text.matchAll(/^(.+): [^:\n]*\b(?:signatures|pgp)\b[^:\n]*(?<!NOT )OK$/gm)].map(([, file = '']) => file);

/** What dnf or zypper complained of, last line last. */
export const rpmComplaints = (text: string): readonly string[] =>
  unescaped(text)
    .split('\n')
    .map((line) => line.replace(/<message type="error">|<\/message>|<description>/g, '').trim())
    .filter((line) =>
      /^(?:Error|Errors during|Failed|No match for|No package|No provider|Problem(?: \d+)?:|Unable|However, you do not have any GPG public keys|Curl error|Status code|Could not|Valid metadata|Warning: (?:Skipping|No repositories)|Repository '.*' is invalid|.* Signature verification failed|Ignoring repositories|- nothing provides|nothing provides|There are no enabled repositories|This command has to be run|Root privileges)/i.test(line),
    );
