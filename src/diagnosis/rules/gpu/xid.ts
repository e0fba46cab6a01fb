import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog } from '../../evidence.ts';
import { latestKernelMessages } from '../../kernel-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';
import { topicOf } from '../../xid.ts';

export const gpuXid = defineRule({
  id: 'gpu.xid',
  needs: [],
  wants: ['kernelLog'],
  judge(facts) {
    const xids = latestKernelMessages(valueOf(facts.kernelLog) ?? []).filter(({ kind }) => kind === 'xid');
    const last = xids.at(-1);
    if (last === undefined) return healthyIfKnown(facts);
    const xid = Number(last.said['xid']);
    const topic = topicOf(xid);
    return problem({
      severity: 'warning',
      detail: say('finding.gpu.xid.detail', {
        xid,
        address: last.said['address'] ?? 'PCI',
        count: xids.length,
        meaning: say(`finding.gpu.xid.${topic}`),
      }),
      evidence: xids.slice(-3).flatMap(fromKernelLog),
      fix:
        topic === 'program'
          ? { by: 'guest', steps: [say('finding.gpu.xid.fix.program')] }
          : { by: 'host-admin', steps: [say('finding.gpu.xid.fix.1', { xid })] },
      becauseOf: ['gpu.fallen-off-bus'],
    });
  },
});
