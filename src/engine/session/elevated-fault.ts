import { FaultDocument } from '../../contract/documents/run.ts';
import { refuse, type Fault, type FaultError } from '../../domain/fault.ts';
import type { Message } from '../../domain/message.ts';
import { say } from '../../words/say.ts';

/** What the elevated program said when it ended. */
export type ElevatedEnd = {
  readonly exitCode: number;
  /** Its standard output, where that was no line of a run. */
  readonly output: string;
  /** What it wrote for a person. */
  readonly said: string;
};

/**
 * Exit codes of the contract, section 1; 126 and 127 are those of pkexec: not authorised, or nobody was there to ask. 1223 is Windows's
 * own (ERROR_CANCELLED): its question was not answered with yes, or a policy forbids to ask it.
 */
const CODES: Readonly<Record<number, Fault['code']>> = {
  1: 'nothing-fits',
  2: 'bad-request',
  4: 'needs-admin',
  5: 'cancelled',
  10: 'unfinished-run',
  11: 'busy',
  126: 'needs-admin',
  127: 'needs-admin',
  1223: 'needs-admin',
};

function documentIn(output: string): FaultDocument | undefined {
  try {
    return FaultDocument.safeParse(JSON.parse(output)).data;
  } catch {
    // Expected: something else than our program answered.
    return undefined;
  }
}

const sentenceOf = (said: string, exitCode: number): Message => {
  if (said !== '') return say('session.said', { said });
  return exitCode < 0 ? say('session.killed') : say('session.ended', { exitCode });
};

/** Why the elevated program did not begin, in its own words. */
export function faultOfEnd({ exitCode, output, said }: ElevatedEnd): FaultError {
  if (exitCode === 126 || exitCode === 127) return refuse('needs-admin', say('session.not-authorised', { said: said.trim() }));
  if (exitCode === 1223) return refuse('needs-admin', say('session.uac-refused'));
  const told = documentIn(output);
  // A code that only a newer program knows is a failure here.
  const code = (told?.code ?? CODES[exitCode] ?? 'failed') as Fault['code'];
  return refuse(code, sentenceOf(told?.message ?? said.trim().replace(/^gpu-guest: /, ''), exitCode));
}
