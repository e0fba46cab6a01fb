import { lookAtLicence } from '../../engine/look-at-licence.ts';
import { refuse } from '../../domain/fault.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { licenceExit } from '../licence-exit.ts';
import type { OptionName } from '../options.ts';
import { openSource } from '../source.ts';
import { simulatedBanner } from '../texts/sheet.ts';

const CONTRADICTIONS: readonly (readonly [OptionName, OptionName])[] = [
  ['prometheus', 'json'],
  ['prometheus', 'watch'],
  ['watch', 'json'],
  ['watch', 'quiet'],
  // Nothing runs in a guest that is only mounted.
  ['prometheus', 'root'],
  ['watch', 'root'],
];
const COMPANIONS: readonly (readonly [OptionName, OptionName])[] = [
  ['output', 'prometheus'],
  ['interval', 'watch'],
];

function checkTogether({ options }: Call): void {
  for (const [one, other] of CONTRADICTIONS) {
    if (options[one] !== undefined && options[other] !== undefined)
      throw refuse('bad-request', say('cli.license.contradict', { one: `--${one}`, other: `--${other}` }));
  }
  for (const [option, other] of COMPANIONS) {
    if (options[option] !== undefined && options[other] === undefined)
      throw refuse('bad-request', say('cli.license.goes-with', { option: `--${option}`, other: `--${other}` }));
  }
}

/**
 * Licence state, its cause, token, service and servers; `--quiet`: state and cause alone, at once, for a gate that other services wait
 * at: the licence servers are not asked.
 */
export async function license(call: Call): Promise<ExitCode> {
  checkTogether(call);
  const source = await openSource(call.arguments[0], call);
  if (call.options.prometheus === true) return (await import('./license-prometheus.ts')).licensePrometheus(call, source);
  if (call.options.watch === true) return (await import('./license-watch.ts')).licenseWatch(call, source);
  const isBrief = call.options.quiet === true;
  const seen = await lookAtLicence(source.machine, isBrief);
  const document = licenseDocument(seen, call.translate);
  if (call.json) printJson(call, document);
  else {
    const { briefLicenseText, licenseText } = await import('../texts/license-text.ts');
    const banner = simulatedBanner(source.kind === 'simulated' && !isBrief, call);
    call.terminal.out(`${banner}${(isBrief ? briefLicenseText : licenseText)(document, seen.facts, call)}`);
  }
  return licenceExit(document);
}
