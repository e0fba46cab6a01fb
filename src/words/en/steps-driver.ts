export const stepsDriver = {
  'step.driver.remove-conflicting.title': 'Remove drivers that are in the way',
  'step.driver.remove-conflicting.none': 'No other driver is in the way.',
  'step.driver.remove-conflicting.todo': 'In the way of the chosen driver: {drivers}.',
  'step.driver.remove-conflicting.no-uninstaller':
    'A driver was installed from a .run file, and its nvidia-uninstall is gone. Install the same .run file again, then run this command again.',
  'step.driver.remove-conflicting.undo':
    'The packages that were removed are installed again; a driver from a .run file cannot be brought back.',
  'step.driver.install.title': 'Install the driver',
  'step.driver.name': '{kind} {version}',
  'step.driver.kind.grid': 'vGPU guest driver (GRID)',
  'step.driver.kind.tesla': 'data-centre driver',
  'step.driver.kind.geforce': 'GeForce driver',
  'step.driver.flavour.open': 'open',
  'step.driver.flavour.proprietary': 'proprietary',
  'step.driver.install.todo': 'To be installed: {driver}. {reason}',
  'step.driver.install.whole': '{driver} is there only in part; it is made whole from where it came.',
  'step.driver.install.done': '{driver} is installed, with a module for the kernel that boots next.',
  'step.driver.install.build': 'The driver is installed, but has no module for kernel {kernel}; it is built.',
  'step.driver.install.no-sources':
    'The driver has no module for kernel {kernel}, and its sources are not registered with DKMS. Put the package of the driver into the media folder, so that it can be installed again.',
  'step.driver.install.not-whole':
    'The installed driver is not whole, or has not the {flavour} kernel module that this GPU needs. Put its package into the media folder, so that it can be installed again.',
  'step.driver.install.no-key-read':
    'Secure Boot is on, and which keys may sign modules cannot be read. Run the command with administrator rights.',
  'step.driver.install.undo': 'The packages of before are brought back, and what the driver added is removed.',
  'step.windows.driver.remove-conflicting.undo':
    'The driver is brought back from the copy that was kept before it was removed; programs that NVIDIA’s setup had installed beside it are not.',
  'step.windows.driver.remove-conflicting.unnamed':
    'Driver {version} is in the way, and Windows does not say under which name it keeps it. Remove it in Device Manager (“Uninstall device”, with “Attempt to remove the driver for this device”), then run this command again.',
  'step.windows.driver.undo.kept':
    'The copy that was kept before it was removed brings it back.',
  'step.windows.driver.undo.log':
    'What setup has written stays for whoever looks for a cause.',
  'step.windows.driver.install.done':
    '{driver} is installed, and Windows reports no problem with the GPU.',
  'step.windows.driver.install.unknown':
    '{driver} is installed, but whether the GPU works could not be asked of Windows. Run the command as administrator.',
  'step.windows.driver.install.answers':
    '{driver} is installed, and nvidia-smi answers for every GPU; Windows itself could not be asked.',
  'step.windows.driver.install.no-restart':
    '{driver} is installed, and Windows reports Code {code} for the GPU. Neither another driver nor a restart mends that: “gpu-guest diagnose” says what does.',
  'step.windows.driver.install.restart':
    '{driver} is installed, and Windows reports Code {code} for the GPU. A new driver may need a restart before it starts the GPU; if the code is still there afterwards, “gpu-guest diagnose” names the causes.',
  'step.windows.driver.install.refused':
    '{file} is not installed: {why}',
  'step.windows.driver.install.no-package':
    'Not every GPU has {driver}, and its package is not at hand. Put it into the media folder and run the command again.',
  'step.windows.driver.install.undo':
    'The driver is uninstalled by its own setup program, and the one of before is brought back from the copy that was kept.',
  'step.windows.driver.reboot':
    'The new driver starts the GPU at the next boot.',
  'step.driver.enroll-key.title': 'Let Secure Boot accept the driver',
  'step.driver.enroll-key.no-secure-boot': 'Secure Boot is off.',
  'step.driver.enroll-key.accepted': 'The kernel has accepted the module.',
  'step.driver.enroll-key.distribution': 'The module is signed by the distribution, whose key Secure Boot knows.',
  'step.driver.enroll-key.no-module': 'Kernel {kernel} has no NVIDIA module that could be signed.',
  'step.driver.enroll-key.no-mokutil':
    'The program mokutil is needed to enrol a key and is not installed. Install it, or turn Secure Boot off for this virtual machine.',
  'step.driver.enroll-key.done': "The guest's own key is enrolled and the module is signed with it.",
  'step.driver.enroll-key.pending':
    'The enrolment is confirmed at the console of the virtual machine at the next boot, with the password in {file}.',
  'step.driver.enroll-key.todo':
    'Secure Boot is on and does not know the key of the module; without it the driver is not loaded.',
  'step.driver.enroll-key.console':
    'Somebody must sit at the console of the virtual machine at the next boot: the blue screen "MOK management" waits ten seconds for a key, then choose "Enroll MOK", "Continue", "Yes", and type the one-time password that is shown and stands in {file}.',
  'step.driver.enroll-key.undo':
    'A request is withdrawn; a key that the firmware already has stays until somebody deletes it at the console ("mokutil --delete").',
  'step.driver.load.title': 'Load the driver',
  'step.driver.load.todo': 'The driver is not loaded.',
  'step.driver.load.done': 'Version {version} is loaded.',
  'step.driver.load.no-module': 'No kernel of this guest has a module of the driver.',
  'step.driver.load.reboot-key': 'The key is confirmed at the console at a reboot.',
  'step.driver.load.reboot-nouveau': 'nouveau holds the GPU until the next boot.',
  'step.driver.load.reboot-other': 'Another version or flavour of the driver is loaded until the next boot.',
  'step.driver.load.reboot-kernel': 'The driver was built for the kernel that boots next, not for the one that runs.',
  'step.driver.load.undo': 'A module that is loaded stays until the next boot.',
  'step.driver.hold.title': 'Keep upgrades from changing the driver',
  'step.driver.hold.not-in-profile': 'The profile does not ask for it.',
  'step.driver.hold.runfile': 'The driver is no package, so no upgrade changes it.',
  'step.driver.hold.no-version-lock':
    'No configured repository has {package}, so dnf cannot hold the driver, and an upgrade could change it. Enable the repository that has it and run the command again, or add "excludepkgs={names}" to /etc/dnf/dnf.conf yourself.',
  'step.driver.hold.no-driver': 'No driver is installed that could be held.',
  'step.driver.hold.done': 'The packages of the driver are held.',
  'step.driver.hold.todo': 'An automatic upgrade could part kernel module and libraries. To be held: {names}.',
  'step.driver.hold.undo': 'The packages are released again.',
} as const;
