/** The package manager that fetches for a release. */
import { refuse } from '../../domain/fault.ts';
import { say } from '../../words/say.ts';
import { debianArch } from './apt-configuration.ts';
import { aptSource } from './apt-packages.ts';
import type { PackageSource } from './packages.ts';
import type { Packing } from './packing.ts';
import { privateApt } from './private-apt.ts';
import { privateDnf } from './private-dnf.ts';
import type { RpmOrder } from './private-rpm.ts';
import { privateZypper } from './private-zypper.ts';
import { rpmSource } from './rpm-packages.ts';

/** Kernels of NVIDIA's drivers for guests. */
export const isKnownArch = (arch: string): boolean => debianArch(arch) !== null;

/** Refuses (`bad-request`) a release whose archive nobody knows, and (`unreadable`) one whose keys are not here. */
export async function packageSource(packing: Packing, order: RpmOrder): Promise<PackageSource> {
  const arch = debianArch(order.arch);
  if (arch === null) throw refuse('bad-request', say('bundle.not-for', { name: `${order.target.name}, ${order.arch}` }));
  switch (order.target.manager) {
    case 'apt':
      return aptSource(packing, await privateApt(packing, { ...order, arch }), arch);
    case 'dnf':
      return rpmSource(packing, await privateDnf(packing, order));
    case 'zypper':
      return rpmSource(packing, await privateZypper(packing, order));
  }
}
