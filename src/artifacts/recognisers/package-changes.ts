import { PACKAGE_CHANGES } from '../../probes/told-packages.ts';
import { defineRecogniser, placeOf, type Line, type Recognition } from '../source.ts';

/** What apt, dnf, yum and zypper say that they put on or take away: names after a headline, rows of a table, or a line for each. */
type Change = { readonly change: 'installed' | 'removed'; readonly names: readonly string[]; readonly line: Line };

/** apt and zypper: names stand indented below, several a line; `*` after a name: its settings too. */
const NEW =
  /^\s*(?:The following (?:additional |\d+ )?(?:NEW )?packages? (?:will be|are going to be|is going to be) (?:installed|upgraded)|下列【新】软件包将被安装|下列新軟件包將被安裝|以下のパッケージが新たにインストールされます|Die folgenden NEUEN Pakete werden installiert|Les NOUVEAUX paquets suivants seront installés|Installing(?: dependencies)?)\s*[:：]\s*$/;
const GONE =
  /^\s*(?:The following (?:\d+ )?packages? (?:will be|are going to be|is going to be) REMOVED|下列软件包将被【卸载】|以下のパッケージは「削除」されます|Die folgenden Pakete werden ENTFERNT|Les paquets suivants seront ENLEVÉS|REMOVING)\s*[:：]\s*$/;
const NAMES = /^\s+([a-z0-9][\w.+-]*\*?(?:\s+[a-z0-9][\w.+-]*\*?)*)\s*$/;

/** apt's `Setting up cuda-drivers (550.54.15-1) ...`; dnf's and yum's `Installing : cuda-drivers-550.54.15-1.x86_64  3/96`. */
const DONE: readonly (readonly [RegExp, Change['change']])[] = [
  [/^\s*(?:Setting up|正在设置|設定しています|\S*richtet?\S* ein:?) ([a-z0-9][\w.+-]*)(?::\w+)? \(/, 'installed'],
  [/^\s*(?:Removing|正在卸载|正在删除|Entfernen von) ([a-z0-9][\w.+-]*)(?::\w+)? \(/, 'removed'],
  [
    /^\s*(?:\(\d+\/\d+\) )?(?:Installing|Upgrading|Reinstalling)\s*: ([A-Za-z0-9][\w.+]*(?:-[a-zA-Z0-9][\w.+]*)*?)-(?:\d+:)?\d[\w.+~^]*-[\w.+~^]+\.(?:x86_64|aarch64|noarch)\b/,
    'installed',
  ],
  [
    /^\s*(?:\(\d+\/\d+\) )?(?:Removing|Erasing|Obsoleting)\s*: ([A-Za-z0-9][\w.+]*(?:-[a-zA-Z0-9][\w.+]*)*?)-(?:\d+:)?\d[\w.+~^]*-[\w.+~^]+\.(?:x86_64|aarch64|noarch)\b/,
    'removed',
  ],
];
/** A row of dnf's table: name, architecture, version, repository, size. */
const ROW =
  /^\s+([A-Za-z0-9][\w.+-]*)\s+(?:x86_64|aarch64|noarch)\s+(?:\d+:)?\d[\w.+~^]*-[\w.+~^]+\s+\S+\s+[\d.]+ [kMG]i?B?\s*$/;
const TABLE_GONE = /^\s*Removing(?: unused dependencies| dependent packages)?:\s*$/;
const TABLE_NEW = /^\s*(?:Installing|Upgrading|Reinstalling)(?: (?:weak )?dependencies| group\/module packages)?:\s*$/;
/** Nothing came of it. */
const CALLED_OFF =
  /^\s*(?:Abort\.|Operation aborted\.|Is this ok \[[yY]\/[nN](?:\/d)?\]: [nN]|Do you want to continue\? \[[^\]]*\] [nN]\b|中止。)\s*$/;

function below(lines: readonly Line[], at: number): readonly string[] {
  const names: string[] = [];
  for (const { text } of lines.slice(at + 1)) {
    const row = NAMES.exec(text.slice(0, 2000))?.[1];
    if (row === undefined) break;
    names.push(...row.split(/\s+/).map((name) => name.replace(/\*$/, '')));
  }
  return names;
}

function changeAt(lines: readonly Line[], at: number, line: Line, inTable: Change['change']): readonly Change[] {
  const text = line.text.slice(0, 400);
  if (GONE.test(text)) return [{ change: 'removed', names: below(lines, at), line }];
  if (NEW.test(text)) return [{ change: 'installed', names: below(lines, at), line }];
  const row = ROW.exec(text)?.[1];
  if (row !== undefined) return [{ change: inTable, names: [row], line }];
  return DONE.flatMap(([pattern, change]) => {
    const name = pattern.exec(text)?.[1];
    return name === undefined ? [] : [{ change, names: [name], line }];
  });
}

function changesIn(lines: readonly Line[]): readonly Change[] {
  let inTable: Change['change'] = 'installed';
  let found: readonly Change[] = [];
  lines.forEach((line, at) => {
    if (TABLE_GONE.test(line.text)) inTable = 'removed';
    else if (TABLE_NEW.test(line.text)) inTable = 'installed';
    if (CALLED_OFF.test(line.text)) found = [];
    else found = [...found, ...changeAt(lines, at, line, inTable)];
  });
  return found.filter(({ names }) => names.length > 0);
}

const rowsOf = ({ change, names, line }: Change): string =>
  names
    .map((name) => {
      const text = line.text.trim();
      return `${change}\t${name}\t${text.includes(name) ? text : `${text} … ${name}`}\n`;
    })
    .join('');

/** Only what has to do with NVIDIA is of interest; an upgrade of a desktop names thousands. */
const OURS = /nvidia|cuda/i;

export const packageChanges = defineRecogniser({
  what: 'apt, dnf, zypper install',
  recognise: (page): readonly Recognition[] => {
    if (!OURS.test(page.text)) return [];
    const ours = changesIn(page.lines)
      .map((one) => ({ ...one, names: one.names.filter((name) => OURS.test(name)) }))
      .filter(({ names }) => names.length > 0);
    if (ours.length === 0) return [];
    const text = ours.map(rowsOf).join('');
    return [
      {
        what: 'apt, dnf, zypper install',
        place: placeOf(page, ours[0]?.line),
        answers: [{ kind: 'log', path: PACKAGE_CHANGES, text }],
      },
    ];
  },
});
