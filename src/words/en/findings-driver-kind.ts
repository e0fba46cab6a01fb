export const findingsDriverKind = {
  'finding.driver.wrong-kind.title': 'This kind of NVIDIA driver does not fit this GPU',
  'finding.driver.wrong-kind.detail':
    'The GPU ({gpu}) is a vGPU, but driver {driver} is the public data-centre or GeForce driver. It knows the physical card and not the vGPU, so the GPU is turned away. A vGPU needs the GRID guest driver.',
  'finding.driver.wrong-kind.detail.feature':
    'gridd.conf asks for licensed features (FeatureType={featureType}), but driver {driver} is not a GRID driver. Those features exist in the GRID driver only, so nothing is licensed.',
  'finding.driver.wrong-kind.fix.1':
    "Remove this driver (`sudo nvidia-uninstall` for a runfile, `sudo apt-get purge` or `sudo dnf remove` for its packages) and install the GRID guest driver that belongs to the host's vGPU release.",
  'finding.driver.wrong-kind.fix.2':
    "The GRID driver comes from NVIDIA's licensing portal, the cloud provider, or whoever runs the host: put it into the media folder. `gpu-guest media` says which file fits.",
  'finding.driver.wrong-kind.fix.compute':
    'If only compute is wanted, the driver may stay: remove the FeatureType line from /etc/nvidia/gridd.conf.',
  'finding.driver.host-guest-mismatch.title': 'Guest driver and host driver do not fit together',
  'finding.driver.host-guest-mismatch.detail':
    "The host runs vGPU Manager {host}, the guest has driver {guest}. NVIDIA supports a guest driver of the host's release or branch, or of the branch before it, never a newer one. With this pair the vGPU does not start.",
  'finding.driver.host-guest-mismatch.detail.logged':
    "The host's log says that the versions of guest and host driver do not fit together, and that it has disabled the vGPU. The guest still shows the device but cannot start it.",
  'finding.driver.host-guest-mismatch.fix.1':
    "Install the GRID guest driver of the host's vGPU release; `gpu-guest detect` names the versions that fit.",
  'finding.driver.host-guest-mismatch.fix.2':
    'See what would be done with `gpu-guest plan`, then do it with `sudo gpu-guest apply`.',
  'finding.driver.host-guest-mismatch.fix.3':
    'If that driver cannot be used, ask the administrator of the host: "Please tell me the vGPU release on the host and give me its Linux guest driver, or upgrade the vGPU Manager."',
  'finding.driver.gpu-dropped-from-branch.title': 'This driver branch no longer supports the GPU',
  'finding.driver.gpu-dropped-from-branch.detail':
    'The GPU ({gpu}) was supported up to branch {last}; driver {driver} is newer and ignores it.',
  'finding.driver.gpu-dropped-from-branch.detail.ignored':
    'The driver ignores the GPU at {address}: the last branch that drives it is older than this driver. The log does not name that branch.',
  'finding.driver.gpu-dropped-from-branch.fix.find':
    'Learn which branch that is: `gpu-guest detect` on the guest, or `gpu-guest catalog gpu 10de:<device id>` with the id from `lspci -nn`. Remove this driver and install the newest release of that branch.',
  'finding.driver.gpu-dropped-from-branch.detail.ignored.last':
    'The GPU ({gpu}) was supported up to branch {last}; the driver on this guest is newer and ignores it.',
  'finding.driver.gpu-dropped-from-branch.fix.1': 'Remove this driver and install the newest release of branch {last}.',
  'finding.driver.gpu-dropped-from-branch.fix.2':
    'Hold it there, so that no upgrade moves it to a newer branch: `sudo apt-mark hold` or `sudo dnf versionlock add` with its packages.',
  'finding.driver.branch-too-old-for-gpu.title': 'The driver is older than the GPU',
  'finding.driver.branch-too-old-for-gpu.detail':
    'The GPU ({gpu}) is supported from driver {first} on; driver {driver} does not know it and turns it away.',
  'finding.driver.branch-too-old-for-gpu.fix.1':
    "Install a driver of version {first} or later (on a vGPU: one that the host's release accepts).",
  'finding.driver.open-module-required.title': 'The GPU needs the open kernel modules',
  'finding.driver.open-module-required.detail':
    'NVIDIA drives this GPU ({gpu}) with the open kernel modules only. The proprietary modules find it but cannot start it.',
  'finding.driver.open-module-required.fix.1':
    'Install the open flavour of the same driver: packages named `nvidia-open…` or `…-open`, or the runfile with `--kernel-module-type=open`.',
  'finding.driver.open-module-required.fix.2':
    'Afterwards `cat /proc/driver/nvidia/version` says "Open Kernel Module".',
  'finding.driver.open-module-unsupported.title': 'The open kernel modules cannot drive this GPU',
  'finding.driver.open-module-unsupported.detail':
    'The open kernel modules need a GPU System Processor that the guest can reach. {gpu} has none here (cards before Turing, and vGPUs of Turing and Ampere cards), so the driver turns it away.',
  'finding.driver.open-module-unsupported.detail.gsp':
    'The driver says that {gpu} has no GPU System Processor, yet this card has one. Something between the guest and the card hides it: an unsuitable guest kernel, or the way the card is passed through.',
  'finding.driver.open-module-unsupported.fix.1':
    'Install the proprietary flavour of the same driver: packages without `-open` in their name, or the runfile with `--kernel-module-type=proprietary`.',
  'finding.driver.open-module-unsupported.fix.gsp':
    "Update the guest's kernel, restart, and look again. If it stays, ask the administrator of the host to pass the whole card through, with all its memory regions.",
} as const;
