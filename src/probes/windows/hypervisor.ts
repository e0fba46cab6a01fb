import { notInSource } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { makerOf } from '../hypervisor-traces.ts';
import { ASK_SYSTEM, windowsSystemIn, type WindowsSystem } from './system-records.ts';

/** By maker and model of the machine, and by Windows's own word. Neither says what the CPUID leaves show. */
export async function hypervisorOfWindows(machine: Observer): Promise<Hypervisor> {
  const { maker, model, hypervisor } = windowsSystemIn((await machine.run(ASK_SYSTEM)).stdout);
  const name = makerOf({ sysVendor: maker ?? '', productName: model ?? '', biosVendor: '' });
  if (name === null && hypervisor === null) throw notInSource('HyperVisorPresent');
  const present = name !== null || hypervisor === true;
  return {
    present,
    name,
    signatures: [],
    idHidden: present ? null : false,
    evidence: evidenceOf({ maker, model, hypervisor }),
  };
}

const evidenceOf = ({
  maker,
  model,
  hypervisor,
}: Pick<WindowsSystem, 'maker' | 'model' | 'hypervisor'>): Hypervisor['evidence'] =>
  [
    [maker, model].filter((word) => word !== null).join(' '),
    hypervisor === null ? '' : `HyperVisorPresent: ${String(hypervisor)}`,
  ]
    .filter((text) => text !== '')
    .map((text) => ({ source: 'Get-ComputerInfo', text }));
