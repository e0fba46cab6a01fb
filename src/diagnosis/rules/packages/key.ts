import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { unacceptedKey } from '../../repository-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** The key that signed NVIDIA's repositories until April 2022; its successor is 3BF863CC. */
const WITHDRAWN = /7FA2AF80$/;

export const packagesKey = defineRule({
  id: 'packages.key',
  needs: [],
  wants: ['repositoryLog'],
  judge(facts) {
    const trouble = unacceptedKey(facts.repositoryLog);
    if (trouble === undefined) return healthyIfKnown(facts);
    const key = trouble.key?.replaceAll(' ', '') ?? '';
    const why = WITHDRAWN.test(key) ? 'withdrawn' : trouble.why;
    const host = trouble.host ?? '?';
    const isNvidia = host.endsWith('nvidia.com') || /3BF863CC$|7FA2AF80$/.test(key);
    return problem({
      severity: 'error',
      detail: say('finding.packages.key.detail', { host, why: say(`finding.packages.key.why.${why}`, { key }) }),
      evidence: trouble.lines.map(({ source, text }) => seen(source, text)),
      fix: {
        by: 'guest',
        steps: [
          ...(trouble.why === 'twice' || trouble.why === 'weak'
            ? [say(`finding.packages.key.fix.${trouble.why}`)]
            : []),
          ...(isNvidia && trouble.why !== 'weak' ? [say('finding.packages.key.fix.nvidia')] : []),
          ...(isNvidia || trouble.why === 'twice' ? [] : [say('finding.packages.key.fix.other', { host })]),
          say('finding.packages.unreachable.fix.again'),
        ],
      },
      becauseOf: ['packages.unreachable'],
    });
  },
});
