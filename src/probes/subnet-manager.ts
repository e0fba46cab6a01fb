import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { SUBNET_MANAGER } from '../domain/places.ts';
import { ifObservable } from './if-observable.ts';
import { managerOf } from './package-manager.ts';
import { defineProbe } from './probe.ts';

/**
 * NVSwitches of the fourth generation (HGX B200 and later) are no PCI bridges of NVIDIA's: they are managed over InfiniBand functions
 * whose product data say `SW_MNG`, by NVIDIA's NVLink Subnet Manager beside the fabric manager (Fabric Manager User Guide,
 * "What is NVLink Subnet Manager?"; how they are told from network cards is what nvidia-fabricmanager-start.sh does).
 */
export type SubnetManager = {
  /** PCI addresses of such functions that were handed to this guest. */
  readonly bridges: readonly string[];
  readonly installed: boolean;
  /** The kernel module ib_umad, over which it talks to the NVSwitches. */
  readonly umad: boolean;
  /** A repository of the guest has its package. */
  readonly offered: boolean;
};

const BUS = '/sys/bus/pci/devices';
const NONE: SubnetManager = { bridges: [], installed: false, umad: false, offered: false };

async function isInfiniband(machine: Observer, address: string): Promise<boolean> {
  const [vendor, kind] = await Promise.all(
    ['vendor', 'class'].map((file) => ifObservable(machine.read(`${BUS}/${address}/${file}`))),
  );
  return vendor?.trim() === '0x15b3' && kind?.startsWith('0x0207') === true;
}

/** Product data hold serial numbers: only which of them say it is asked. Throws `Unobservable` where root alone may look. */
async function managing(machine: Observer, addresses: readonly string[]): Promise<readonly string[]> {
  const paths = addresses.map((address) => `${BUS}/${address}/vpd`);
  const { stdout, stderr } = await machine.run(['grep', '-l', '-a', 'SW_MNG', ...paths]);
  if (/permission denied/i.test(stderr)) throw new Unobservable({ kind: 'permission-denied', target: `${BUS}/*/vpd` });
  return addresses.filter((_, index) => stdout.includes(paths[index] ?? '?'));
}

async function isOffered(machine: Observer): Promise<boolean> {
  const asked = {
    apt: ['apt-cache', 'pkgnames', 'nvlsm'],
    dnf: ['dnf', '-q', '-C', 'repoquery', '--qf', '%{name}\n', 'nvlsm'],
    zypper: ['zypper', '--non-interactive', '--no-refresh', 'search', '-x', '-t', 'package', 'nvlsm'],
    none: null,
  } as const;
  const command = asked[await managerOf(machine)];
  if (command === null) return false;
  return /(^|\|)\s*nvlsm\s*($|\|)/m.test((await ifObservable(machine.run(command, { timeoutMs: 60_000 })))?.stdout ?? '');
}

async function observe(machine: Observer): Promise<SubnetManager> {
  const addresses = (await machine.list(BUS)) ?? [];
  const found = await Promise.all(addresses.map((address) => isInfiniband(machine, address)));
  const cards = addresses.filter((_, index) => found[index]);
  const bridges = cards.length === 0 ? [] : await managing(machine, cards);
  if (bridges.length === 0) return NONE;
  const installed = (await machine.status(SUBNET_MANAGER)) !== undefined;
  return {
    bridges,
    installed,
    umad: (await machine.status('/sys/module/ib_umad')) !== undefined,
    offered: !installed && (await isOffered(machine)),
  };
}

export const subnetManager = defineProbe({
  key: 'subnetManager',
  question: 'Are there NVSwitches in this guest that need the NVLink Subnet Manager?',
  observe: { linux: observe },
});
