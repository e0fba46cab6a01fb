import type { Observer } from '../domain/machine.ts';
import { FABRIC_UNIT, PERSISTENCE_UNIT_NAME } from '../domain/places.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';

/** Services that go with whole cards: whether systemd starts them at boot, and whether the fabric manager runs. */
export type GpuUnits = {
  readonly fabricManager: { readonly startsAtBoot: boolean; readonly active: boolean };
  readonly persistence: { readonly startsAtBoot: boolean };
};

const startsAtBoot = async (machine: Observer, unit: string): Promise<boolean> =>
  (await machine.status(`/etc/systemd/system/multi-user.target.wants/${unit}`)) !== undefined;

/** Where it is not installed, nobody has to be asked. */
async function isActive(machine: Observer): Promise<boolean> {
  if (isMounted(machine) || !(await machine.status('/usr/bin/nv-fabricmanager'))) return false;
  return (await machine.run(['systemctl', 'is-active', FABRIC_UNIT])).stdout.trim() === 'active';
}

async function observe(machine: Observer): Promise<GpuUnits> {
  const [fabric, persistence, active] = await Promise.all([
    startsAtBoot(machine, FABRIC_UNIT),
    startsAtBoot(machine, PERSISTENCE_UNIT_NAME),
    isActive(machine),
  ]);
  return { fabricManager: { startsAtBoot: fabric, active }, persistence: { startsAtBoot: persistence } };
}

export const gpuUnits = defineProbe({
  key: 'gpuUnits',
  question: 'Do the fabric manager and persistence mode start at boot?',
  observe: { linux: observe },
});
