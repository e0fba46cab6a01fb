import { say } from '../../words/say.ts';
import { driverPackage } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putCudaRunfile, putPackage, putToken } from '../media.ts';
import { installSystem } from '../systems.ts';
import { SVGA, VSPHERE } from './settings.ts';

/** A vGPU before Turing: the host's version cannot be read, so the choice goes by the media and is said to be a guess. */
export const p40OnVsphere: Simulation = {
  name: 'p40-8q-vsphere',
  title: say('sim.p40-8q-vsphere.title'),
  story: say('sim.p40-8q-vsphere.story'),
  build: () => {
    const guest = installSystem({ os: 'debian-12', kernels: ['6.1.0-37-amd64'], firmware: 'bios', ...VSPHERE });
    plugIn(guest.files, SVGA);
    plugIn(guest.files, {
      address: '0000:02:01.0',
      vendorId: '10de',
      deviceId: '1b38',
      subsystemVendorId: '10de',
      subsystemDeviceId: '11ed',
      classId: '0300',
    });
    const driver = { version: '525.105.17', flavour: 'proprietary', licensed: true } as const;
    putPackage(guest, 'nvidia-linux-grid-525_525.105.17_amd64.deb', driverPackage('nvidia-linux-grid-525', driver));
    putCudaRunfile(guest, 'cuda_12.0.1_525.85.12_linux.run', '12.0.1');
    putToken(guest);
    return guest;
  },
};
