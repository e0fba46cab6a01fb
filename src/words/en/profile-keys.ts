/** What each key of the profile means (comments of “profile init”, hovering in an editor), and what “profile” says. */
export const profileKeys = {
  'profile.key.schema': 'Version of this file’s form.',
  'profile.key.goal':
    'What the GPU is for. auto: it follows from the card (a vGPU by its series, a data-centre card on passthrough: compute). compute: CUDA. workstation: graphics, with the licence that it needs.',
  'profile.key.media': 'Folder with drivers, CUDA runfiles and client configuration tokens. It may be a share or an attached disk.',
  'profile.key.driver': 'The driver.',
  'profile.key.driver.kind':
    'grid: the vGPU guest driver, also for a licensed workstation on passthrough. tesla: data-centre and workstation cards. geforce: consumer cards. none: no driver is installed.',
  'profile.key.driver.source':
    'Where the driver comes from. auto: the media where they have one that fits, else the distribution. Or the path of one file.',
  'profile.key.driver.version': 'auto: the best that fits. Or a version such as 525.105.17, or a branch such as 535.',
  'profile.key.driver.kernelModule':
    'Flavour of the kernel modules. auto: what the GPU and the driver need; where both work, what the driver prefers.',
  'profile.key.license': 'The licence of a vGPU, or of a workstation on passthrough.',
  'profile.key.license.featureType':
    'FeatureType of gridd.conf. 0: none. 1: vGPU (the product follows from its type). 2: RTX Virtual Workstation on passthrough. 4: Virtual Compute Server on passthrough.',
  'profile.key.license.token':
    'The client configuration token. auto: the one that the media have, or the one already in place. none: no token is put in place. Or the path of a file.',
  'profile.key.license.waitSeconds': 'How long to wait for the licence before the run counts as failed, in seconds.',
  'profile.key.cuda': 'The CUDA toolkit. It is installed without the driver that comes with it.',
  'profile.key.cuda.toolkit':
    'auto: one that fits, where the media have one. none: no toolkit. Or a version such as "12.1", or the path of a runfile.',
  'profile.key.containers': 'Containers that are to see the GPUs (NVIDIA Container Toolkit).',
  'profile.key.containers.runtime':
    'none: containers are left alone. auto: every runtime that the guest has. Or one of them. No runtime is installed.',
  'profile.key.containers.toolkit':
    'auto: the packages in the media folder, else a repository that the guest has already. media: the media alone. repository: NVIDIA’s repository, which is set up where the guest has none.',
  'profile.key.path': 'Make nvcc and the CUDA libraries known to every login, to sudo and to services.',
  'profile.key.hold': 'Keep automatic upgrades from replacing the driver, which would part kernel module and libraries.',
  'profile.key.reboot':
    'What to do where a reboot is needed. ask: asked at the terminal, else not rebooted. auto: rebooted, and the run goes on by itself. never: it ends with exit code 10.',
  'profile.key.image': 'For golden images.',
  'profile.key.image.seal': 'The guest is to become an image of which clones are made: `apply --yes` ends with `seal`.',
  'profile.key.image.keepToken': 'The token stays in the image, so that all clones share it.',
  'profile.windows.media':
    'Folder with drivers, CUDA installers and client configuration tokens. It may be on another drive. Of a share write the name (\\\\server\\share), not a letter, and let the account of the computer read it: after a reboot the run goes on as the system.',
  'profile.windows.driver.source':
    'Where the driver comes from. auto: the media. Or the path of one file.',
  'profile.windows.license.featureType':
    'FeatureType in the GridLicensing keys of the registry. 0: none. 1: vGPU (the product follows from its type). 2: RTX Virtual Workstation on passthrough. 4: Virtual Compute Server on passthrough.',
  'profile.windows.cuda.toolkit':
    'auto: one that fits, where the media have one. none: no toolkit. Or a version such as "12.1", or the path of an installer.',
  'profile.windows.path':
    'Make nvcc and the CUDA libraries known to every login and to services: PATH and CUDA_PATH of the machine.',
  'profile.init.title': 'Profile of GPU Guest Assistant: what a guest is to become.',
  'profile.init.from': 'Written by “gpu-guest profile init” ({version}) from what this guest is:',
  'profile.init.guest': '{os}, kernel {kernel}, {arch}',
  'profile.init.no-gpu': 'no NVIDIA GPU was seen; what follows are the defaults',
  'profile.init.use-check': 'Is it in order?  gpu-guest profile check {file}',
  'profile.init.use-apply': 'Carry it out:    sudo gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-apply.windows':
    'Carry it out, as administrator:  gpu-guest apply --profile {file} --yes --reboot auto',
  'profile.init.use-schema': 'For completion in an editor:  gpu-guest profile schema -o {schema}',
  'profile.init.here': 'On this guest: {what}',
  'profile.init.here.goal': '{goal}. Other guests of this profile are to become the same; auto lets each card decide.',
  'profile.init.here.media': 'files in it that look like drivers, CUDA installers or tokens: {count}.',
  'profile.init.here.no-media':
    'there is no such folder, and no other with drivers, CUDA installers or tokens was found. Name yours here.',
  'profile.init.here.given': 'this folder was named with --media.',
  'profile.init.here.word': '{word}.',
  'profile.init.here.packages': 'the distribution’s packages {packages}.',
  'profile.init.here.installed': 'the driver is installed already.',
  'profile.init.here.file': '{file}.',
  'profile.init.written': 'The profile is in {path}. Read it, change what you like, then:',
  'profile.init.raised-windows': 'The second one needs a terminal that was opened with “Run as administrator”.',
  'profile.init.exists':
    '{path} is there already and was not touched. Name another file, or replace it with --force.',
  'profile.schema.written':
    'The JSON Schema is in {path}. Editors that know YAML’s language server take it from the first line of a profile beside it.',
  'profile.check.right': 'in order',
  'profile.check.wrong': 'mistakes: {count}',
  'profile.check.needs-file': '“profile check” needs a FILE: gpu-guest profile check gpu.yml (- is standard input).',
  'profile.one-source': '“profile {action}” was given one word too many: “{word}”.',
  'profile.no-option': '“profile {action}” has no option {option}.',
  'profile.and-more': '{first}\n{then}',
  'cli.command.profile':
    'init [SOURCE]: write a commented profile from what the guest is (-o FILE; else on standard output) · check FILE…: say whether profiles are in order, and what is wrong in which line · schema: print the JSON Schema that gives an editor completion',
} as const;
