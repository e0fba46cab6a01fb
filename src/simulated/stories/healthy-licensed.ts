import { say } from '../../words/say.ts';
import { driverPackage } from '../drivers.ts';
import type { Simulation } from '../guest.ts';
import { plugIn } from '../hardware.ts';
import { MEDIA, putPackage, tokenText } from '../media.ts';
import { record } from '../package-database.ts';
import { updateInitramfs } from '../programs/kernel.ts';
import { installSystem } from '../systems.ts';
import { LIBVIRT } from './settings.ts';

/** Everything is as it should be: a plan with nothing to do. */
export const healthyLicensed: Simulation = {
  name: 'healthy-licensed',
  title: say('sim.healthy-licensed.title'),
  story: say('sim.healthy-licensed.story'),
  build: () => {
    const guest = installSystem({ os: 'debian-12', kernels: ['6.1.0-37-cloud-amd64'], firmware: 'uefi', ...LIBVIRT });
    const host = { version: '535.161.05', branch: 'r535_00' };
    plugIn(guest.files, {
      address: '0000:00:05.0',
      vendorId: '10de',
      deviceId: '1eb8',
      subsystemVendorId: '10de',
      subsystemDeviceId: '130f',
      classId: '0300',
      host,
    });
    const driver = { version: '535.161.07', flavour: 'proprietary', licensed: true } as const;
    putPackage(guest, 'nvidia-linux-grid-535_535.161.07_amd64.deb', driverPackage('nvidia-linux-grid-535', driver));
    const words = [
      'gcc',
      'gcc-12',
      'g++',
      'make',
      'libc6-dev',
      'dkms',
      'linux-headers-6.1.0-37-cloud-amd64',
      `${MEDIA}/nvidia-linux-grid-535_535.161.07_amd64.deb`,
    ] as const;
    void guest.programs.get('apt-get')?.(['apt-get', 'install', ...words], guest);
    void guest.programs.get('apt-mark')?.(['apt-mark', 'hold', 'nvidia-linux-grid-535'], guest);
    record(guest.files, 'linux-image-cloud-amd64', '6.1.137-1');
    record(guest.files, 'linux-headers-cloud-amd64', '6.1.137-1');
    guest.files.write('/etc/modprobe.d/blacklist-nouveau.conf', 'blacklist nouveau\noptions nouveau modeset=0\n');
    void updateInitramfs(['update-initramfs', '-u'], guest);
    guest.files.write(
      '/etc/nvidia/gridd.conf',
      (guest.files.text('/etc/nvidia/gridd.conf.template') ?? '').replace('FeatureType=0', 'FeatureType=1'),
    );
    guest.files.write(
      '/etc/nvidia/ClientConfigToken/client_configuration_token_11-21-2026-09-00-00.tok',
      tokenText(guest),
      0o744,
    );
    return guest;
  },
};
