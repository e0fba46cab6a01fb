import { say } from '../../words/say.ts';
import { distributionDriver } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { installSystem } from '../systems.ts';
import { CIRRUS, LIBVIRT } from './settings.ts';

/** A consumer card whose hypervisor shows its id: on Linux, and on any driver of today, that does no harm. */
export const geforceVisible: Simulation = {
  name: 'geforce-visible-hypervisor',
  title: say('sim.geforce-visible-hypervisor.title'),
  story: say('sim.geforce-visible-hypervisor.story'),
  build: () => {
    const guest = installSystem({ os: 'ubuntu-24.04', kernels: ['6.8.0-45-generic'], firmware: 'uefi', ...LIBVIRT });
    plugIn(guest.files, CIRRUS);
    plugIn(guest.files, {
      address: '0000:06:00.0',
      vendorId: '10de',
      deviceId: '2684',
      subsystemVendorId: '1043',
      subsystemDeviceId: '889a',
      classId: '0300',
    });
    const driver = { version: '570.133.20', flavour: 'open', licensed: false } as const;
    for (const one of distributionDriver(
      ['nvidia-headless-570-server-open', 'nvidia-utils-570-server'],
      driver,
      '-0ubuntu0.24.04.1',
    ))
      guest.offers.set(one.name, one);
    return guest;
  },
};
