/** The ids of the contract, section 6: users and scripts rely on each. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/diagnosis/index.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  // `mixed-models` is beyond the contract's first list.
  gpu: 'none init-failed vgpu-not-presented fallen-off-bus xid mixed-models',
  pci: 'bar-unassigned',
  guest: 'is-host',
  // `change-pending` is beyond the contract's first list.
  mig: 'no-instances change-pending',
  // `not-running` too.
  fabric: 'version-mismatch not-running no-subnet-manager',
  driver: `missing wrong-kind host-guest-mismatch nouveau-bound not-loaded userspace-kernel-mismatch module-missing-for-kernel
    module-wrong-kernel-abi module-signature-rejected dkms-failed dkms-compiler-mismatch too-old-for-kernel gpu-dropped-from-branch
    branch-too-old-for-gpu open-module-required open-module-unsupported multiple-installs stale-libraries reboot-pending persistence-off`,
  kernel: 'headers-unavailable',
  packages: 'locked broken unreachable key',
  disk: 'full',
  license: `unlicensed unlicensed-restricted token-missing token-invalid token-expired token-not-yet-valid token-permissions
    token-multiple feature-type-invalid product-mismatch no-entitlement server-unreachable server-certificate legacy-server-config
    clock-skew service-missing service-failed expiring not-required config-absent`,
  cuda: 'missing driver-too-old package-replaces-driver profile-without-cuda gpu-too-old blocked-unlicensed',
  path: 'nvcc-missing not-in-sudo stale',
  hypervisor: 'id-visible none',
  windows: 'code-43 tcc-mode wrong-package',
  firmware: 'uefi-required',
  // Beyond the contract's first list: its rules of containers came with their steps.
  containers: 'toolkit-missing runtime-unknown cgroup-lost cdi-stale old-hook',
  // As are those of libraries for CUDA.
  libraries: 'not-loading other-cuda',
  image: 'contains-token kernel-without-module machine-identity',
};

const ids = Object.entries(FAMILIES).flatMap(([family, states]) =>
  states.split(/\s+/).map((state) => `${family}.${state}`),
);

describe('the contract', () => {
  it.each(ids)('has a rule for %s', (id) => {
    expect(rules.map((rule): string => rule.id)).toContain(id);
  });

  it('names every rule there is', () => {
    expect(rules.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
