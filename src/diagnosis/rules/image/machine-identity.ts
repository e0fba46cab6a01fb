import type { MachineIdentity } from '../../../probes/machine-identity.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** Paths only: an identity is not shown. */
const identityIn = ({ machineId, hostKeys, leaseFiles }: MachineIdentity): readonly string[] => [
  ...(machineId === 'set' ? ['/etc/machine-id'] : []),
  ...hostKeys,
  ...leaseFiles,
];

const shown = (paths: readonly string[]): string => paths.slice(0, 3).join(', ');

export const imageMachineIdentity = defineRule({
  id: 'image.machine-identity',
  needs: ['image', 'machineIdentity'],
  judge({ image, machineIdentity }) {
    if (image === 'guest') return notApplicable('nothing is cloned of it');
    const { hostKeys, leaseFiles, cardSettings } = machineIdentity;
    const identity = identityIn(machineIdentity);
    const found = [...identity, ...cardSettings];
    if (found.length === 0) return healthy;
    return problem({
      severity: 'warning',
      detail:
        identity.length === 0
          ? say('finding.image.machine-identity.detail.cards', { paths: shown(cardSettings) })
          : say('finding.image.machine-identity.detail', { paths: shown(identity) }),
      evidence: found.slice(0, 8).map((path) => seen('image', path)),
      fix: {
        by: 'guest',
        steps: [
          ...(identity.length > 0 ? [say('finding.image.machine-identity.fix.1')] : []),
          ...(hostKeys.length > 0 ? [say('finding.image.machine-identity.fix.keys')] : []),
          ...(leaseFiles.length > 0 ? [say('finding.image.machine-identity.fix.lease')] : []),
          ...(cardSettings.length > 0 ? [say('finding.image.machine-identity.fix.cards', { paths: cardSettings.join(' ') })] : []),
        ],
      },
    });
  },
});
