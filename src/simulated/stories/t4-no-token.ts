import { say } from '../../words/say.ts';
import { driverPackage } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putPackage } from '../media.ts';
import { installSystem } from '../systems.ts';
import { LIBVIRT } from './settings.ts';

/** A vGPU that carries the host's version, and a media folder without a token. */
export const t4WithoutToken: Simulation = {
  name: 't4-no-token',
  title: say('sim.t4-no-token.title'),
  story: say('sim.t4-no-token.story'),
  build: () => {
    const guest = installSystem({ os: 'debian-12', kernels: ['6.1.0-37-cloud-amd64'], firmware: 'uefi', ...LIBVIRT });
    const host = { version: '525.105.14', branch: 'r525_00' };
    plugIn(guest.files, {
      address: '0000:00:05.0',
      vendorId: '10de',
      deviceId: '1eb8',
      subsystemVendorId: '10de',
      subsystemDeviceId: '130f',
      classId: '0300',
      host,
    });
    const driver = { version: '525.105.17', flavour: 'proprietary', licensed: true } as const;
    putPackage(guest, 'nvidia-linux-grid-525_525.105.17_amd64.deb', driverPackage('nvidia-linux-grid-525', driver));
    return guest;
  },
};
