import type { LicenseDocument } from '../../contract/documents/license.ts';
import type { Facts } from '../../probes/facts.ts';
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

/** The cause first; then the state of each GPU; then what stands behind it. */
export function licenseText(document: LicenseDocument, facts: Facts, call: Call): string {
  const { paint, columns } = call.terminal;
  const cause = document.cause === null ? '' : `${paint('bold', indented(document.cause, 0, columns))}\n\n`;
  const rows = sheet(
    [...tokenRows(document, call), ...serviceRows(document, call), ...serverRows(document, facts, call)],
    call,
  );
  return `${cause}${gpuLines(document, facts, call)}${rows === '' ? '' : `\n${rows}`}`;
}
