import { identify } from '../choice/identify.ts';
import { rules } from '../diagnosis/index.ts';
import { CAUSES_OF_NO_LICENCE } from '../diagnosis/licence-causes.ts';
import type { Rule } from '../diagnosis/rule.ts';
import type { Observer } from '../domain/machine.ts';
import type { FactKey } from '../probes/facts.ts';
import type { LicenceSeen } from '../report/license-document.ts';
import { diagnose } from './diagnose.ts';
import { examine } from './examine.ts';
import { NEAR_FACTS } from './near-facts.ts';
import { timeOf } from './time-of.ts';

const ASKED: readonly Rule[] = (rules as readonly Rule[]).filter(
  ({ id }) => id.startsWith('license.') || (CAUSES_OF_NO_LICENCE as readonly string[]).includes(id),
);

/** What decides about a licence, and what tells which GPUs there are. */
const LICENCE_FACTS: readonly FactKey[] = [
  ...new Set<FactKey>([
    ...ASKED.flatMap(({ needs, wants = [] }) => [...needs, ...wants]),
    'displays',
    'hypervisor',
    'nvidiaSmi',
    'griddConfig',
    'griddService',
    'tokens',
    'licenceServers',
  ]),
];

/** The licence, and all that stands in its way. Knocks at the licence servers unless `isNear`; changes nothing. */
export async function lookAtLicence(machine: Observer, isNear = false): Promise<LicenceSeen> {
  const facts = await examine(machine, isNear ? LICENCE_FACTS.filter((key) => NEAR_FACTS.includes(key)) : LICENCE_FACTS);
  const { gpus } = identify(facts.displays, facts.nvidiaSmi, facts.hypervisor);
  const now = timeOf(machine);
  const { findings } = diagnose(facts, gpus, now ?? '', {
    origin: machine.origin.kind,
    platform: machine.platform,
    rules: ASKED,
  });
  return { facts, findings, now };
}
