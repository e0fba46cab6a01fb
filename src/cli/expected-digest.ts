import { refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';

const DIGEST = /^[0-9a-f]{64}$/;

/** What --expect says; undefined: it was not given. */
export function expectedDigest(call: Call): string | undefined {
  const word = textOption(call, 'expect');
  if (word !== undefined && !DIGEST.test(word)) throw refuse('bad-request', say('cli.apply.no-digest', { word }));
  return word;
}
