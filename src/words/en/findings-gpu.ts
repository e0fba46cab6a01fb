export const findingsGpu = {
  'finding.gpu.none.title': 'The guest has no NVIDIA GPU',
  'finding.gpu.none.detail':
    "No NVIDIA device is on the guest's PCI bus. Nothing in the guest can change that: the host has to give the guest a GPU.",
  'finding.gpu.none.fix.1':
    'Send this to the administrator of the host: "Please attach an NVIDIA GPU (vGPU or passthrough) to this virtual machine. `lspci -d 10de:` in the guest lists nothing. OpenStack: flavor property `resources:VGPU=1`, or `pci_passthrough:alias=<alias>:1` for a whole card. libvirt: a `<hostdev>` of type mdev or pci. Proxmox: `hostpci0: <address>,mdev=<type>` (without mdev for a whole card). vSphere: a PCI device, NVIDIA GRID vGPU or DirectPath I/O."',
  'finding.gpu.none.fix.2': 'In a cloud, choose an instance type or flavor that has a GPU.',
  'finding.gpu.init-failed.title': 'The driver cannot start the GPU',
  'finding.gpu.init-failed.detail':
    'The driver is loaded and holds the GPU, but its start failed: nvidia-smi finds no device, and CUDA finds none either.',
  'finding.gpu.init-failed.detail.code':
    'The driver is loaded and holds the GPU, but its start failed with {code}: {stage} nvidia-smi and CUDA find no device.',
  'finding.gpu.init-failed.detail.interrupt':
    'The GPU is on the PCI bus without an interrupt, so the driver lets go of it: nvidia-smi and CUDA find no device.',
  'finding.gpu.init-failed.fix.interrupt':
    'Send this to the administrator of the host: "The GPU of this virtual machine has no interrupt (the line is attached). Please check how it is passed through, and start the virtual machine with ACPI on, on a q35 machine, with MSI allowed for the device."',
  'finding.gpu.init-failed.fix.interrupt.guest':
    'In the guest, look at what took it away: `cat /proc/cmdline` must not have `acpi=off`, `noapic` or `pci=nomsi`.',
  'finding.gpu.init-failed.stage.environment': 'the system around the GPU was not fit, most often its interrupts.',
  'finding.gpu.init-failed.stage.attach':
    'the driver could not attach the GPU. On a vGPU the driver most often is not the one for this host; on a whole card it is the wrong kernel module flavour or unreadable device memory.',
  'finding.gpu.init-failed.stage.init': "the GPU's state could not be set up.",
  'finding.gpu.init-failed.stage.load': "the GPU's engines could not be started.",
  'finding.gpu.init-failed.stage.memory': "the GPU's memory could not be reached through the bus (DMA or BAR).",
  'finding.gpu.init-failed.stage.vbios': "the GPU's video BIOS could not be read.",
  'finding.gpu.init-failed.stage.firmware':
    "the firmware of the GPU's system processor (GSP) could not be loaded; it must lie under /lib/firmware/nvidia/ in the driver's own version.",
  'finding.gpu.init-failed.stage.other': 'the log gives no plainer reason.',
  'finding.gpu.init-failed.fix.1': 'Read what the driver says around the failure: `sudo dmesg | grep -A 8 NVRM`.',
  'finding.gpu.init-failed.fix.2':
    'Check that the driver is the right one: `gpu-guest detect` compares what is installed with what fits.',
  'finding.gpu.init-failed.fix.3':
    'If the driver is right, send this to the administrator of the host: "The GPU of this virtual machine is on its PCI bus but does not start (the line is attached). Please check the host\'s log, reset the GPU, and start the virtual machine anew."',
  'finding.gpu.vgpu-not-presented.title': 'A whole card is here where a vGPU was meant',
  'finding.gpu.vgpu-not-presented.detail':
    'gridd.conf says that this guest uses a vGPU (FeatureType=1), but the guest sees the physical card {gpu}. The host passes the card through, so no vGPU licence will be asked for or granted.',
  'finding.gpu.vgpu-not-presented.fix.1':
    'Send this to the administrator of the host: "Please give this virtual machine a vGPU (an mdev or SR-IOV virtual function with a vGPU type), not the physical card."',
  'finding.gpu.vgpu-not-presented.fix.2':
    'If the whole card is meant, set `FeatureType=2` in /etc/nvidia/gridd.conf for a workstation, or remove the line for compute.',
  'finding.gpu.fallen-off-bus.title': 'The GPU has fallen off the bus',
  'finding.gpu.fallen-off-bus.detail':
    'The GPU at {address} no longer answers on the PCI bus. Programs that used it fail, and it stays lost until it is reset. The usual causes lie on the host: power, temperature, the slot, or a reset there.',
  'finding.gpu.fallen-off-bus.fix.1':
    'Shut the guest down completely and start it again (a restart inside the guest does not reset the card).',
  'finding.gpu.fallen-off-bus.fix.2':
    'Send this to the administrator of the host: "The GPU at {address} of this virtual machine fell off the bus (Xid 79). Please check the host\'s log, its power and temperature, and reset the card."',
  'finding.gpu.xid.title': 'The driver has reported GPU errors (Xid)',
  'finding.gpu.xid.detail': 'The last report is Xid {xid} at {address} (reports in all: {count}): {meaning}',
  'finding.gpu.xid.program':
    'a program made the GPU do what it must not, or was stopped in the middle. Other programs are not touched.',
  'finding.gpu.xid.memory':
    "the GPU's memory has errors that cannot be corrected, or takes bad cells out of use. Results may be wrong until the GPU is reset.",
  'finding.gpu.xid.firmware':
    "the GPU's system processor (GSP) stopped answering. The GPU is unusable until it is reset.",
  'finding.gpu.xid.link': 'an NVLink connection has errors.',
  'finding.gpu.xid.hardware': 'the card itself failed (its controllers, its power, or its connection).',
  'finding.gpu.xid.other': 'its meaning is listed at docs.nvidia.com/deploy/xid-errors.',
  'finding.gpu.xid.fix.program':
    'Look at the program named in the line (pid): run it with `compute-sanitizer`, or update it.',
  'finding.gpu.xid.fix.1':
    'Send this to the administrator of the host: "The GPU of this virtual machine reports Xid {xid} (the lines are attached). Please check the card and reset it."',
  'finding.pci.bar-unassigned.title': "The GPU's memory region has no address",
  'finding.pci.bar-unassigned.detail':
    "Memory region BAR{bar} of the GPU at {address} was given no address, so the driver cannot reach the card. The virtual machine's address window is too small for this GPU; the guest cannot change that.",
  'finding.pci.bar-unassigned.fix.1':
    'Send this to the administrator of the host: "The GPU\'s BAR is not mapped in this virtual machine. Please start it with UEFI (OVMF) on a q35 machine, with host CPU address width, and with a 64-bit MMIO window at least twice the GPU\'s memory."',
  'finding.pci.bar-unassigned.fix.2':
    'QEMU: `-fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=65536`, or `pci-hole64` in libvirt; VMware: `pciPassthru.use64bitMMIO=TRUE` and `pciPassthru.64bitMMIOSizeGB=64` (or more).',
  'finding.pci.bar-unassigned.fix.3': "Until then `pci=realloc` on the guest's kernel command line sometimes helps.",
  'finding.guest.is-host.title': 'This is the hypervisor, not a guest',
  'finding.guest.is-host.detail':
    "nvidia-smi says that this machine hands out vGPUs. It needs the host's vGPU Manager; a guest driver, a token or gridd.conf have no place here.",
  'finding.guest.is-host.fix.1': 'Run `gpu-guest` inside the virtual machine whose GPU is meant.',
  'finding.mig.no-instances.title': 'MIG is on and has no instances',
  'finding.mig.no-instances.detail':
    'The GPU at {address} is in MIG mode, but no MIG device exists. CUDA finds no device, although nvidia-smi shows the GPU. On Ampere cards MIG mode is stored in the card and outlives the virtual machine that set it; from Hopper on it lasts as long as the driver is loaded.',
  'finding.mig.no-instances.fix.1': 'To use the whole GPU, turn MIG off and restart: `sudo nvidia-smi -mig 0`; or `mode: off` below `mig:` in a profile, then `sudo gpu-guest apply --profile FILE`.',
  'finding.mig.no-instances.fix.2':
    'To use MIG, create instances: `sudo nvidia-smi mig -lgip` lists the profiles, `sudo nvidia-smi mig -cgi <profile> -C` creates one. Or name them in a profile, such as `layout: 1g.10gb x7` below `mig:`: they are then made anew at each boot.',
  'finding.mig.change-pending.title': 'A change of the MIG mode waits for a reset of the card',
  'finding.mig.change-pending.detail.enabled':
    'MIG was turned on for the GPU at {address}, and it is still off: the card has to be reset first, and it was in use, or the hypervisor does not allow a guest to reset it.',
  'finding.mig.change-pending.detail.disabled':
    'MIG was turned off for the GPU at {address}, and it is still on: the card has to be reset first, and it was in use, or the hypervisor does not allow a guest to reset it.',
  'finding.mig.change-pending.fix.1':
    'Reboot the guest. Where nothing uses the GPU and the hypervisor allows it, `sudo nvidia-smi --gpu-reset` does the same.',
  'finding.mig.change-pending.fix.2':
    'If it is still so after the reboot, stop what holds the GPU (DCGM, monitoring, a desktop), set the mode again with `sudo nvidia-smi -mig 1` or `-mig 0`, and reboot.',
  'finding.fabric.not-running.title': 'The NVSwitch fabric is not set up',
  'finding.fabric.not-running.detail':
    'GPUs that wait for the NVSwitch fabric: {count}. NVIDIA’s fabric manager has not registered them, as it does not run, or is not through yet. Until then CUDA fails with "system not yet initialized" (error 802), although nvidia-smi shows every GPU.',
  'finding.fabric.not-running.detail.said':
    'CUDA refuses with "system not yet initialized" (error 802), although nvidia-smi shows the GPUs. That is how GPUs behind NVSwitch answer until NVIDIA’s fabric manager has registered them: it does not run, or is not through yet.',
  'finding.fabric.not-running.fix.1':
    'If the guest has only just started, wait a minute and ask again: registering takes its time. What it waits for is in `journalctl -u nvidia-fabricmanager -b`.',
  'finding.fabric.not-running.fix.2':
    'A guest that sees GPUs and no NVSwitch (`lspci -d 10de: | grep -i switch` shows none) runs no fabric manager of its own: ask the administrator of the host to activate the partition of these GPUs.',
  'finding.fabric.version-mismatch.title': 'The fabric manager and the driver are of different versions',
  'finding.fabric.version-mismatch.detail':
    'The fabric manager ({fabric}) refuses to run with driver {driver}: both must be of exactly the same version. Until it runs, the NVSwitch fabric is not set up, and CUDA fails with "system not yet initialized" (error 802).',
  'finding.fabric.version-mismatch.fix.1':
    'Install the fabric manager of exactly version {driver}: `sudo apt-get install nvidia-fabricmanager-<branch>={driver}*` or `sudo dnf install nvidia-fabric-manager-{driver}`. If that version is not offered, install driver and fabric manager of one version that is.',
  'finding.fabric.version-mismatch.fix.2':
    'Start it: `sudo systemctl enable --now nvidia-fabricmanager && systemctl status nvidia-fabricmanager`.',
  'finding.fabric.version-mismatch.fix.3':
    'Hold both, so that no upgrade parts them again: `sudo apt-mark hold …` or `sudo dnf versionlock add …`.',
  'finding.gpu.init-failed.detail.windows':
    'Device Manager shows Code {code} for {gpu}: Windows could not start the device or load its driver, so no program can use the GPU.',
} as const;
