import { say } from '../../words/say.ts';
import { distributionDriver } from '../drivers.ts';
import type { Guest, Simulation } from '../guest.ts';
import { plugIn, type Card } from '../hardware.ts';
import { putCudaRunfile } from '../media.ts';
import { keep, madeOf, migCards, stateOf } from '../mig-card.ts';
import { installSystem } from '../systems.ts';
import { CIRRUS, OPENSTACK } from './settings.ts';

const A100: Card = {
  address: '0000:00:05.0',
  vendorId: '10de',
  deviceId: '20f1',
  subsystemVendorId: '10de',
  subsystemDeviceId: '145f',
  classId: '0302',
};
const A30: Card = { ...A100, address: '0000:00:06.0', deviceId: '20b7', subsystemDeviceId: '1532' };

/** Once: its devices do not outlive a reboot, its mode does. */
function leaveDevices({ files }: Guest): void {
  const card = migCards(files).find(({ address }) => address === A100.address);
  if (card === undefined || files.text('/var/lib/former-tenant') !== undefined) return;
  files.write('/var/lib/former-tenant', '');
  const state = { ...stateOf(files, card), on: true, pending: true };
  keep(files, card, madeOf(card, state, '3g.20gb,1g.5gb,1g.5gb') ?? state);
}

/** Two cards with MIG, of which one was handed over with it: what is free, what is replaced, and what is given back. */
export const a100WithMigLeftOn: Simulation = {
  name: 'a100-mig-left-on',
  title: say('sim.a100-mig-left-on.title'),
  story: say('sim.a100-mig-left-on.story'),
  build: () => {
    const guest = installSystem({
      os: 'ubuntu-22.04',
      kernels: ['5.15.0-105-generic'],
      firmware: 'uefi',
      ...OPENSTACK,
    });
    for (const card of [CIRRUS, A100, A30]) plugIn(guest.files, card);
    const driver = { version: '535.183.01', flavour: 'proprietary', licensed: false } as const;
    const packages = ['nvidia-headless-535-server', 'nvidia-utils-535-server'] as const;
    for (const one of distributionDriver(packages, driver, '-0ubuntu0.22.04.1')) guest.offers.set(one.name, one);
    const tools = ['gcc', 'gcc-12', 'make', 'libc6-dev', 'dkms', 'linux-headers-5.15.0-105-generic'];
    void guest.programs.get('apt-get')?.(['apt-get', 'install', ...tools, ...packages], guest);
    guest.files.write('/etc/modprobe.d/blacklist-nouveau.conf', 'blacklist nouveau\noptions nouveau modeset=0\n');
    void guest.programs.get('update-initramfs')?.(['update-initramfs', '-u'], guest);
    putCudaRunfile(guest, 'cuda_12.2.2_535.104.05_linux.run', '12.2.2');
    guest.onBoot.push(leaveDevices);
    return guest;
  },
};
