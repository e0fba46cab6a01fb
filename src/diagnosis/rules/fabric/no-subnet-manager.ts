import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { FabricManager } from '../../../probes/fabric-manager.ts';
import type { SubnetManager } from '../../../probes/subnet-manager.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

type Lacking = { readonly program: boolean; readonly module: boolean; readonly evidence: readonly Evidence[] };

/** By what is there where that is known: it may have been mended since the fabric manager complained. */
function lackingIn(subnet: Fact<SubnetManager>, manager: Fact<FabricManager>): Lacking {
  const there = valueOf(subnet);
  const said = valueOf(manager)?.lacks;
  const evidence = said === undefined ? [] : [seen('journal nvidia-fabricmanager', said.line)];
  if (there !== undefined && there.bridges.length > 0) {
    const bridges = there.bridges.map((address) => seen('PCI', `${address} SW_MNG`));
    return { program: !there.installed, module: !there.umad, evidence: [...bridges, ...evidence] };
  }
  return { program: said?.what === 'nvlsm', module: said?.what === 'ib_umad', evidence };
}

const stepsFor = ({ program, module }: Lacking): readonly Message[] => [
  ...(program ? [say('finding.fabric.no-subnet-manager.fix.program')] : []),
  ...(module ? [say('finding.fabric.no-subnet-manager.fix.module')] : []),
  say('finding.fabric.no-subnet-manager.fix.restart'),
  say('finding.multi-gpu.fix.fabric'),
];

/** HGX B200 and later: the fabric manager does not start without the NVLink Subnet Manager (Fabric Manager User Guide). */
export const fabricNoSubnetManager = defineRule({
  id: 'fabric.no-subnet-manager',
  needs: [],
  wants: ['subnetManager', 'fabricManager'],
  judge({ subnetManager, fabricManager }) {
    const lacking = lackingIn(subnetManager, fabricManager);
    if (!lacking.program && !lacking.module) return healthyIfKnown({ fabricManager, subnetManager });
    return problem({
      severity: 'error',
      detail: lacking.program ? say('finding.fabric.no-subnet-manager.detail') : say('finding.fabric.no-subnet-manager.detail.module'),
      evidence: lacking.evidence,
      fix: { by: 'guest', steps: stepsFor(lacking) },
    });
  },
});
