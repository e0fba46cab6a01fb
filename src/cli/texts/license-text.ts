import type { LicenseDocument } from '../../contract/documents/license.ts';
import type { Facts } from '../../probes/facts.ts';
import type { LicenceSeen } from '../../report/license-document.ts';
import { readableTime } from '../../report/readable-time.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { serverRows } from './license-servers-text.ts';
import { label, sheet, type Row } from './sheet.ts';

type Entry = LicenseDocument['gpus'][number];

/** One line a GPU: state, product, expiry. */
function line(entry: Entry, { translate, terminal }: Call): string {
  const state = translate(say(`cli.license.state.${entry.state}`));
  const colour = entry.state === 'licensed' ? 'green' : entry.state === 'not-applicable' ? 'dim' : 'red';
  const expiry =
    entry.expiry === null
      ? null
      : entry.expiry === 'permanent'
        ? translate(say('cli.license.permanent'))
        : translate(say('cli.license.until', { time: entry.expiry }));
  return `${[entry.address, terminal.paint(colour, state), entry.product, expiry].filter((part) => part !== null).join(' · ')}\n`;
}

function gpuLines({ gpus }: LicenseDocument, { nvidiaSmi }: Facts, call: Call): string {
  if (!nvidiaSmi.known)
    return `${call.translate(say('cli.license.unread', { why: ignoranceSaid(nvidiaSmi.ignorance) }))}\n`;
  return gpus.length === 0
    ? `${call.translate(say('cli.license.none'))}\n`
    : gpus.map((entry) => line(entry, call)).join('');
}

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Name, and what is to be known of it; never what is in it. */
function tokenRows({ tokens }: LicenseDocument, call: Call): readonly Row[] {
  const name = label(call, 'cli.license.token');
  if (tokens === null) return [];
  if (tokens.length === 0) return [[name, call.translate(say('cli.license.token-none'))]];
  return tokens.map(({ file, why, expiresAt }, index) => {
    const state = why ?? call.translate(say('cli.license.until', { time: expiresAt ?? '?' }));
    return [index === 0 ? name : '', `${fileName(file)} · ${state}`];
  });
}

function serviceRows({ service, featureType }: LicenseDocument, call: Call): readonly Row[] {
  return [
    ...(service.state === null
      ? []
      : [[label(call, 'cli.license.service'), `${service.name} · ${service.state}`] as const]),
    ...(featureType === null ? [] : [['FeatureType', String(featureType)] as const]),
  ];
}

/** One line a GPU, the cause, the service: what a log is told of when it changes. */
export const licenceLines = (document: LicenseDocument, facts: Facts, call: Call): readonly string[] => [
  ...gpuLines(document, facts, call).trimEnd().split('\n'),
  ...(document.cause === null ? [] : [document.cause]),
  ...(document.service.state === null ? [] : [`${document.service.name} · ${document.service.state}`]),
];

function causeText({ cause }: LicenseDocument, { terminal: { paint, columns } }: Call): string {
  return cause === null ? '' : `${paint('bold', indented(cause, 0, columns))}\n`;
}

/** State and cause alone. */
export const briefLicenseText = (document: LicenseDocument, facts: Facts, call: Call): string =>
  `${gpuLines(document, facts, call)}${causeText(document, call)}`;

function pageText(document: LicenseDocument, facts: Facts, servers: readonly Row[], call: Call): string {
  const cause = causeText(document, call);
  const rows = sheet([...tokenRows(document, call), ...serviceRows(document, call), ...servers], call);
  return `${cause === '' ? '' : `${cause}\n`}${gpuLines(document, facts, call)}${rows === '' ? '' : `\n${rows}`}`;
}

/** The cause first; then the state of each GPU; then what stands behind it. */
export const licenseText = (document: LicenseDocument, facts: Facts, call: Call): string =>
  pageText(document, facts, serverRows(document, facts, call), call);

/** The same without the servers, which a watch does not ask; below it, when this was. */
export function watchedLicenseText(document: LicenseDocument, { facts, now }: LicenceSeen, seconds: number, call: Call): string {
  const { terminal, translate } = call;
  const footer = translate(say('cli.license.watched', { time: readableTime(now ?? '?'), seconds }));
  return `${pageText(document, facts, [], call)}\n${terminal.paint('dim', indented(footer, 0, terminal.columns))}\n`;
}
