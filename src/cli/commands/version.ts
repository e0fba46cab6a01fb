import type { VersionDocument } from '../../contract/documents/version.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { programVersion } from '../program-version.ts';

export function version(call: Call): ExitCode {
  const document: VersionDocument = { schema: 'gpu-guest/version@1', version: programVersion };
  if (call.json) printJson(call, document);
  else call.terminal.out(`gpu-guest ${programVersion}\n`);
  return EXIT.done;
}
