/** An image that is built where the card is not. */
export const image = {
  'choice.mode.awaited': 'The card is not in the machine that builds the image.',
  'choice.none.mounted':
    'A mounted image shows no GPU, so no driver fits. Name in the profile what its guests need: driver.kind, driver.version, driver.kernelModule.',
  'choice.image.guess':
    'The profile asks for a driver of kind {kind}, and the card is not here: whether this one fits it, and the host, shows at the first boot of the image.',
  'choice.image.proprietary':
    'The proprietary kernel modules are a guess, as most cards of this branch take them. Blackwell cards and GH200 take the open ones only: then set driver.kernelModule: open.',
  'choice.image.open':
    'The open kernel modules are a guess, as NVIDIA recommends them from R560 on. Cards before Turing take the proprietary ones only: then set driver.kernelModule: proprietary.',
  'choice.licence.image':
    'The image holds no client configuration token: each of its guests gets one at its first start.',
  'choice.cuda.image':
    'The architecture of the card is not known here; from 13.0 on, toolkits run on Turing and later cards only.',
  'step.image.driver.load':
    'The card is not here, so nothing is loaded: this is checked at the first boot of the image.',
  'step.image.driver.enroll-key':
    'A key is enrolled with the firmware of the machine that boots the image, not here: whether the module is accepted is checked at the first boot.',
  'step.image.license.service':
    'nvidia-gridd starts with each boot; it is not started here. This is checked at the first boot of the image.',
  'step.image.license.service-enable': 'nvidia-gridd is to start with each boot of the image; it is not started here.',
  'step.image.license.wait': 'There is no card to be licensed here: this is checked at the first boot of the image.',
  'step.image.verify':
    'Checked at the end: what the image holds. Module, GPUs and licence are left to its first boot, for which {unit} is put in place.',
  'step.image.verify.done': 'The image holds what it should. Module, GPUs and licence are checked at its first boot.',
  'check.image.driver': 'driver {version}',
  'check.image.driver.none': 'no driver',
  'check.image.packages': 'no installation of packages was cut off',
  'check.image.packages.interrupted': 'an installation of packages was cut off',
  'check.image.module': 'module {version}, {flavour}, for kernel {kernel}, which boots next',
  'check.image.module.none': 'kernel {kernel}, which boots next, has no NVIDIA module',
  'check.image.module.any': 'a module for the kernel that boots next',
  'check.image.module.unread': '{file} cannot be read, so it is not known which kernel boots next',
  'check.image.nouveau': 'nouveau is kept away',
  'check.image.nouveau.free': 'nothing keeps nouveau away',
  'check.image.nouveau.initramfs':
    '{file} does not hold in an initramfs that dracut makes for any machine: nouveau can be loaded from there',
  'check.image.initramfs': 'the initramfs of kernel {kernel} is newer than {file}',
  'check.image.initramfs.old': 'it is older',
  'check.image.initramfs.none': 'there is none',
  'check.image.config': 'FeatureType={type}',
  'check.image.config.none': 'no FeatureType is set',
  'check.image.token': 'a valid client configuration token',
  'check.image.token.later': 'none, on purpose: it comes at the first start of each guest',
  'check.image.token.none': 'none',
  'check.image.service': 'nvidia-gridd starts with each boot',
  'check.image.service.absent': 'there is no nvidia-gridd',
  'check.image.service.off': 'it does not start with a boot',
  'check.image.nvcc': 'nvcc {version}',
  'check.image.first-boot': 'left to the first boot: module, GPUs, licence',
  'check.image.first-boot.none': 'gpu-guest-first-boot.service is not in place',
  'cli.check.driver': 'Driver',
  'cli.check.packages': 'Packages',
  'cli.check.nouveau': 'nouveau',
  'cli.check.initramfs': 'initramfs',
  'cli.check.first-boot': 'First boot',
  'sim.image-without-gpu.title': 'An image, built without a GPU',
  'sim.image-without-gpu.story':
    'A Debian 12 builder without any NVIDIA card, whose next boot takes another kernel, and a media folder with a GRID package and a CUDA runfile. With a profile that names the driver (driver.kind: grid), all is installed for the kernel that the image boots; what needs the card is left to its first boot.',
  'cli.command.first-boot':
    'judge a guest of an image at its first boot, by the profile that the image was built with (a unit calls this)',
  'step.first-boot.title': 'Have the first boot of the image checked',
  'first-boot.no-own-copy': 'This program cannot copy itself into the image, so nothing would check its first boot.',
  'first-boot.nothing':
    'Nothing is to be judged here: no image was built with a profile, or its first boot was judged already.',
  'first-boot.unreadable':
    '{path} cannot be read, so nothing says what this guest is to be. Verify it with the profile of the image: `sudo gpu-guest verify --profile gpu.yml`.',
  'first-boot.ready': 'GPU Guest Assistant: this guest is READY ({gpus}).',
  'first-boot.not-ready': 'GPU Guest Assistant: this guest is NOT READY: {why}',
  'first-boot.check': '{id}: expected {expected}, found {found}.',
  'first-boot.more': 'All of it: {file}; what to do: `sudo gpu-guest diagnose`.',
  'cli.status.first-boot.ready': 'The first boot of this guest was judged {at}: ready ({gpus}).',
  'cli.status.first-boot.not-ready': 'The first boot of this guest was judged {at}: not ready. {why} How it is now: `gpu-guest diagnose`.',
  'cli.status.first-boot.unreadable': '{path} is there and cannot be read, so it is not known how the first boot was judged: `sudo gpu-guest verify`.',
  'step.image.verify.undo': '{unit} is removed again, with the copy of this program that it starts.',
} as const;
