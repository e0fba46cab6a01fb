export const findingsSystem = {
  'finding.kernel.headers-unavailable.title': 'There are no headers for the running kernel',
  'finding.kernel.headers-unavailable.detail':
    "The driver's module has to be built for kernel {kernel}, but its headers are neither installed nor offered by any repository: the kernel is older than what the repositories still carry. Headers of another kernel or flavour do not help.",
  'finding.kernel.headers-unavailable.detail.not-installed':
    "The driver's module has to be built for kernel {kernel}, but its headers are not installed, so DKMS cannot build it. Headers of another kernel or flavour do not help.",
  'finding.kernel.headers-unavailable.fix.1':
    'Look once more with a fresh index: `sudo apt-get update && sudo apt-get install linux-headers-$(uname -r)`, `sudo dnf install kernel-devel-$(uname -r)`, or on SUSE `sudo zypper refresh && sudo zypper install kernel-default-devel`.',
  'finding.kernel.headers-unavailable.fix.2':
    'If they are gone, upgrade kernel and headers of the same flavour together: Debian in a cloud `sudo apt-get install linux-image-cloud-amd64 linux-headers-cloud-amd64`, Ubuntu `sudo apt-get install linux-generic`, RHEL `sudo dnf upgrade kernel kernel-devel`.',
  'finding.kernel.headers-unavailable.fix.3':
    'Restart into the new kernel, then install the driver: `sudo reboot`, `sudo gpu-guest apply`.',
  'finding.packages.locked.title': 'The package manager is busy',
  'finding.packages.locked.detail':
    "{holder} holds the package manager's lock. Until it is done nothing can be installed; on first boot that is often an automatic update.",
  'finding.packages.locked.another': 'Another program',
  'finding.packages.locked.fix.1':
    'Wait for it: `sudo cloud-init status --wait` after a first boot, or watch it with `{watch}`.',
  'finding.packages.locked.fix.2':
    'Do not remove the lock file: that breaks the package database. `sudo gpu-guest apply` waits by itself.',
  'finding.packages.broken.title': 'Packages are half installed, or do not fit together',
  'finding.packages.broken.detail.unmet':
    'The package manager cannot bring together what is wanted: something that it needs is in no repository that is enabled, or contradicts what is installed. Nothing was installed.',
  'finding.packages.broken.detail':
    'Packages are only half installed, so the package manager refuses further work, and the driver may be incomplete.',
  'finding.packages.broken.fix.unmet':
    'Read which package is named as missing, and enable the repository that has it (dkms is in EPEL on Red Hat and its relatives), or take the driver of a version for which everything is there.',
  'finding.packages.broken.fix.apt':
    'Finish what was begun: `sudo dpkg --configure -a && sudo apt-get --fix-broken install`.',
  'finding.packages.broken.fix.dnf': 'Bring the packages into line: `sudo dnf check`, then `sudo dnf distro-sync`.',
  'finding.packages.broken.fix.zypper': 'Bring the packages into line: `sudo zypper verify`.',
  'finding.disk.full.title': 'A disk is full',
  'finding.disk.full.detail':
    'On {mount} only {freeMiB} MiB are free. Modules and the initramfs cannot be built, and the package manager may report success all the same.',
  'finding.disk.full.detail.said':
    'An installation ran into a full disk. Modules and the initramfs cannot be built, and the package manager may report success all the same.',
  'finding.disk.full.fix.1':
    'Make room: `sudo apt-get clean` or `sudo dnf clean all`, `sudo journalctl --vacuum-size=100M`, and old kernels with `sudo apt-get autoremove --purge`.',
  'finding.disk.full.fix.2': 'Or have the disk of this virtual machine enlarged, and grow its file system.',
  'finding.hypervisor.id-visible.title': 'The hypervisor shows its name to the guest',
  'finding.hypervisor.id-visible.detail':
    "The processor's CPUID leaves name the hypervisor ({name}). Drivers for Linux run all the same, and so do those for data-centre cards, RTX cards and vGPUs on Windows; on a vGPU it is better left so.",
  'finding.hypervisor.id-visible.fix.1': 'Nothing is to be done.',
  'finding.hypervisor.none.title': 'No hypervisor is seen',
  'finding.hypervisor.none.detail':
    'This machine shows no sign of a hypervisor: it is bare metal, or its virtualisation is hidden completely.',
  'finding.hypervisor.none.fix.1':
    'Nothing is to be done. On bare metal a data-centre or GeForce driver fits; GRID guest drivers belong into virtual machines.',
  'finding.hypervisor.id-visible.detail.geforce':
    'The guest sees which hypervisor it runs under ({name}), and {gpu} has driver {driver}. GeForce drivers for Windows before {first} refuse to start where they see one: the device stops with Code 43.',
  'finding.hypervisor.id-visible.fix.driver':
    'Best: install GeForce driver {first} or later in the guest. It runs in virtual machines, and nothing has to be hidden.',
  'finding.hypervisor.id-visible.fix.host':
    "If the old driver must stay, send this to the administrator of the host: \"Please hide the hypervisor's signature from this virtual machine, shut it down and start it again. OpenStack (libvirt): image property `img_hide_hypervisor_id=true`, or flavor property `hw:hide_hypervisor_id=true` (before Ussuri: `hide_hypervisor_id`). libvirt: `<kvm><hidden state='on'/></kvm>` and `<hyperv><vendor_id state='on' value='none'/></hyperv>` under `<features>`. Proxmox: `cpu: host,hidden=1`. vSphere: `hypervisor.cpuid.v0 = \"FALSE\"` in the .vmx file.\"",
  'finding.hypervisor.id-visible.fix.useless':
    'Hiding it (OpenStack `img_hide_hypervisor_id`, `hw:hide_hypervisor_id`) helps only GeForce cards on Windows with a driver before 465.89. It does not help a vGPU, a data-centre or RTX card, any Linux guest, a newer driver, an unlicensed guest, or a Code 43 with another cause; and it takes away what makes the guest fast and its clock steady.',
} as const;
