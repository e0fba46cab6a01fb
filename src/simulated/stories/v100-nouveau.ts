import { say } from '../../words/say.ts';
import { distributionDriver } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putCudaRunfile } from '../media.ts';
import { installSystem } from '../systems.ts';
import { CIRRUS, OPENSTACK } from './settings.ts';

/** A full kernel has bound nouveau to the card: it must be kept away, and a reboot is due. */
export const v100WithNouveau: Simulation = {
  name: 'v100-nouveau',
  title: say('sim.v100-nouveau.title'),
  story: say('sim.v100-nouveau.story'),
  build: () => {
    const guest = installSystem({ os: 'debian-12', kernels: ['6.1.0-37-amd64'], firmware: 'uefi', ...OPENSTACK });
    plugIn(guest.files, CIRRUS);
    plugIn(guest.files, {
      address: '0000:00:06.0',
      vendorId: '10de',
      deviceId: '1db4',
      subsystemVendorId: '10de',
      subsystemDeviceId: '1214',
      classId: '0302',
    });
    const driver = { version: '535.261.03', flavour: 'proprietary', licensed: false } as const;
    for (const one of distributionDriver(['nvidia-kernel-dkms', 'nvidia-smi', 'libcuda1'], driver, '-1~deb12u1'))
      guest.offers.set(one.name, one);
    putCudaRunfile(guest, 'cuda_12.2.2_535.104.05_linux.run', '12.2.2');
    return guest;
  },
};
