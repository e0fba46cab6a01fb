import { FIRST_GEFORCE_IN_GUESTS } from '../../../catalog/windows-drivers.ts';
import type { Problem } from '../../../domain/finding.ts';
import type { Hypervisor } from '../../../probes/hypervisor.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import { displayLines, minds, nvidiaDisplays, windowsName } from '../../windows-display.ts';

type Found = Pick<Problem, 'severity' | 'detail' | 'evidence' | 'fix'>;

const ID = 'finding.hypervisor.id-visible';

/** No driver minds: worth knowing, for whoever was told to hide it. */
const harmless = (name: string): Pick<Found, 'severity' | 'detail' | 'fix'> => ({
  severity: 'info',
  detail: say(`${ID}.detail`, { name }),
  fix: { by: 'host-admin', steps: [say(`${ID}.fix.1`), say(`${ID}.fix.useless`)] },
});

const breaking = (name: string, gpu: string, driver: string): Pick<Found, 'severity' | 'detail' | 'fix'> => ({
  severity: 'error',
  detail: say(`${ID}.detail.geforce`, { name, gpu, driver, first: FIRST_GEFORCE_IN_GUESTS }),
  fix: {
    by: 'host-admin',
    steps: [
      say(`${ID}.fix.driver`, { first: FIRST_GEFORCE_IN_GUESTS }),
      say(`${ID}.fix.host`),
      say(`${ID}.fix.useless`),
    ],
  },
});

const nameOf = ({ name, signatures }: Hypervisor): string => name ?? signatures.at(-1) ?? '?';

const lines = ({ evidence, signatures }: Hypervisor): Found['evidence'] =>
  evidence.length > 0 ? evidence : signatures.map((signature) => seen('CPUID', signature));

export const hypervisorIdVisible = defineRule({
  id: 'hypervisor.id-visible',
  needs: ['hypervisor'],
  wants: ['windowsDisplays'],
  judge({ hypervisor, windowsDisplays }) {
    const { present, idHidden } = hypervisor;
    if (!present) return notApplicable('no hypervisor');
    if (idHidden === true) return healthy;
    const card = nvidiaDisplays(windowsDisplays).find(minds);
    // Windows shows no CPUID leaves: that the old driver has stopped is how they are seen there.
    if (card !== undefined && (idHidden === false || card.problem === 43))
      return problem({
        ...breaking(nameOf(hypervisor), windowsName(card), card.driverVersion ?? '?'),
        evidence: [...lines(hypervisor), ...displayLines(card)],
      });
    if (idHidden === null) return { kind: 'inconclusive', missing: ['hypervisor'] };
    return problem({ ...harmless(nameOf(hypervisor)), evidence: lines(hypervisor) });
  },
});
