import { say } from '../../words/say.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putDriverRunfile } from '../media.ts';
import { installSystem } from '../systems.ts';
import { AZURE } from './settings.ts';

/** A cloud that licenses by itself: no token is asked for. */
export const a10OnAzure: Simulation = {
  name: 'a10-24q-azure',
  title: say('sim.a10-24q-azure.title'),
  story: say('sim.a10-24q-azure.story'),
  build: () => {
    const guest = installSystem({ os: 'ubuntu-24.04', kernels: ['6.8.0-1021-azure'], firmware: 'uefi', ...AZURE });
    plugIn(guest.files, {
      address: '0002:00:00.0',
      vendorId: '10de',
      deviceId: '2236',
      subsystemVendorId: '10de',
      subsystemDeviceId: '14bf',
      classId: '0302',
    });
    putDriverRunfile(guest, 'NVIDIA-Linux-x86_64-570.211.01-grid-azure.run', {
      version: '570.211.01',
      flavour: 'proprietary',
      licensed: true,
    });
    return guest;
  },
};
