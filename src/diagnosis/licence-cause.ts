/** Why there is no licence, or what threatens the one there is: one sentence for the top of a page. */
import type { Finding } from '../domain/finding.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { CAUSES_OF_NO_LICENCE } from './licence-causes.ts';

/** The findings that have a sentence of their own, and of which of their details there is a more precise one. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'license.service-missing': [],
  'license.service-failed': [],
  'license.token-missing': [],
  'license.token-permissions': [],
  'license.token-invalid': [],
  'license.token-expired': [],
  'license.token-not-yet-valid': [],
  'license.clock-skew': ['behind', 'ahead'],
  'license.feature-type-invalid': [],
  'license.no-entitlement': [],
  'license.legacy-server-config': [],
  'license.server-certificate': ['expired', 'other-name', 'intercepted'],
  'license.server-unreachable': [
    'no-such-name',
    'no-name-server',
    'refused',
    'timed-out',
    'no-route',
    'silent',
    'not-tls',
    'broken',
    'proxy',
    'now',
  ],
};

const CAUSES: readonly string[] = CAUSES_OF_NO_LICENCE;

const SERVICES: readonly string[] = ['license.service-missing', 'license.service-failed'];

const UNLICENSED: readonly string[] = ['license.unlicensed-restricted', 'license.unlicensed'];

const WHILE_LICENSED: readonly string[] = [
  'license.product-mismatch',
  'license.server-unreachable',
  'license.service-failed',
  'license.expiring',
];

/** `2026-02-01T00:00:00Z` → `2026-02-01 00:00 UTC`. */
const readable = (value: string | number | Message): string | number | Message =>
  typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*Z$/, '$1 $2 UTC') : value;

const told = (key: string, { detail }: Finding): Message => ({
  key,
  values: Object.fromEntries(Object.entries(detail.values ?? {}).map(([hole, value]) => [hole, readable(value)])),
});

function sentence(cause: Finding): Message {
  const { id, detail, title } = cause;
  const variants = SENTENCES[id];
  if (variants === undefined) return { key: 'cause.other', values: { title } };
  // Only the service's log says so: it names no date.
  if (detail.values?.['until'] === '?') return say('cause.license.token-expired.undated');
  // A service of another name has a title of its own.
  if (SERVICES.includes(id) && title.key.endsWith('.windows')) return { key: `cause.${id}.windows` };
  const variant = detail.key.replace(`finding.${id}.detail.`, '');
  return told(`cause.${id}${variants.includes(variant) ? `.${variant}` : ''}`, cause);
}

/** The end of the chain of causes; a ring ends where it began. */
function rootOf(finding: Finding, all: readonly Finding[], passed: ReadonlySet<string> = new Set()): Finding {
  const cause = all.find(({ id }) => id === finding.becauseOf);
  return cause === undefined || passed.has(cause.id) ? finding : rootOf(cause, all, new Set([...passed, finding.id]));
}

/** Null where nothing is wrong with the licence. */
export function licenceCause(findings: readonly Finding[]): Message | null {
  const without = findings.find(({ id }) => UNLICENSED.includes(id));
  if (without !== undefined) {
    const root = rootOf(without, findings);
    return UNLICENSED.includes(root.id) ? say('cause.unknown') : sentence(root);
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  // A log alone may name the cause where nothing shows the state itself; without a driver nothing is asked for at all.
  const refused = errors.find(({ id }) => id in SENTENCES);
  if (refused !== undefined) return sentence(rootOf(errors.find(({ id }) => CAUSES.includes(id)) ?? refused, findings));
  const threat = findings.find(({ id, detail }) => WHILE_LICENSED.includes(id) && !detail.key.endsWith('.now'));
  return threat === undefined ? null : told(`cause.licensed.${threat.id}`, threat);
}
