import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { unreachableRepository } from '../../repository-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

export const packagesUnreachable = defineRule({
  id: 'packages.unreachable',
  needs: [],
  wants: ['repositoryLog'],
  judge(facts) {
    const trouble = unreachableRepository(facts.repositoryLog);
    if (trouble === undefined) return healthyIfKnown(facts);
    const host = trouble.host ?? '<host>';
    return problem({
      severity: 'error',
      detail: say('finding.packages.unreachable.detail', {
        host: trouble.host ?? say('finding.packages.a-repository'),
        why: say(`finding.packages.unreachable.why.${trouble.why}`),
      }),
      evidence: trouble.lines.map(({ source, text }) => seen(source, text)),
      fix: {
        by: 'guest',
        steps: [
          say(`finding.packages.unreachable.fix.${trouble.why}`, { host }),
          say('finding.packages.unreachable.fix.again'),
          say('finding.packages.unreachable.fix.offline'),
        ],
      },
      // Certificates and signatures carry dates.
      becauseOf: trouble.why === 'certificate' || trouble.why === 'clock' ? ['license.clock-skew'] : [],
    });
  },
});
