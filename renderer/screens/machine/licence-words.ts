import type { LicenseDocument } from '../../../src/contract/documents/license.ts';
import type { Seen } from '../../../src/contract/questions.ts';
import { readableTime } from '../../stores/readable-time.ts';
import type { Say } from '../../words.ts';

type State = LicenseDocument['gpus'][number];

function stateWords({ state, product, expiry }: State, lang: string, say: Say): string {
  if (state !== 'licensed') return say(`wizard.licence.${state}`);
  if (product === null) return say('wizard.licence.licensed-plain');
  if (expiry === null || expiry === 'permanent') return say('wizard.licence.licensed', { product });
  return say('wizard.licence.licensed-until', { product, time: readableTime(expiry, lang) });
}

/** Without a driver nobody can have asked for a licence; with one, silence is not an answer. */
export function licenceWords({ detection, diagnosis, license }: Seen, lang: string, say: Say): { readonly value: string; readonly more?: string | undefined } {
  const states = [...new Set(license.gpus.map((gpu) => stateWords(gpu, lang, say)))];
  const more = license.cause ?? undefined;
  if (states.length > 0) return { value: states.join(say('wizard.comma')), more };
  if (diagnosis.findings.some(({ id }) => id === 'license.not-required')) return { value: say('wizard.licence.not-applicable') };
  return detection.driver.installed === null ? { value: say('wizard.licence.no-driver') } : { value: say('wizard.licence.unknown'), more };
}
