import type { Message } from '../../../domain/message.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { unacceptedKey, type WhyKey } from '../../repository-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** The key that signed NVIDIA's repositories until April 2022; its successor is 3BF863CC. */
const WITHDRAWN = '7FA2AF80';
const PRESENT = '3BF863CC';

const endsWithOne = (key: string, ...ends: readonly string[]): boolean => ends.some((end) => key.endsWith(end));

/** What mends it depends on whose repository it is. */
function stepsFor(why: WhyKey, host: string, key: string): readonly Message[] {
  if (why === 'weak') return [say('finding.packages.key.fix.weak')];
  if (why === 'twice') return [say('finding.packages.key.fix.twice')];
  return host.endsWith('nvidia.com') || endsWithOne(key, PRESENT, WITHDRAWN)
    ? [say('finding.packages.key.fix.nvidia')]
    : [say('finding.packages.key.fix.other', { host })];
}

export const packagesKey = defineRule({
  id: 'packages.key',
  needs: [],
  wants: ['repositoryLog'],
  judge(facts) {
    const trouble = unacceptedKey(facts.repositoryLog);
    if (trouble === undefined) return healthyIfKnown(facts);
    const key = trouble.key?.replaceAll(' ', '') ?? '';
    const why = endsWithOne(key, WITHDRAWN) ? 'withdrawn' : trouble.why;
    const host = trouble.host ?? '<host>';
    const named = trouble.host ?? say('finding.packages.a-repository');
    return problem({
      severity: 'error',
      detail: say('finding.packages.key.detail', { host: named, why: say(`finding.packages.key.why.${why}`, { key }) }),
      evidence: trouble.lines.map(({ source, text }) => seen(source, text)),
      fix: {
        by: 'guest',
        steps: [...stepsFor(trouble.why, host, key), say('finding.packages.unreachable.fix.again')],
      },
      becauseOf: ['packages.unreachable'],
    });
  },
});
