import { DETECT_FACTS, survey } from '../../engine/survey.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { profileOf } from '../profile-option.ts';
import { openSource } from '../source.ts';

/** Exits 0 whatever it finds: it only looks. */
export async function detect(call: Call): Promise<ExitCode> {
  const { machine } = await openSource(call.arguments[0]);
  const profile = await profileOf(call, machine);
  const seen = await survey(machine, profile, { facts: DETECT_FACTS, hashMedia: false });
  const document = detectionDocument(seen, call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/detection-text.ts')).detectionText(document, call));
  return EXIT.done;
}
