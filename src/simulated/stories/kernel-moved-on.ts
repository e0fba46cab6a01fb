import { say } from '../../words/say.ts';
import { distributionDriver } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { record } from '../package-database.ts';
import { installSystem } from '../systems.ts';
import { LIBVIRT } from './settings.ts';

/** An upgrade brought a kernel for which nobody built the module: the classic of unattended upgrades. */
export const kernelMovedOn: Simulation = {
  name: 'kernel-moved-on',
  title: say('sim.kernel-moved-on.title'),
  story: say('sim.kernel-moved-on.story'),
  build: () => {
    const guest = installSystem({
      os: 'debian-12',
      kernels: ['6.1.0-35-amd64', '6.1.0-37-amd64'],
      firmware: 'uefi',
      ...LIBVIRT,
    });
    plugIn(guest.files, {
      address: '0000:00:05.0',
      vendorId: '10de',
      deviceId: '1eb8',
      subsystemVendorId: '10de',
      subsystemDeviceId: '12a2',
      classId: '0302',
    });
    const driver = { version: '535.261.03', flavour: 'proprietary', licensed: false } as const;
    for (const one of distributionDriver(['nvidia-kernel-dkms', 'nvidia-smi', 'libcuda1'], driver, '-1~deb12u1'))
      guest.offers.set(one.name, one);
    guest.offers.set('linux-headers-amd64', {
      name: 'linux-headers-amd64',
      version: '6.1.137-1',
      depends: ['linux-headers-6.1.0-37-amd64'],
    });
    record(guest.files, 'linux-image-amd64', '6.1.137-1');
    guest.files.write('/etc/modprobe.d/blacklist-nouveau.conf', 'blacklist nouveau\n');
    void guest.programs.get('update-initramfs')?.(['update-initramfs', '-u'], guest);
    // Only the older kernel had its headers when the driver was installed.
    void guest.programs.get('apt-get')?.(
      [
        'apt-get',
        'install',
        'gcc',
        'g++',
        'make',
        'dkms',
        'linux-headers-6.1.0-35-amd64',
        'nvidia-kernel-dkms',
        'nvidia-smi',
        'libcuda1',
      ],
      guest,
    );
    return guest;
  },
};
