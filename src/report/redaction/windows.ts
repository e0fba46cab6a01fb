/** What names people and machines on Windows. */
import type { Mask } from './mask.ts';

/** Folders of C:\Users that every Windows has. */
const EVERYBODYS = /^(?:Public|Default|Default User|All Users|defaultuser\d+|[%$<].*)$/i;

/**
 * What no account may be called by ends it (Microsoft Learn, "NetUserAdd"); blanks and apostrophes it may have. `?` stands for a letter that
 * the console's code page lacks.
 */
const NAME = String.raw`[^"/\\[\]:;|=,+*<>\r\n\t]`;

/** `C:\Users\Zhang San\x`, also with its backslashes doubled; where nothing follows the name, it ends at a blank. */
export const WINDOWS_HOMES: Mask = {
  kind: 'user',
  pattern: new RegExp(
    String.raw`(?<before>\\+(?:Users|Documents and Settings)\\+)(?<it>${NAME}{1,64}(?=\\)|[^\\/\s:'"<>,;)]+)`,
    'gi',
  ),
  keep: (found) => EVERYBODYS.test(found),
  learns: true,
};

export const WINDOWS_SECRETS: readonly Mask[] = [
  // Of accounts of one machine, of one domain, of Entra ID; those of Windows itself (S-1-5-18, S-1-16-12288) are the same everywhere.
  { kind: 'sid', pattern: /\bS-1-(?:5-21|12-1)(?:-\d+){3,}/gi },
  { kind: 'id', pattern: /\b\d{5}-(?:\d{5}|OEM)-\d{5,7}-[A-Z0-9]{5}\b/g },
  { kind: 'secret', pattern: /\b(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}\b/g },
  {
    kind: 'serial',
    pattern: /(?<before>\b\w*(?:SerialNumber|AssetTag|ServiceTag) +REG_SZ +)(?<it>\S[^\r\n]*)/gi,
    keep: (found) => /^(?:none|not |no |default|to be filled|0+$)/i.test(found),
    learns: true,
  },
];

/** First folders of paths that begin with a backslash, doubled in JSON. */
const NO_HOST = /^(?:\?|\.|SystemRoot|Device|Registry|Windows|Users|Program|ProgramData|Public)$/i;

export const WINDOWS_NAMES: readonly Mask[] = [
  // \\fileserver\drivers, also with its backslashes doubled.
  {
    kind: 'host',
    pattern: /(?<=^|[\s"'=(,;])(?<before>\\\\(?:\\\\)?)(?<it>[A-Za-z0-9][\w.-]*)(?=\\)/gm,
    keep: (found) => NO_HOST.test(found),
    learns: true,
  },
  {
    kind: 'host',
    pattern: /(?<before>\b(?:(?:Backup)?ServerAddress|(?:NV )?Hostname|ComputerName|(?:NV )?Domain) +REG_(?:EXPAND_)?SZ +)(?<it>[A-Za-z0-9][\w.-]*)/gi,
    keep: (found) => /^\d+(?:\.\d+){3}$/.test(found),
    learns: true,
  },
  // As Windows calls a machine that nobody has named.
  { kind: 'host', pattern: /\b(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}\b|\bWIN-[A-Z0-9]{11}\b/g, learns: true },
];
