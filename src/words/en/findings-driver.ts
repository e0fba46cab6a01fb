export const findingsDriver = {
  'finding.driver.missing.title': 'No NVIDIA driver is installed',
  'finding.driver.missing.detail':
    'The guest has a GPU ({gpu}) but no NVIDIA driver, neither packages nor a kernel module. No program can use the GPU until a driver is installed.',
  'finding.driver.missing.fix.1':
    "`gpu-guest detect` names the driver that fits this GPU; for a vGPU it is the GRID guest driver, which is not in any distribution's repository.",
  'finding.driver.nouveau-bound.title': 'nouveau holds the GPU',
  'finding.driver.nouveau-bound.detail':
    "The GPU at {address} is bound to the open-source driver nouveau. As long as nouveau holds it, NVIDIA's module cannot take it and CUDA does not work.",
  'finding.driver.nouveau-bound.fix.1':
    "Keep nouveau from loading: `printf 'blacklist nouveau\\noptions nouveau modeset=0\\n' | sudo tee /etc/modprobe.d/disable-nouveau.conf`.",
  'finding.driver.nouveau-bound.fix.2':
    'Rebuild the initramfs, as nouveau is loaded from it: `sudo update-initramfs -u -k all` (Debian, Ubuntu) or `echo \'omit_drivers+=" nouveau "\' | sudo tee /etc/dracut.conf.d/disable-nouveau.conf && sudo dracut --force --regenerate-all` (RHEL, SUSE; where dracut builds for any machine, it takes in no file of /etc/modprobe.d).',
  'finding.driver.not-loaded.title': 'The NVIDIA kernel module is not loaded',
  'finding.driver.not-loaded.detail':
    'A driver is installed, but the running kernel has not loaded its module. nvidia-smi and CUDA find no driver to talk to.',
  'finding.driver.not-loaded.fix.1':
    'Load it: `sudo modprobe nvidia`. If that fails, its message and `sudo dmesg | tail -n 30` name the cause.',
  'finding.driver.not-loaded.fix.2':
    "If it is kept out on purpose, find the line with `grep -rn 'blacklist nvidia' /etc/modprobe.d /usr/lib/modprobe.d` and remove it.",
  'finding.driver.userspace-kernel-mismatch.title': 'Driver libraries and kernel module are of different versions',
  'finding.driver.userspace-kernel-mismatch.detail':
    'The user-space part of the driver is {user}, the loaded kernel module is {module}. They only work together when equal, so nvidia-smi and CUDA are refused. This happens when an update replaces the libraries while the old module stays loaded.',
  'finding.driver.userspace-kernel-mismatch.detail.user':
    'The user-space part of the driver is {user}, the loaded kernel module is of another version. They only work together when equal, so nvidia-smi and CUDA are refused. This happens when an update replaces the libraries while the old module stays loaded.',
  'finding.driver.userspace-kernel-mismatch.detail.untold':
    'The user-space part of the driver and the loaded kernel module are of different versions. They only work together when equal, so nvidia-smi and CUDA are refused. This happens when an update replaces the libraries while the old module stays loaded.',
  'finding.driver.userspace-kernel-mismatch.fix.1':
    'If the versions still differ after the restart, the module was not rebuilt: install the same version of both parts, for example `sudo apt-get install --reinstall nvidia-dkms-<branch> nvidia-utils-<branch>`, or run `sudo gpu-guest apply`.',
  'finding.driver.userspace-kernel-mismatch.fix.2':
    'Keep automatic updates from parting them again: hold the driver packages (`sudo apt-mark hold …`; `sudo gpu-guest apply` does it in step driver.hold).',
  'finding.driver.multiple-installs.title': 'More than one NVIDIA driver is installed',
  'finding.driver.multiple-installs.detail':
    "Drivers {first} and {second} are installed side by side. They overwrite each other's files, so which module and which libraries are used is chance.",
  'finding.driver.multiple-installs.fix.1':
    'Remove each by the way it was installed: a runfile install with `sudo nvidia-uninstall`, packages with `sudo apt-get purge <the packages named above>` or `sudo dnf remove <the packages named above>`.',
  'finding.driver.multiple-installs.fix.2': 'Then install one driver cleanly, and restart.',
  'finding.driver.stale-libraries.title': 'Libraries of another driver version are left behind',
  'finding.driver.stale-libraries.detail':
    'Beside the libraries of driver {current} there are some of version {version}. A program that finds the wrong one first fails with a version mismatch.',
  'finding.driver.stale-libraries.fix.1':
    'Find out whose file it is: `dpkg -S {path}` or `rpm -qf {path}`. If a package owns it, remove that package; if none does, a runfile left it.',
  'finding.driver.stale-libraries.fix.2':
    "Remove what is left of the other driver, then refresh the linker's cache: `sudo ldconfig`.",
  'finding.driver.reboot-pending.title': 'The guest must be restarted before the driver can work',
  'finding.driver.reboot-pending.detail':
    'A driver change is installed, but the running kernel still works with what it loaded before. The guest cannot be judged, and the GPU may not work, until it is restarted.',
  'finding.driver.reboot-pending.detail.key':
    "The key that signs the driver's modules waits for its enrolment, which the firmware asks for at the next start. Until then the kernel rejects the modules.",
  'finding.driver.reboot-pending.fix.1':
    "After the restart, check with `gpu-guest verify`. If a key is to be enrolled, somebody must be at the guest's console: choose Enroll MOK and type the one-time password.",
  'finding.driver.persistence-off.title': 'Persistence mode is off',
  'finding.driver.persistence-off.detail':
    'The driver shuts the GPU down whenever no program uses it. Nothing is broken, but each first program start takes seconds longer.',
  'finding.driver.persistence-off.fix.1':
    'If that matters, let the daemon keep it ready: `sudo systemctl enable --now nvidia-persistenced`.',
} as const;
