export const findingsCuda = {
  'finding.cuda.missing.title': 'No CUDA toolkit is installed',
  'finding.cuda.missing.detail':
    'There is no nvcc and no toolkit on this guest. Programs that bring their own CUDA libraries run without one; compiling CUDA code does not.',
  'finding.cuda.missing.fix.media':
    'With a CUDA runfile that fits the driver in the media folder (/mnt/Shared/nv, or `--media`), `sudo gpu-guest apply` installs the toolkit alone; `gpu-guest plan` shows whether one is there.',
  'finding.cuda.missing.fix.1':
    "By hand, the toolkit alone: `sudo sh cuda_<version>_linux.run --silent --toolkit`, or `{install} cuda-toolkit-<X-Y>` from NVIDIA's repository.",
  'finding.cuda.missing.fix.runfile':
    'By hand, the toolkit alone: `sudo sh cuda_<version>_linux.run --silent --toolkit`.',
  'finding.cuda.missing.fix.2':
    'Never install the driver that comes with it (`--driver`, packages `cuda` or `cuda-drivers`): on a vGPU it replaces the GRID driver.',
  'finding.cuda.driver-too-old.title': 'The driver is too old for this CUDA toolkit',
  'finding.cuda.driver-too-old.detail':
    'CUDA {cuda} needs driver {floor} or later; the guest has {driver}. Programs built with it stop with "CUDA driver version is insufficient for CUDA runtime version".',
  'finding.cuda.driver-too-old.detail.said':
    'A CUDA program was turned away: the CUDA version that it was built for is newer than the driver.',
  'finding.cuda.driver-too-old.fix.said': "Install a newer driver (on a vGPU: one that the host's release accepts).",
  'finding.cuda.driver-too-old.fix.1':
    "Install driver {floor} or later (on a vGPU: one that the host's release accepts).",
  'finding.cuda.driver-too-old.fix.2':
    'Or use an older toolkit: `nvidia-smi` names the newest CUDA version that this driver runs.',
  'finding.cuda.package-replaces-driver.title': 'A CUDA package brings the wrong driver',
  'finding.cuda.package-replaces-driver.detail':
    "The package {name} pulls NVIDIA's public driver over the GRID driver that this vGPU needs. The GPU is turned away and the licence is lost.",
  'finding.cuda.package-replaces-driver.detail.soon':
    "The package {name} belongs to NVIDIA's public driver. The GRID driver is still there, but the next upgrade may replace it; then the vGPU is turned away.",
  'finding.cuda.package-replaces-driver.fix.1':
    'Remove these packages and keep the toolkit: `{remove} {names}`, then `{install} cuda-toolkit-<X-Y>`.',
  'finding.cuda.package-replaces-driver.fix.dnf':
    "Shut the public driver out, in the section of NVIDIA's repository in /etc/yum.repos.d: `excludepkgs=nvidia-driver*,nvidia-open*,nvidia-kmod*,kmod-nvidia*,cuda-drivers*`.",
  'finding.cuda.package-replaces-driver.fix.zypper':
    "Shut the public driver out: `sudo zypper addlock 'nvidia-*G0*' 'x11-video-nvidiaG0*' 'nvidia-open*' 'cuda-drivers*' cuda-cloud-opengpu`.",
  'finding.cuda.package-replaces-driver.fix.2':
    'Shut the public driver out, in /etc/apt/preferences.d/no-public-nvidia: `Package: nvidia-driver* nvidia-open* cuda-drivers*`, `Pin: release *`, `Pin-Priority: -1`.',
  'finding.cuda.profile-without-cuda.title': 'This vGPU type cannot run CUDA',
  'finding.cuda.profile-without-cuda.detail':
    'A CUDA toolkit is installed, but the vGPU type {type} has no CUDA: types of the A and B series, and small Q types of Maxwell cards, do not run it. No driver changes that.',
  'finding.cuda.profile-without-cuda.fix.1':
    'Send this to the administrator of the host: "Please give this virtual machine a vGPU type of the Q or C series: it has to run CUDA."',
  'finding.cuda.profile-without-cuda.fix.2':
    'The new type needs the licence of its series (Q: virtual workstation, C: compute server or AI Enterprise).',
  'finding.cuda.gpu-too-old.title': 'This CUDA toolkit no longer supports the GPU',
  'finding.cuda.gpu-too-old.detail':
    'CUDA {cuda} compiles nothing for {gpu}: CUDA {last} was the last main version for it.',
  'finding.cuda.gpu-too-old.fix.1': 'Install a CUDA {last} toolkit beside it (`--toolkit` alone).',
  'finding.cuda.gpu-too-old.fix.2':
    'Let /usr/local/cuda lead to it: `sudo ln -sfn /usr/local/cuda-<X.Y> /usr/local/cuda`.',
  'finding.cuda.blocked-unlicensed.title': 'CUDA is blocked for want of a licence',
  'finding.cuda.blocked-unlicensed.detail':
    'The unlicensed vGPU is restricted now: CUDA programs fail with "operation not supported" or wait for memory, although nvidia-smi works.',
  'finding.path.fix.apply': 'Let this tool set the paths: `sudo gpu-guest apply --steps path.configure`.',
  'finding.path.nvcc-missing.title': 'nvcc is installed and not found',
  'finding.path.nvcc-missing.detail': 'The toolkit is in {path}, but these kinds of shell do not find nvcc: {shells}.',
  'finding.path.nvcc-missing.fix.1':
    'By hand: add /usr/local/cuda/bin to the PATH line of /etc/environment, and log in anew.',
  'finding.path.not-in-sudo.title': 'sudo does not find nvcc',
  'finding.path.not-in-sudo.detail':
    'sudo uses its own PATH (secure_path) and does not find nvcc, so `sudo make` and `sudo pip install` of CUDA code fail where the same command works without sudo.',
  'finding.path.not-in-sudo.fix.1':
    'By hand, as /usr/local/bin is in secure_path and a mere link would not do: `printf \'#!/bin/sh\\nexec /usr/local/cuda/bin/nvcc "$@"\\n\' | sudo tee /usr/local/bin/nvcc && sudo chmod 755 /usr/local/bin/nvcc`.',
  'finding.path.stale.title': 'A path names a CUDA folder that is gone',
  'finding.path.stale.detail':
    '{file} names a CUDA folder that no longer exists. Shells then find no nvcc, or an older one.',
  'finding.path.stale.fix.1':
    'By hand, in {file}: take {folders} out, or write the unversioned /usr/local/cuda in its place, which always leads to the toolkit in use.',
  'finding.path.stale.fix.link': 'By hand: remove this link, which leads nowhere: `sudo rm {link}`.',
} as const;
