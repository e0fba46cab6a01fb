/** Guests with container runtimes, and tasks that ask for them. */
import type { ContainersChoice } from '../../src/domain/choice.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import type { SomeFacts } from './facts-of.ts';
import { finished } from './guests.ts';
import type { SomeTask } from './task-of.ts';

type Runtime = FactValues['containerRuntimes'][number];
export const runtime = (name: Runtime['name'], nvidia: string | null = null): Runtime => ({
  name,
  nvidia,
  snap: false,
});
export const NVIDIA = 'nvidia-container-runtime';
export const HOOK = '/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json';

export const wanting = (
  name: Profile['containers']['runtime'],
  containers: ContainersChoice = { kind: 'repository', setUp: false, rejected: [] },
  more: SomeTask = {},
): SomeTask => ({
  ...more,
  containers,
  profile: { ...defaultProfile, containers: { runtime: name, toolkit: 'auto' } },
});
export const toolkit = (more: Partial<FactValues['containerToolkit']> = {}): FactValues['containerToolkit'] => ({
  version: '1.17.8',
  offered: false,
  hooks: [],
  ...more,
});
export const spec = (driver: string, path = '/etc/cdi/nvidia.yaml'): FactValues['cdiSpecs'] => [
  { path, driver, devices: ['0', 'all'] },
];
export const guestWith = (runtimes: readonly Runtime[], more: SomeFacts = {}): SomeFacts => ({
  ...finished,
  containerRuntimes: runtimes,
  containerToolkit: toolkit(),
  ...more,
});
