import type { MachineIdentity } from '../../../probes/machine-identity.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** Paths only: an identity is not shown. */
const places = ({ machineId, hostKeys, leaseFiles }: MachineIdentity): readonly string[] => [
  ...(machineId === 'set' ? ['/etc/machine-id'] : []),
  ...hostKeys,
  ...leaseFiles,
];

export const imageMachineIdentity = defineRule({
  id: 'image.machine-identity',
  needs: ['image', 'machineIdentity'],
  judge({ image, machineIdentity }) {
    if (image === 'guest') return notApplicable('nothing is cloned of it');
    const found = places(machineIdentity);
    if (found.length === 0) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.image.machine-identity.detail', { paths: found.slice(0, 3).join(', ') }),
      evidence: found.slice(0, 8).map((path) => seen('image', path)),
      fix: {
        by: 'guest',
        steps: [
          say('finding.image.machine-identity.fix.1'),
          ...(machineIdentity.hostKeys.length > 0 ? [say('finding.image.machine-identity.fix.keys')] : []),
          ...(machineIdentity.leaseFiles.length > 0 ? [say('finding.image.machine-identity.fix.lease')] : []),
        ],
      },
    });
  },
});
