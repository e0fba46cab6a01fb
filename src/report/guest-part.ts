import type { Detection } from '../contract/documents/detection.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Origin, Platform } from '../domain/machine.ts';
import type { Facts } from '../probes/facts.ts';
import type { Hypervisor } from '../probes/hypervisor.ts';
import type { Kernel } from '../probes/kernel.ts';
import type { Os } from '../probes/os.ts';

type Guest = Detection['guest'];

const NO_KERNEL = { running: null, nextBoot: null, arch: null };

const osPart = (os: Os | undefined): Guest['os'] =>
  os === undefined ? null : { id: os.id, version: os.version, name: os.name };

/** A text that shows nothing of a boot loader does not say what boots next. */
function kernelPart(kernel: Kernel | undefined, origin: Origin): Pick<Guest, 'kernel' | 'nextKernel' | 'arch'> {
  const { running, nextBoot, arch } = kernel ?? NO_KERNEL;
  const assumed = origin.kind === 'recorded' && kernel?.nextBootFrom === 'running';
  return { kernel: running, nextKernel: assumed ? null : nextBoot, arch };
}

const hypervisorPart = (hypervisor: Hypervisor | undefined): Guest['hypervisor'] =>
  hypervisor === undefined
    ? { present: null, name: null, signatures: [], idHidden: null }
    : {
        present: hypervisor.present,
        name: hypervisor.name,
        signatures: [...hypervisor.signatures],
        idHidden: hypervisor.idHidden,
      };

/** "No UEFI" is an answer: nothing is enforced there. Not knowing is null. */
const enforced = (fact: Facts['secureBoot']): boolean | null => (fact.known ? fact.value === 'on' : null);

const orNull = <T>(fact: Fact<T>): T | null => valueOf(fact) ?? null;

/** A recorded source that shows neither system nor kernel does not say which platform it is of. */
const platformOf = (origin: Origin, platform: Platform, { os, kernel }: Facts): Guest['platform'] =>
  origin.kind === 'recorded' && platform === 'linux' && !os.known && !kernel.known ? null : platform;

export function guestPart(origin: Origin, platform: Platform, facts: Facts): Guest {
  const cloud = orNull(facts.cloud);
  return {
    platform: platformOf(origin, platform, facts),
    os: osPart(valueOf(facts.os)),
    ...kernelPart(valueOf(facts.kernel), origin),
    firmware: orNull(facts.firmware),
    secureBoot: enforced(facts.secureBoot),
    cloud: cloud === 'none' ? null : cloud,
    hypervisor: hypervisorPart(valueOf(facts.hypervisor)),
    simulated: origin.kind === 'simulated' || (origin.kind === 'captured' && origin.of === 'simulated'),
  };
}
