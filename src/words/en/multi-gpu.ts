/** Several GPUs and whole cards, NVSwitch, and what small guests lack. */
export const multiGpu = {
  'choice.fabric.not-wanted': 'The profile does not ask for the fabric manager.',
  'choice.fabric.no-driver':
    'Which version of the driver there will be is not known, and the fabric manager has to be of exactly that one.',
  'choice.fabric.other-version':
    'It is {version}, and the driver is {driver}. The fabric manager runs with a driver of exactly its own version only.',
  'choice.fabric.none':
    'Neither the media nor a repository of this guest has the fabric manager {version}, which the driver needs. Put its package (nvidia-fabricmanager, of exactly that version) into the media folder.',
  'choice.fabric.fits': 'It is of exactly the driver’s version, {version}.',
  'step.fabric.install.title': 'Set up the NVSwitch fabric',
  'step.fabric.install.todo':
    'NVSwitches in this guest: {count}. The fabric manager {version}, of exactly the driver’s version, is installed, started, and waited for until every GPU is registered.',
  'step.fabric.install.start': 'The fabric manager {version} is installed and does not run, or is not started at boot.',
  'step.fabric.install.waits': 'The fabric manager runs. GPUs that it has not registered yet: {count}.',
  'step.fabric.install.done': 'The fabric manager {version} runs, and is started at boot; no GPU waits for it.',
  'step.fabric.install.no-switch': 'No NVSwitch was handed to this guest, so it needs no fabric manager.',
  'step.fabric.install.elsewhere':
    'GPUs wait for the NVSwitch fabric, and no NVSwitch was handed to this guest: the fabric manager runs on the host, or in a service guest. Ask the administrator of the host to activate the partition of these GPUs.',
  'step.fabric.install.image':
    'The card is not here, so nobody can say whether NVSwitches will be. Run `gpu-guest apply` on the guest of the image.',
  'step.fabric.install.no-manager':
    'This guest has neither apt, dnf nor zypper, so the fabric manager cannot be installed.',
  'step.fabric.install.undo':
    'The fabric manager is stopped and removed, and the packages of before are put back. Without it CUDA does not run on GPUs behind NVSwitch.',
  'step.driver.persistence.title': 'Keep the GPUs initialised',
  'step.driver.persistence.todo':
    'Persistence mode is turned on, now and at each boot, so that programs need not wait while the driver starts the GPU.',
  'step.driver.persistence.done': 'Persistence mode is on, and is turned on at each boot.',
  'step.driver.persistence.vgpu': 'No whole card is here. A vGPU is kept initialised by its host.',
  'step.driver.persistence.not-in-profile': 'The profile does not ask for persistence mode.',
  'step.driver.persistence.undo': 'The unit is removed, and the mode is turned off where this run turned it on.',
  'check.fabric': 'the fabric manager of driver {driver} runs, and no GPU waits for it',
  'check.fabric.absent': 'not installed',
  'check.fabric.stopped': '{version} is installed; it does not run, or is not started at boot',
  'check.fabric.runs': '{version} runs',
  'check.fabric.waiting': 'GPUs not registered yet: {count}',
  'check.persistence': 'persistence mode is on, now and at each boot',
  'check.persistence.on': 'on, and at each boot',
  'check.persistence.off': 'off on GPUs: {count}',
  'check.persistence.not-kept': 'on, but not turned on at boot',
  'check.topology': 'how each pair of GPUs is joined (NV#: NVLink; SYS is the slowest)',
  'fact.nvSwitches': 'the NVSwitches',
  'fact.gpuUnits': 'the services of whole cards',
  'fact.topology': 'how the GPUs are joined',
  'fact.memory': 'the free memory',
  'question.nvSwitches': 'Were NVSwitches handed to this guest?',
  'question.gpuUnits': 'Do the fabric manager and persistence mode start at boot?',
  'question.topology': 'How are the GPUs joined?',
  'question.memory': 'How much memory is there to build and unpack in?',
  'choice.fabric.subnet': 'NVIDIA’s NVLink Subnet Manager: the fabric manager needs it beside it on HGX B200 and later.',
  'step.fabric.install.both':
    'The NVSwitches of this guest are managed over InfiniBand functions (HGX B200 and later). The fabric manager {version}, of exactly the driver’s version, and the NVLink Subnet Manager (nvlsm) are installed; the fabric manager starts both, and every GPU is waited for.',
  'step.fabric.install.besides':
    'The fabric manager {version} is installed. What it needs beside it on HGX B200 and later is not: the NVLink Subnet Manager (nvlsm) and the kernel module ib_umad.',
  'step.fabric.install.no-subnet-manager':
    'The NVSwitches of this guest need the NVLink Subnet Manager (package nvlsm), and neither the media nor a repository of this guest has it. Put its package into the media folder, or add NVIDIA’s CUDA repository.',
  'check.fabric.no-subnet-manager': '{version} is installed; the NVLink Subnet Manager (nvlsm), which it needs here, is not',
  'fact.subnetManager': 'the NVLink Subnet Manager',
  'question.subnetManager': 'Are there NVSwitches in this guest that need the NVLink Subnet Manager?',
  'finding.fabric.no-subnet-manager.title': 'The fabric manager lacks the NVLink Subnet Manager',
  'finding.fabric.no-subnet-manager.detail':
    'The NVSwitches of HGX B200 and later are set up by NVIDIA’s NVLink Subnet Manager (nvlsm), which the fabric manager starts. It is not installed here, so the fabric manager cannot start, and CUDA fails with "system not yet initialized" (error 802).',
  'finding.fabric.no-subnet-manager.detail.module':
    'The NVLink Subnet Manager talks to the NVSwitches over the kernel module ib_umad, which is not loaded. So the fabric manager cannot start, and CUDA fails with "system not yet initialized" (error 802).',
  'finding.fabric.no-subnet-manager.fix.program': 'Install the package nvlsm from NVIDIA’s CUDA repository: `sudo apt-get install nvlsm`, or `sudo dnf install nvlsm`.',
  'finding.fabric.no-subnet-manager.fix.module':
    'Load the module, now and at each boot: `sudo modprobe ib_umad && echo ib_umad | sudo tee /etc/modules-load.d/ib_umad.conf`.',
  'finding.fabric.no-subnet-manager.fix.restart':
    'Start the fabric manager anew: `sudo systemctl restart nvidia-fabricmanager && systemctl status nvidia-fabricmanager`.',
  'finding.multi-gpu.fix.fabric':
    'Or let this tool do it: write `fabricManager: auto` below `multiGpu:` in a profile, then `sudo gpu-guest apply --profile FILE`.',
  'finding.multi-gpu.fix.persistence':
    'For each boot: write `persistence: true` below `multiGpu:` in a profile, then `sudo gpu-guest apply --profile FILE`.',
  'finding.gpu.mixed-models.title': 'GPUs of different architectures share one driver',
  'finding.gpu.mixed-models.detail':
    'Here are {models}. One driver drives them all: the public lists name every one of them in branches from R{first} to R{last} only. The oldest card also caps the CUDA toolkit for programs that are to run on all.',
  'finding.gpu.mixed-models.detail.none':
    'Here are {models}. No driver branch of the public lists drives all of them: whichever is installed, a card is left out.',
  'finding.gpu.mixed-models.fix.1':
    'Nothing is broken. For a newer driver or CUDA than the oldest card allows, give the cards to guests of their own.',
  'finding.gpu.mixed-models.fix.host': 'Ask the administrator of the host to give these cards to different guests.',
  'room.driver': 'building the driver',
  'room.cuda': 'unpacking the CUDA toolkit',
  'room.library': 'unpacking {name}',
  'room.fabric': 'installing the fabric manager',
  'room.containers': 'installing the container toolkit',
  'step.preflight.no-memory':
    'For {what}, some {neededMiB} MiB of memory are needed (our estimate), and {freeMiB} MiB are free, swap included; the kernel would stop it in the middle. Stop other programs, give the guest more memory, or add swap: `sudo fallocate -l 2G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile`.',
  'profile.key.multiGpu': 'Whole cards, and several of them.',
  'profile.key.multiGpu.fabricManager':
    'NVIDIA’s fabric manager, of exactly the driver’s version; only where NVSwitches were handed to the guest. none: it is left alone. auto: from the media folder, else from a repository that the guest has. media, repository: from there alone.',
  'profile.key.multiGpu.persistence':
    'Persistence mode: the GPUs stay initialised while no program uses them, from each boot on. For whole cards only.',
} as const;
