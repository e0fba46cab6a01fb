/** cuDNN and NCCL: their choice, steps, checks and findings. */
export const libraries = {
  'choice.libraries.not-wanted': 'The profile does not ask for it.',
  'choice.libraries.no-major': 'It does not say for which CUDA it is made.',
  'choice.libraries.other-major':
    'It is made for CUDA {made}. The toolkit here is CUDA {cuda}, and a build goes with one major version only.',
  'choice.libraries.no-runtime':
    'The package with the library itself (such as libcudnn9-cuda-12 or libnccl2) is not in the folder.',
  'choice.libraries.media': 'The newest of the media that is made for CUDA {cuda}: {version}.',
  'choice.libraries.made-for': 'It is made for CUDA {cuda}, which this guest has or gets.',
  'choice.libraries.by-name': 'By its name it is made for CUDA {cuda}. What is in it, tar and xz will tell, which are installed first.',
  'choice.libraries.no-cuda': 'No CUDA toolkit is chosen, so nobody can say which build fits. {why}',
  'choice.libraries.repository': '{version} of a repository of this guest, made for CUDA {cuda}.',
  'choice.libraries.none-in-media':
    'The media have no build for CUDA {cuda} that can be used here. Put NVIDIA’s archive (.tar.xz, .txz) or its packages for CUDA {cuda} into the media folder.',
  'choice.libraries.none-offered':
    'No repository of this guest has a build for CUDA {cuda}. Add NVIDIA’s CUDA repository, or put the archive into the media folder and write `auto`.',
  'choice.libraries.none':
    'Neither the media nor a repository of this guest has a build for CUDA {cuda}. Put NVIDIA’s archive (.tar.xz, .txz) or its packages for CUDA {cuda} into the media folder.',
  'media.archive-no-xz':
    'What is in this archive cannot be listed here without xz. Install it (`sudo apt-get install xz-utils`, `sudo dnf install xz`, `sudo zypper install xz`), then read the folder again.',
  'media.archive-broken':
    'The archive cannot be unpacked, so it is cut short or was changed on the way. Download it again. tar says: {line}',
  'step.cudnn.install.title': 'Install cuDNN',
  'step.nccl.install.title': 'Install NCCL',
  'step.libraries.done': '{library} {version} loads, and goes with the CUDA of this guest ({path}).',
  'step.libraries.no-list': 'Which packages are installed cannot be read, so {library} is not installed over them.',
  'step.libraries.no-manager':
    'This guest has neither apt, dnf nor zypper, so the packages of {library} cannot be installed. Use NVIDIA’s archive (.tar.xz, .txz).',
  'step.libraries.no-folder':
    'The CUDA toolkit here is the distribution’s, which has no folder of its own for {library}. Use the packages of {library}, or NVIDIA’s toolkit.',
  'step.libraries.archive':
    '{library} {version} is unpacked into the folders of the CUDA toolkit: headers and shared libraries. {reason}',
  'step.libraries.packages':
    '{library} {version} is installed. The package manager rehearses it first; if a driver package would come, change or go, the run stops before anything is done. {reason}',
  'step.libraries.local-repository':
    '{library} {version} is installed from the local repository package: it is unpacked into a folder that is removed again, and only the packages for this CUDA are installed; no repository is added to the guest. The package manager rehearses it first; if a driver package would come, change or go, the run stops. {reason}',
  'step.libraries.undo':
    'What was unpacked is removed, and each file that was replaced is as before; packages are removed, and the loader’s list is made anew.',
  'check.libraries': '{library} loads',
  'check.libraries.cuda': '{library} for CUDA {cuda} loads',
  'check.libraries.absent': 'not installed',
  'check.libraries.unavailable': 'not installed. {why}',
  'check.libraries.trouble': 'it does not load: {trouble}',
  'check.libraries.found': '{version}, made for CUDA {made}',
  'fact.libraries': 'cuDNN and NCCL',
  'fact.libraryOffers': 'what the repositories have of cuDNN, NCCL and the fabric manager',
  'question.libraries': 'Do cuDNN and NCCL load, and for which CUDA are they made?',
  'question.libraryOffers': 'Do the repositories have cuDNN, NCCL and the fabric manager?',
  'finding.libraries.fix.apply':
    'Let this tool do it: write `{key}: auto` below `libraries:` in a profile, put NVIDIA’s archive for this CUDA into its media folder, then `sudo gpu-guest apply --profile FILE`.',
  'finding.libraries.not-loading.title': 'A library for CUDA does not load',
  'finding.libraries.not-loading.detail':
    '{library} is installed ({path}), and the system’s loader cannot load it. Every program that uses it fails.',
  'finding.libraries.not-loading.detail.said':
    'A program looked for {library} and did not find it. It is not installed, or lies where the system’s loader does not look; a program in a Python environment or a container needs it there.',
  'finding.libraries.not-loading.fix.look':
    'See whether the guest has it: `ldconfig -p | grep {file}`. Nothing printed: install it in the build for the toolkit’s CUDA. Frameworks that bring their own (`pip install torch`, `nvidia-cudnn-cu12`) are mended inside their environment.',
  'finding.libraries.not-loading.fix.1':
    'What it misses stands in the evidence. A library “not found” belongs to CUDA (install the toolkit that it is made for) or was removed; “file too short” means that the copy was cut off (install it again).',
  'finding.libraries.other-cuda.title': 'A library is made for another CUDA than the toolkit',
  'finding.libraries.other-cuda.detail':
    '{library} is made for CUDA {made}, and the toolkit of this guest is CUDA {toolkit}. Programs that are built here against both do not start, or fail at the first call. Programs that bring a CUDA of their own (PyTorch’s wheels, containers) are not touched by it.',
  'finding.libraries.other-cuda.fix.1':
    'By hand: install the build whose name ends in the major version of the toolkit, such as `libcudnn9-cuda-12`, and remove the other.',
  'run.failed.not-rehearsed':
    '{program} could not rehearse the installation, so nobody can say that it leaves the driver alone. Nothing was installed. Its last line: {line}',
  'run.failed.driver-at-risk':
    'The package manager’s rehearsal would add, change or remove packages of a driver: {names}. Nothing was installed. Take the library from NVIDIA’s archive, which has no dependencies, or from a repository whose packages do not need a driver.',
  'cli.media.what.cudnn': 'cuDNN',
  'cli.media.what.nccl': 'NCCL',
  'cli.media.what.fabric-manager': 'fabric manager',
  'cli.check.containers': 'Containers',
  'cli.check.cudnn': 'cuDNN',
  'cli.check.nccl': 'NCCL',
  'cli.check.fabric': 'NVSwitch fabric',
  'cli.check.persistence': 'Persistence mode',
  'cli.check.topology': 'Links between GPUs',
  'profile.key.libraries': 'Libraries for CUDA, in the build that is made for the toolkit. They bring no driver.',
  'profile.key.libraries.cudnn':
    'cuDNN, for deep learning. none: it is left alone. auto: from the media folder, else from a repository that the guest has. media, repository: from there alone.',
  'profile.key.libraries.nccl':
    'NCCL, for several GPUs at work together. none: it is left alone. auto: from the media folder, else from a repository that the guest has. media, repository: from there alone.',
} as const;
