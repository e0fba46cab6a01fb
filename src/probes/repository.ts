import type { Observer } from '../domain/machine.ts';
import { managerOf } from './package-manager.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { aptRepository } from './repository-apt.ts';
import { dnfRepository, zypperRepository } from './repository-rpm.ts';

/** What the configured repositories offer (no network is asked; the index as it lies on the guest). */
export type Repository = {
  readonly manager: 'apt' | 'dnf' | 'zypper' | 'none';
  /** For each driver first the set without a display server, then the whole, where there is one. */
  readonly drivers: readonly {
    readonly packages: readonly string[];
    readonly version: string;
    readonly flavour: 'open' | 'proprietary';
  }[];
  /** Packages that provide headers for the kernels in question: kernel → package, null where the repository has none. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** Of DKMS and the version lock plug-in, which not every distribution has: those that it offers. Absent: not asked. */
  readonly offers?: readonly string[];
  /** Of the packages that a build needs (compiler, make, C library's headers): those that no repository has. Absent: not asked. */
  readonly lacks?: readonly string[];
  /** The index is empty: 'apt-get update' is due before anything can be judged. */
  readonly indexEmpty: boolean;
};

/** The running kernel (a mounted image has none), and those with an image in /boot and modules: one of them boots next. */
async function kernelsOf(machine: Observer): Promise<readonly string[]> {
  const running = (await ifObservable(machine.read('/proc/sys/kernel/osrelease')))?.trim();
  const images = ((await machine.list('/boot')) ?? []).filter((name) => name.startsWith('vmlinuz-'));
  const folders = (await machine.list('/lib/modules')) ?? [];
  const bootable = images.map((name) => name.slice('vmlinuz-'.length)).filter((kernel) => folders.includes(kernel));
  return [...new Set([...(running ? [running] : []), ...bootable])];
}

async function observe(machine: Observer): Promise<Repository> {
  const manager = await managerOf(machine);
  const kernels = await kernelsOf(machine);
  switch (manager) {
    case 'apt':
      return aptRepository(machine, kernels);
    case 'dnf':
      return dnfRepository(machine, kernels);
    case 'zypper':
      return zypperRepository(machine, kernels);
    case 'none':
      return { manager, drivers: [], headers: {}, indexEmpty: false };
  }
}

export const repository = defineProbe({
  key: 'repository',
  question: 'Which NVIDIA drivers and toolkits does the distribution offer?',
  observe: { linux: observe },
});
