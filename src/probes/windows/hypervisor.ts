import { notInSource } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { makerOf } from '../hypervisor-traces.ts';
import { machineOfWindows, type WindowsMachine } from './ask-system.ts';

/** By maker and model of the machine, and by Windows's own word. Neither says what the CPUID leaves show. */
export async function hypervisorOfWindows(machine: Observer): Promise<Hypervisor> {
  const told = await machineOfWindows(machine);
  const name = makerOf(told);
  if (name === null && told.hypervisor === null) throw notInSource('HyperVisorPresent');
  const present = name !== null || told.hypervisor === true;
  return {
    present,
    name,
    signatures: [],
    idHidden: present ? null : false,
    evidence: evidenceOf(told),
  };
}

const evidenceOf = ({ sysVendor, productName, hypervisor }: WindowsMachine): Hypervisor['evidence'] =>
  [
    [sysVendor, productName].filter((text) => text !== '').join(' '),
    hypervisor === null ? '' : `HyperVisorPresent: ${String(hypervisor)}`,
  ]
    .filter((text) => text !== '')
    .map((text) => ({ source: 'Win32_ComputerSystem', text }));
