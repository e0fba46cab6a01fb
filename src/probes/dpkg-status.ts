/** The database of dpkg, read from its file: a spawn of dpkg-query takes longer than reading it. */

export type DpkgPackage = {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
  /** The three words of "Status:": want, flag, state. */
  readonly want: string;
  readonly flag: string;
  readonly state: string;
};

export const DPKG_STATUS = '/var/lib/dpkg/status';

const field = (stanza: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(stanza)?.[1]?.trim() ?? '';

/** `about`: only stanzas that match are looked at closely, which is ten times as fast. Packages of which only settings are left are not there. */
export function parseDpkgStatus(text: string, about = /^/): readonly DpkgPackage[] {
  if (!about.test(text)) return [];
  return text
    .split('\n\n')
    .filter((stanza) => about.test(stanza) && stanza.includes('Package:'))
    .map((stanza) => {
      const [want = '', flag = '', state = ''] = field(stanza, 'Status').split(/\s+/);
      return {
        name: field(stanza, 'Package'),
        version: field(stanza, 'Version'),
        arch: field(stanza, 'Architecture'),
        want,
        flag,
        state,
      };
    })
    .filter(({ name, state }) => name !== '' && state !== '' && state !== 'not-installed' && state !== 'config-files');
}

/** Of this name, in each architecture. Where no line starts so, nothing else of the text is looked at. */
export const packagesNamed = (text: string, name: string): readonly DpkgPackage[] =>
  text.includes(`Package: ${name}`) ? parseDpkgStatus(text, new RegExp(`^Package: ${name}$`, 'm')) : [];

/** Files are there, and the package is not set up: a run was cut off, or its scripts failed. Pending triggers are no damage. */
export const isBroken = ({ flag, state }: DpkgPackage): boolean =>
  flag === 'reinstreq' || ['half-installed', 'half-configured', 'unpacked'].includes(state);

/** `dpkg -l`: two letters (want, state) and a third for an error, name[:arch], version, architecture. */
export function parseDpkgList(text: string): readonly DpkgPackage[] {
  const states: Readonly<Record<string, string>> = {
    i: 'installed',
    U: 'unpacked',
    F: 'half-configured',
    H: 'half-installed',
    W: 'triggers-awaited',
    t: 'triggers-pending',
  };
  return text.split('\n').flatMap((line) => {
    const row = /^\s*([uihrp])([icHUFWtn])([R ]?)\s+(\S+)\s+(\S+)\s+(\S+)/.exec(line);
    const state = states[row?.[2] ?? ''];
    if (!row || state === undefined) return [];
    return [
      {
        name: (row[4] ?? '').replace(/:\w+$/, ''),
        version: row[5] ?? '',
        arch: row[6] ?? '',
        want: row[1] === 'h' ? 'hold' : 'install',
        flag: row[3] === 'R' ? 'reinstreq' : 'ok',
        state,
      },
    ];
  });
}
