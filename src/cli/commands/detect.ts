import { detectFacts } from '../../engine/survey.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { look } from '../look.ts';
import { openSource } from '../source.ts';

/** Exits 0 whatever it finds: it only looks. Media are read only where they are named: large files take their time. */
export async function detect(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0], call);
  const skipMedia = source.kind === 'live' && call.options.media === undefined && call.options.profile === undefined;
  const seen = await look(call, source, { keys: detectFacts(source.machine), skipMedia });
  const document = detectionDocument(seen, call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/detection-text.ts')).detectionText(document, call));
  return EXIT.done;
}
