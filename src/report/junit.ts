/** JUnit XML: a test case for each finding id that was asked, a test suite for each family of them. */
import type { Diagnosis } from '../contract/documents/diagnosis.ts';
import type { RuleVerdict } from '../domain/finding.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { escaped } from './html/escaped.ts';
import { plainFinding } from './plain-finding.ts';
import type { ToldDiagnosis, ToldFinding } from './told-diagnosis.ts';
import { namesOf } from './unread-groups.ts';
import { visible } from './visible.ts';

type Case = {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly id: string;
  readonly body: string;
};

const everyFinding = (some: readonly ToldFinding[]): readonly ToldFinding[] =>
  some.flatMap((one) => [one, ...everyFinding(one.consequences)]);

const familyOf = (id: string): string => id.split('.')[0] ?? id;
const attribute = (text: string): string => escaped(visible(text)).replaceAll('\n', '&#10;');

/** Only an error fails a pipeline: a warning is said in the suite's output. */
function caseOf({ id, verdict }: RuleVerdict, found: ToldFinding | undefined, translate: Translate): Case {
  if (verdict.kind === 'inconclusive') {
    const list = namesOf(verdict.missing, translate);
    const message = attribute(translate(say('report.not-judged', { list })));
    return { id, outcome: 'skipped', body: `<skipped message="${message}"/>` };
  }
  if (verdict.kind === 'rule-crashed') {
    const message = attribute(translate(say('report.stumbled', { message: verdict.message })));
    return { id, outcome: 'error', body: `<error type="rule-crashed" message="${message}"/>` };
  }
  if (found?.severity !== 'error') return { id, outcome: 'passed', body: '' };
  const body = `<failure type="${attribute(id)}" message="${attribute(found.title)}">${escaped(visible(plainFinding(found)))}</failure>`;
  return { id, outcome: 'failure', body };
}

const caseXml = ({ id, body }: Case): string =>
  `    <testcase classname="gpu-guest.${attribute(familyOf(id))}" name="${attribute(id)}" time="0"${body === '' ? '/>' : `>${body}</testcase>`}`;

const property = (name: string, value: string): string =>
  `      <property name="${attribute(name)}" value="${attribute(value)}"/>`;

/** Ant's schema allows no time zone there. */
const stamp = (made: string): string => made.slice(0, '2026-11-22T09:00:00'.length);

export type Asked = {
  readonly verdicts: readonly RuleVerdict[];
  readonly document: Diagnosis;
  /** When the rules were asked, ISO 8601 in UTC. */
  readonly made: string;
  readonly told: ToldDiagnosis;
};

function suiteXml(family: string, place: number, asked: Asked, translate: Translate): string {
  const { document, verdicts, told, made } = asked;
  const findings = everyFinding([...told.causes, ...told.notes]).filter(({ id }) => familyOf(id) === family);
  const cases = verdicts
    .filter(({ id }) => familyOf(id) === family)
    .map((one) =>
      caseOf(
        one,
        findings.find(({ id }) => id === one.id),
        translate,
      ),
    );
  const count = (outcome: Case['outcome']): string => String(cases.filter((one) => one.outcome === outcome).length);
  const milder = findings.filter(({ severity }) => severity !== 'error');
  const counts = `tests="${String(cases.length)}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const ofAll = [
    property('verdict', document.verdict),
    ...(told.cause === null ? [] : [property('cause', told.cause)]),
    ...(told.unread === null ? [] : [property('unread', told.unread)]),
    property('withheld', translate(say('report.withheld'))),
  ];
  // What holds for all is said once, in the first suite: Ant's schema has no place for it but a suite.
  const properties = [
    ...(place === 0 ? ofAll : []),
    ...milder.map(({ id, severity, title }) => property(`${severity}.${id}`, title)),
  ];
  return [
    `  <testsuite name="gpu-guest.${attribute(family)}" package="gpu-guest" id="${String(place)}" hostname="localhost" timestamp="${stamp(made)}" ${counts} time="0">`,
    properties.length === 0 ? '    <properties/>' : `    <properties>\n${properties.join('\n')}\n    </properties>`,
    ...cases.map(caseXml),
    `    <system-out>${escaped(visible(milder.map(plainFinding).join('\n')))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ].join('\n');
}

/** After the schemas of Ant's and of Jenkins's JUnit reports, so that both kinds of readers take it. Valid XML 1.0 whatever was seen. */
export function junitXml(asked: Asked, translate: Translate): string {
  const families = [...new Set(asked.verdicts.map(({ id }) => familyOf(id)))];
  const suites = families.map((family, place) => suiteXml(family, place, asked, translate));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}
