export const stepsStart = {
  'step.preflight.title': 'Check beforehand',
  'step.preflight.done': 'Rights, room, package lock and clock are in order.',
  'step.preflight.done-windows': 'Administrator rights and clock are in order.',
  'step.preflight.nothing-ahead': 'Nothing has to be changed, so nothing has to be checked.',
  'step.preflight.rights-windows':
    'Changing this guest needs administrator rights. Open a terminal with “Run as administrator” and run the same command there.',
  'step.preflight.rights': 'Changing this guest needs administrator rights. Run the same command with sudo.',
  'step.preflight.no-room':
    '{mount} has {freeMiB} MiB free and {neededMiB} MiB are needed. Free some space there or enlarge the disk, then run the command again.',
  'step.preflight.locked':
    'Another program holds the package lock: {program} (process {pid}). It is waited for; if it does not end, see what it does before you stop it.',
  'step.preflight.index-empty':
    'The list of available packages is empty, so nobody can say which driver the distribution offers. Run "{command}" first.',
  'step.preflight.clock':
    'The clock says {now}, which cannot be right; packages and licences would be refused as not yet valid. Set the clock and turn on time synchronisation.',
  'step.packages.prerequisites.title': 'Install what the next steps need',
  'step.packages.prerequisites.done': 'Everything that the next steps need is there.',
  'step.packages.prerequisites.nothing-to-build': 'Nothing has to be built.',
  'step.packages.prerequisites.todo': 'Missing: {names}.',
  'step.packages.prerequisites.repair': 'A package installation was cut off and is finished first.',
  'step.packages.prerequisites.no-headers':
    'The headers of kernel {kernel} are in no configured repository, so no driver can be built for it. Upgrade the kernel and reboot, or add the repository that still has these headers.',
  'step.packages.prerequisites.no-dkms':
    'The package of the driver cannot be installed without DKMS, and no configured repository has DKMS; on RHEL and its rebuilds it comes from EPEL. Enable EPEL, or put the .run file of the same driver into the media folder, then run the command again.',
  'step.packages.prerequisites.lacking':
    'No configured repository has these packages, which are needed: {names}. Add the repository that has them, or fetch the list of packages anew, then run the command again.',
  'step.packages.prerequisites.no-manager':
    'This guest has neither apt, dnf nor zypper. Install these by hand: {names}.',
  'step.nouveau.disable.title': 'Keep nouveau away from the GPU',
  'step.nouveau.disable.no-module': 'No kernel of this guest has nouveau.',
  'step.nouveau.disable.loaded': 'nouveau is loaded and would keep the NVIDIA driver from the GPU.',
  'step.nouveau.disable.todo': 'nouveau is not disabled and could take the GPU at the next boot.',
  'step.nouveau.disable.still-loaded': 'nouveau is disabled, but still loaded until the next boot.',
  'step.nouveau.disable.initramfs':
    '{file} keeps nouveau away only once the disk is mounted: an initramfs that dracut makes for any machine holds nouveau and not that file, and nouveau could take the GPU from there.',
  'step.nouveau.disable.stale':
    'The initramfs of kernel {kernel} was made before {file}, so nouveau could take the GPU from there; it is made anew.',
  'step.nouveau.disable.missing': 'Kernel {kernel}, which boots next, has no initramfs; it is made.',
  'step.nouveau.disable.done': 'nouveau is disabled by {file}.',
  'step.nouveau.disable.reboot': 'nouveau leaves the GPU only at a reboot, and the runfile needs the GPU free.',
  'step.nouveau.disable.undo': 'What was written is removed and the initramfs rebuilt; nouveau is back at the next boot.',
  'step.verify.title': 'Verify',
  'step.verify.todo': 'Checked at the end: module, GPUs, licence, CUDA in every kind of shell.',
  'step.verify.done': 'Everything is as it should be.',
  'step.verify.failed': 'Check {check} failed. Expected: {expected}. Found: {found}',
  'step.left-out': 'Left out; everything else is done without it. {why}',
  'step.blocked.unknown': 'This cannot be planned, as it is not known: {what} ({why}).',
  'step.blocked.no-package-manager':
    'This guest has neither apt, dnf nor zypper. Use the .run file of the driver instead.',
  'step.resume.title': 'Go on by itself after a reboot',
  'step.undo.nothing-changed': 'It changes nothing.',
  'step.undo.packages': 'The packages that were added are removed again.',
  'step.undo.index': 'The list of available packages is only a cache.',
  'step.undo.module': 'A loaded module stays until the next boot.',
  'step.undo.service': 'The service ran before, and runs on.',
  'step.undo.with-folder': 'It goes with its folder.',
  'step.undo.with-driver': 'It goes with the driver.',
  'step.undo.signature': 'A signature harms nobody.',
  'step.undo.runfile-driver': 'A driver that came as a runfile cannot be brought back; install its .run file again.',
} as const;
