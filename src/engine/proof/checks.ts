/** The lines that a proof adds to the checks of `verify`. */
import type { Check } from '../../diagnosis/checks/index.ts';
import { say } from '../../words/say.ts';
import type { Part, Proof } from './part.ts';

const checkOf = ({ id, gpu, outcome, message, evidence }: Part): Check => ({
  id: `work.${id}.${gpu ?? '*'}`,
  ok: outcome === 'passed',
  expected: say('proof.expected'),
  found: message,
  evidence,
});

/** What was skipped is neither right nor wrong; but a proof for which nothing could be tried is none. */
export function proofChecks({ parts }: Proof, simulated: boolean): readonly Check[] {
  const tried = parts.filter(({ outcome }) => outcome !== 'skipped');
  if (tried.length > 0 || simulated) return tried.map(checkOf);
  const [first] = parts;
  const found = first === undefined ? say('check.unknown') : say('proof.nothing-tried', { why: first.message });
  return [{ id: 'work', ok: false, expected: say('proof.expected.any'), found, evidence: first?.evidence ?? null }];
}
