export const root = {
  'cli.option.root': 'work on the guest whose file system is mounted at DIR, in place of this machine',
  'root.not-there': 'There is no {folder}. Give --root the folder where the guest’s file system is mounted.',
  'root.no-folder': '{folder} is no folder. Give --root the folder where the guest’s file system is mounted; a disk image is mounted first.',
  'root.this-machine': '{folder} is this machine’s own root. Leave --root out to work on this machine.',
  'root.no-guest':
    'There is no guest at {folder}: it has no /etc/os-release. Give --root the folder where the guest’s root partition is mounted.',
  'root.no-mount-point':
    'The guest at {folder} cannot be worked on: {missing} is no folder there, so nothing can be mounted at it for the guest’s commands. Mount the guest’s root partition itself.',
  'root.read-only': 'The file system at {folder} is mounted read-only, so that nothing can be changed there. Mount it read-write.',
  'root.needs-root':
    'The guest at {folder} answers by its own commands, run by chroot, which root alone may do. Run this with sudo.',
  'root.with-source': '--root names the guest already, and {word} would be another. Leave one of the two out.',
  'root.no-unshare':
    'The guest’s commands are run in a mount namespace of their own, and unshare, which makes one, is not on this machine. Install the package util-linux.',
  'root.other-architecture':
    'The guest at {folder} is built for {arch} and this machine is {here}, so that the guest’s commands do not run here. Build it on an {arch} machine, or install qemu-user-static, which lets them run.',
  'root.no-commands':
    'No command of the guest at {folder} can be run from here ({why}). Mounts and chroot must be allowed: in a container that takes --privileged.',
  'root.no-reboot':
    'Nothing is rebooted: the guest is only mounted here. What takes a boot is done and checked when the image boots.',
} as const;
