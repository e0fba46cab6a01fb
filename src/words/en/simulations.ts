export const simulations = {
  'sim.p40-8q-vsphere.title': 'vGPU P40-8Q on vSphere',
  'sim.p40-8q-vsphere.story':
    'A Debian 12 guest on vSphere with a vGPU GRID P40-8Q, nouveau loaded, and a media folder with a GRID package, a CUDA runfile and a token. The host’s version cannot be read on this card, so the choice of driver is a guess.',
  'sim.a100-openstack.title': 'A100 passed through on OpenStack',
  'sim.a100-openstack.story':
    'An Ubuntu 22.04 guest on OpenStack with an A100 passed through. The distribution’s own data-centre driver fits; no licence is needed.',
  'sim.t4-no-token.title': 'vGPU T4-8Q without a token',
  'sim.t4-no-token.story':
    'A Debian 12 guest with a vGPU GRID T4-8Q that carries the host’s version. The media folder has the matching GRID package, but no client configuration token: the run ends unlicensed and says so.',
  'sim.a100-mig-left-on.title': 'A100 with MIG left on, beside an A30',
  'sim.a100-mig-left-on.story':
    'An Ubuntu 22.04 guest with an A100 and an A30 passed through, its driver running. Whoever had it before left MIG on and three devices on the A100; the A30 is whole.',
  'sim.v100-nouveau.title': 'V100 passed through, held by nouveau',
  'sim.v100-nouveau.story':
    'A Debian 12 guest with a V100 passed through, which the kernel’s nouveau driver has bound. It must be kept away, and one reboot is needed.',
  'sim.a10-24q-azure.title': 'vGPU A10-24Q on Azure',
  'sim.a10-24q-azure.story':
    'An Ubuntu 24.04 guest on Azure with a vGPU NVIDIA A10-24Q. The cloud licenses by itself, so no token is asked for; its own build of the GRID driver lies in the media folder.',
  'sim.geforce-visible-hypervisor.title': 'GeForce passed through, hypervisor visible',
  'sim.geforce-visible-hypervisor.story':
    'An Ubuntu 24.04 guest with a GeForce RTX 4090 passed through by libvirt. CPUID shows the hypervisor; no driver of today minds.',
  'sim.healthy-licensed.title': 'A healthy, licensed guest',
  'sim.healthy-licensed.story':
    'A Debian 12 guest with a vGPU T4-8Q, the matching driver, and a licence. There is nothing left to do.',
  'sim.kernel-moved-on.title': 'The kernel moved on without its module',
  'sim.kernel-moved-on.story':
    'A Debian 12 guest with a T4 passed through. An upgrade brought a new kernel; the nvidia module exists for the old one only.',
  'sim.t4-8q-windows.title': 'vGPU T4-8Q on Windows Server 2022, without a driver',
  'sim.t4-8q-windows.story':
    'A Windows Server 2022 guest on vSphere with a vGPU GRID T4-8Q that has no driver yet (Code 28), Microsoft Basic Display Adapter beside it. The media folder has the GRID package, a data-centre package that does not list this vGPU, a CUDA installer and a token. One restart is needed.',
  'cli.apply.no-digest': '“{word}” is no digest of a plan: that has 64 hex digits, as “gpu-guest plan” shows them.',
  'cli.apply.done-simulated': 'Done, on the simulated guest alone: nothing of this machine was changed, so there is nothing to undo.',
  'cli.apply.after-failure-simulated': 'This was a simulated guest: nothing of this machine was changed, so there is nothing to resume or undo.',
  'cli.apply.reboot-simulated': 'Done so far; the rest needs a reboot. A simulated guest is not kept: without --reboot never, the same call goes through the reboot.',
  'cli.apply.rebooting-simulated': 'The simulated guest reboots.',
} as const;
