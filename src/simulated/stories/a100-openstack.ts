import { say } from '../../words/say.ts';
import { distributionDriver } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putCudaRunfile } from '../media.ts';
import { installSystem } from '../systems.ts';
import { CIRRUS, OPENSTACK } from './settings.ts';

/** A data-centre card passed through: the distribution's own driver, no licence. */
export const a100OnOpenstack: Simulation = {
  name: 'a100-openstack',
  title: say('sim.a100-openstack.title'),
  story: say('sim.a100-openstack.story'),
  build: () => {
    const guest = installSystem({
      os: 'ubuntu-22.04',
      kernels: ['5.15.0-105-generic'],
      firmware: 'uefi',
      ...OPENSTACK,
    });
    plugIn(guest.files, CIRRUS);
    plugIn(guest.files, {
      address: '0000:00:05.0',
      vendorId: '10de',
      deviceId: '20b0',
      subsystemVendorId: '10de',
      subsystemDeviceId: '1450',
      classId: '0302',
    });
    const driver = { version: '535.183.01', flavour: 'proprietary', licensed: false } as const;
    for (const one of distributionDriver(
      ['nvidia-headless-535-server', 'nvidia-utils-535-server'],
      driver,
      '-0ubuntu0.22.04.1',
    ))
      guest.offers.set(one.name, one);
    putCudaRunfile(guest, 'cuda_12.2.2_535.104.05_linux.run', '12.2.2');
    return guest;
  },
};
