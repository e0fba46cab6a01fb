import { say } from '../../words/say.ts';
import { driverPackage } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { putCudaRunfile, putPackage } from '../media.ts';
import { installSystem } from '../systems.ts';
import { CIRRUS, LIBVIRT } from './settings.ts';

/** A builder of images: the card will be in the guests that are made of it. What is to be installed, a profile has to say. */
export const imageWithoutGpu: Simulation = {
  name: 'image-without-gpu',
  title: say('sim.image-without-gpu.title'),
  story: say('sim.image-without-gpu.story'),
  build: () => {
    const guest = installSystem({
      os: 'debian-12',
      kernels: ['6.1.0-37-amd64', '6.1.0-38-amd64'],
      firmware: 'uefi',
      ...LIBVIRT,
    });
    plugIn(guest.files, CIRRUS);
    const driver = { version: '535.183.06', flavour: 'proprietary', licensed: true } as const;
    putPackage(guest, 'nvidia-linux-grid-535_535.183.06_amd64.deb', driverPackage('nvidia-linux-grid-535', driver));
    putCudaRunfile(guest, 'cuda_12.2.2_535.104.05_linux.run', '12.2.2');
    return guest;
  },
};
