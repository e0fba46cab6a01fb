import type { LicenseDocument } from '../../contract/documents/license.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';

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

export const licenseText = (document: LicenseDocument, call: Call): string =>
  document.gpus.length === 0
    ? `${call.translate(say('cli.license.none'))}\n`
    : document.gpus.map((entry) => line(entry, call)).join('');
