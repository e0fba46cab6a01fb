export const findingsDriverModule = {
  'finding.driver.module-missing-for-kernel.title': 'The driver has no module for this kernel',
  'finding.driver.module-missing-for-kernel.detail':
    'The driver is installed, but its kernel module does not exist for the running kernel {kernel}, so the driver cannot load. Most often the kernel was changed and the module was not built again, or its build failed.',
  'finding.driver.module-missing-for-kernel.detail.next':
    'The driver works with the running kernel {running}, but the kernel {kernel} that boots next has no nvidia module. After the next restart the GPU will not work.',
  'finding.driver.module-missing-for-kernel.fix.1':
    'Install what a build needs: `sudo apt-get install dkms build-essential linux-headers-{kernel}`, `sudo dnf install dkms gcc make kernel-devel-{kernel}`, or on SUSE `sudo zypper install dkms gcc make kernel-default-devel`.',
  'finding.driver.module-missing-for-kernel.fix.2':
    'Build it: `sudo dkms autoinstall -k {kernel} && sudo modprobe nvidia`. A runfile install without DKMS must be installed again with `--dkms`.',
  'finding.driver.module-missing-for-kernel.fix.3':
    'Check an image before it ships: `modinfo -k <kernel that boots> nvidia` must find the module.',
  'finding.driver.module-wrong-kernel-abi.title': 'The module was built for another kernel',
  'finding.driver.module-wrong-kernel-abi.detail':
    'The nvidia module was built for kernel {built}, but {running} is running. The kernel refuses a foreign module, so the driver cannot load.',
  'finding.driver.module-wrong-kernel-abi.fix.1':
    'Rebuild it for the running kernel: `sudo dkms install --force nvidia/<version> -k {kernel}`, or install the prebuilt module package that matches this kernel.',
  'finding.driver.module-wrong-kernel-abi.fix.2':
    'With prebuilt modules, hold the kernel so that both are upgraded together only.',
  'finding.driver.module-signature-rejected.title': "The kernel refuses the driver's module for its signature",
  'finding.driver.module-signature-rejected.detail':
    'Secure Boot is on and the nvidia module is not signed with a key that this guest trusts. The kernel refuses to load it, although the installation (and `dkms status`) says that all is well.',
  'finding.driver.module-signature-rejected.detail.enforced':
    'The kernel loads signed modules only, although Secure Boot is not on, and the nvidia module is not signed with a key that it trusts. The kernel was started with `module.sig_enforce=1`, is locked down, or was built that way.',
  'finding.driver.module-signature-rejected.detail.unknown':
    'The kernel refuses the nvidia module because it is not signed with a key that this guest trusts. Usually Secure Boot is on: `mokutil --sb-state` tells.',
  'finding.driver.module-signature-rejected.fix.1':
    "Sign with the guest's own key and enrol it: `sudo gpu-guest apply --steps driver.enroll-key`, or by hand `sudo mokutil --import <certificate in DER form>`.",
  'finding.driver.module-signature-rejected.fix.2':
    'Restart with somebody at the console: choose Enroll MOK and type the password given at the import.',
  'finding.driver.module-signature-rejected.fix.3':
    'Or use modules that the distribution has signed (Ubuntu: `linux-modules-nvidia-<branch>-<kernel flavour>`), or ask the administrator of the host to turn Secure Boot off for this guest.',
  'finding.driver.module-signature-rejected.fix.enforced':
    'See `cat /proc/cmdline`: where `module.sig_enforce=1` or `lockdown=` stands there, take it out of the boot loader (`/etc/default/grub`, then `sudo update-grub`) and restart.',
  'finding.driver.module-signature-rejected.fix.sign':
    'Where the guest has to insist on signatures, use modules signed with a key that its kernel trusts.',
  'finding.driver.dkms-failed.title': "The driver's kernel module could not be built",
  'finding.driver.dkms-failed.detail':
    'Building the nvidia module for kernel {kernel} failed, so there is no module to load. The package manager may have reported success all the same.',
  'finding.driver.dkms-failed.detail.unnamed':
    'Building the nvidia module failed, so there is no module to load. The package manager may have reported success all the same.',
  'finding.driver.dkms-failed.fix.1':
    'Read the first error in the log: `sudo grep -n -m 5 -i error /var/lib/dkms/nvidia*/*/build/make.log`.',
  'finding.driver.dkms-failed.fix.2':
    'Remove its cause (headers, compiler, disk space, or a newer driver), then build again: `sudo dkms autoinstall && sudo modprobe nvidia`.',
  'finding.driver.dkms-compiler-mismatch.title': 'The module is built with another compiler than the kernel',
  'finding.driver.dkms-compiler-mismatch.detail':
    "The kernel was built with another compiler than the one that builds the driver's module. The build stops at options that this compiler does not know, so there is no module.",
  'finding.driver.dkms-compiler-mismatch.detail.missing':
    "The kernel was built with {compiler}, which is not on this guest, so the driver's module cannot be built.",
  'finding.driver.dkms-compiler-mismatch.fix.1': 'See which compiler built the kernel: `cat /proc/version`.',
  'finding.driver.dkms-compiler-mismatch.fix.2':
    'Install that one and build with it: `sudo apt-get install gcc-{major} && sudo env CC=gcc-{major} dkms autoinstall`.',
  'finding.driver.too-old-for-kernel.title': 'The driver is too old for this kernel',
  'finding.driver.too-old-for-kernel.detail':
    'Driver {version} cannot be built or loaded with kernel {kernel}: the kernel has changed interfaces that this release still uses. Building again does not help.',
  'finding.driver.too-old-for-kernel.fix.1':
    "Install a later release of the same branch; on a vGPU, one that the host's release accepts (`gpu-guest detect` names them).",
  'finding.driver.too-old-for-kernel.fix.2':
    'Or boot the older kernel for which the module exists, and hold it until a driver for the newer one is there.',
} as const;
