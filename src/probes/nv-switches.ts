import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/**
 * PCI addresses of the NVSwitches that were handed to this guest. They are NVIDIA's bridges of class 0680 ("Bridge: NVIDIA Corporation
 * GH100 [H100 NVSwitch]" of lspci). Without one, the fabric is another's to set up: the host's, or a service guest's.
 */
export type NvSwitches = readonly string[];

const BUS = '/sys/bus/pci/devices';

async function isSwitch(machine: Observer, address: string): Promise<boolean> {
  const [vendor, kind] = await Promise.all(
    ['vendor', 'class'].map((file) => ifObservable(machine.read(`${BUS}/${address}/${file}`))),
  );
  return vendor?.trim() === '0x10de' && kind?.startsWith('0x0680') === true;
}

async function observe(machine: Observer): Promise<NvSwitches> {
  const addresses = (await machine.list(BUS)) ?? [];
  const found = await Promise.all(addresses.map((address) => isSwitch(machine, address)));
  return addresses.filter((_, index) => found[index]);
}

export const nvSwitches = defineProbe({
  key: 'nvSwitches',
  question: 'Were NVSwitches handed to this guest?',
  observe: { linux: observe },
});
