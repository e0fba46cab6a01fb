/** What the lines mean that apt, dnf, yum and zypper leave when a repository cannot be used. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { RepositoryLog } from '../probes/repository-log.ts';

const KEY =
  /NO_PUBKEY (?<key>[0-9A-F]{8,40}(?: [0-9A-F]{8})?)|(?:EXPKEYSIG|KEYEXPIRED|REVKEYSIG|BADSIG) (?<bad>[0-9A-F]{8,40})|Signing key on (?<weak>[0-9A-F]{8,40}) is not bound|Conflicting values set for option Signed-By|repository '.+' is (?:not|no longer) signed|Public key for \S+ is not installed|GPG check FAILED|GPG signature verification error|The GPG keys listed for .+ not correct|Signature verification failed for/i;

const UNREACHABLE = {
  'no-name': /Could(?:n't| not) resolve|Temporary failure resolving|Name or service not known|Curl error \(6\)/i,
  intercepted:
    /Clearsigned file isn't valid, got 'NOSPLIT'|407 +Proxy Auth|Received HTTP code 407|Curl error \(56\)|Could not resolve proxy|Curl error \(5\)|Invalid response from proxy/i,
  certificate:
    /certificate verif|certificate problem|Could not handshake|Curl error \((?:35|51|60|77)\)|SSL (?:certificate|connection)/i,
  clock: /is not valid yet \(invalid for another/i,
  'no-way':
    /Could not connect to|Unable to connect to|Cannot initiate the connection|Network is unreachable|No route to host|Connection (?:timed out|refused|failed)|Curl error \((?:7|28)\)/i,
  gone: /\b40[34] +(?:Not Found|Forbidden)|does not have a Release file|Status code: 40[34]|Curl error \(22\)|Valid metadata not found/i,
  other:
    /Failed to download metadata for repo|Cannot find a valid baseurl|Cannot prepare internal mirrorlist|All mirrors were (?:already )?tried|Failed to retrieve new repository metadata|Download \(curl\) error|Failed to fetch http/i,
} as const;

export type WhyUnreachable = keyof typeof UNREACHABLE;
type Line = RepositoryLog[number];

export type RepositoryTrouble<Why> = {
  readonly why: Why;
  /** The repository's host; null where no line names it. */
  readonly host: string | null;
  readonly key: string | null;
  readonly lines: readonly Line[];
};

const ADDRESS = /https?:\/\/(?:[^\s/@]*@)?([\w.-]+)/;
/** apt names a host without an address: "Could not resolve 'deb.debian.org'", "Could not connect to deb.debian.org:80". */
const NAMED = /(?:resolv(?:e|ing)(?: host:?)?|connect(?:ion)? to) '?([\w-]+(?:\.[\w-]+)+)/i;

const hostIn = (text: string): string | null => (ADDRESS.exec(text) ?? NAMED.exec(text))?.[1] ?? null;

/** A user name and password in an address are nobody's business. */
const bare = ({ source, text }: Line): Line => ({ source, text: text.trim().replace(/(https?:\/\/)[^\s/@]+@/g, '$1') });

/** What shows that a repository was reached after all, in a later run. */
const isAnswer = (text: string, host: string | null): boolean =>
  /^\s*(?:Metadata cache created|Complete!)/.test(text) ||
  (host !== null && /^\s*(?:Hit|Get)\s*:/i.test(text) && hostIn(text) === host);

const hostOf = (lines: readonly Line[]): string | null =>
  lines.map(({ text }) => hostIn(text)).findLast((one) => one !== null) ?? null;

function keyOf(lines: readonly Line[]): string | null {
  const named = lines.map(({ text }) => KEY.exec(text)?.groups ?? {}).map(({ key, bad, weak }) => key ?? bad ?? weak);
  return named.findLast((one) => one !== undefined) ?? null;
}

/** The last line that is one, unless a later line shows that it works by now; with up to two like it before. */
function lastTrouble<Why>(
  log: Fact<RepositoryLog>,
  whyOf: (text: string) => Why | undefined,
): RepositoryTrouble<Why> | undefined {
  const all = valueOf(log) ?? [];
  const at = all.findLastIndex(({ text }) => whyOf(text) !== undefined);
  const lines = all.slice(0, at + 1).filter(({ text }) => whyOf(text) !== undefined);
  const last = lines.at(-1);
  const why = last && whyOf(last.text);
  if (why === undefined) return undefined;
  const host = hostOf(lines);
  if (all.slice(at + 1).some(({ text }) => isAnswer(text, host))) return undefined;
  return { why, host, key: keyOf(lines), lines: lines.slice(-3).map(bare) };
}

const whyUnreachable = (text: string): WhyUnreachable | undefined => {
  if (KEY.test(text)) return undefined;
  return (Object.keys(UNREACHABLE) as WhyUnreachable[]).find((why) => UNREACHABLE[why].test(text));
};

/** A repository could not be asked; the plainest reason of those that the last lines give. */
export function unreachableRepository(log: Fact<RepositoryLog>): RepositoryTrouble<WhyUnreachable> | undefined {
  const trouble = lastTrouble(log, whyUnreachable);
  if (trouble?.why !== 'other') return trouble;
  const plainer = trouble.lines.map(({ text }) => whyUnreachable(text)).find((why) => why !== 'other');
  return { ...trouble, why: plainer ?? 'other' };
}

export type WhyKey = 'unknown' | 'bad' | 'weak' | 'twice' | 'unsigned';

function whyKey(text: string): WhyKey | undefined {
  const groups = KEY.exec(text)?.groups;
  if (groups === undefined) return undefined;
  if (/Conflicting values/i.test(text)) return 'twice';
  if (groups['weak'] !== undefined) return 'weak';
  if (groups['bad'] !== undefined) return 'bad';
  return groups['key'] !== undefined || /Public key for/i.test(text) ? 'unknown' : 'unsigned';
}

/** A repository answered, and its signature was not accepted. */
export function unacceptedKey(log: Fact<RepositoryLog>): RepositoryTrouble<WhyKey> | undefined {
  const trouble = lastTrouble(log, whyKey);
  if (trouble?.why !== 'unsigned') return trouble;
  const plainer = trouble.lines.map(({ text }) => whyKey(text)).find((why) => why !== 'unsigned');
  return { ...trouble, why: plainer ?? 'unsigned' };
}
