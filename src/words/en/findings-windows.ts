export const findingsWindows = {
  'finding.windows.code-43.title': 'Windows has stopped the GPU (Code 43)',
  'finding.windows.code-43.detail':
    'Device Manager shows Code 43 for {gpu}: its driver has reported a failure and Windows has stopped the device. No program can use the GPU. The code itself does not name the cause.',
  'finding.windows.code-43.detail.vgpu':
    'Device Manager shows Code 43 for the vGPU {gpu}: its driver has reported a failure and Windows has stopped the device. On a vGPU the cause most often is a guest driver that does not belong to the vGPU release of the host.',
  'finding.windows.code-43.detail.geforce':
    'Device Manager shows Code 43 for {gpu}. GeForce drivers before {first} refuse to start in a virtual machine, and {driver} is one of them.',
  'finding.windows.code-43.fix.geforce':
    'Install GeForce driver {first} or later: it may run in a virtual machine, and nothing has to be hidden then.',
  'finding.windows.code-43.fix.vgpu':
    "Install the Windows guest driver of the host's vGPU release (file name `…_grid_win10_…_64bit_international.exe`), not a data-centre or GeForce driver. Host, Linux and Windows drivers of one release have different numbers.",
  'finding.windows.code-43.fix.card':
    'Install the driver for this card and this Windows anew (with the option for a clean installation), then restart. Hiding the hypervisor does not help here.',
  'finding.windows.code-43.fix.card-untold':
    'Install the driver for this card and this Windows anew (with the option for a clean installation), then restart. A GeForce card needs driver {first} or later: earlier ones refuse to start in a virtual machine. For other cards hiding the hypervisor does not help.',
  'finding.windows.code-43.fix.firmware':
    'This virtual machine boots by BIOS: have it changed to UEFI, which newer cards need.',
  'finding.windows.code-43.fix.log':
    'Read what Windows says itself: `Get-WinEvent -ProviderName nvlddmkm -MaxEvents 20`.',
  'finding.windows.code-43.fix.host':
    'If it stays, send this to the administrator of the host: "The GPU of this Windows virtual machine stops with Code 43. Please check that the whole card with all its functions is passed through, that the machine uses UEFI, that the card\'s ROM can be read, and look into the host\'s log; on a vGPU please tell me the vGPU release of the host."',
  'finding.windows.tcc-mode.title': 'The GPU is in TCC mode and shows no graphics',
  'finding.windows.tcc-mode.detail':
    '{gpu} runs under the TCC driver model: CUDA works, but Windows has no display, DirectX, OpenGL or Vulkan on this GPU and uses the Basic Display Adapter instead.',
  'finding.windows.tcc-mode.fix.1': 'If the GPU is for computing alone, nothing is to be done.',
  'finding.windows.tcc-mode.fix.2':
    'For graphics switch to WDDM, as administrator, and restart: `nvidia-smi -g 0 -dm 0`.',
  'finding.windows.tcc-mode.fix.3':
    'If the driver refuses to switch, it is the data-centre driver of a card that needs the GRID driver and a virtual-workstation licence for graphics.',
  'finding.windows.wrong-package.title': 'The driver package is not for this guest',
  'finding.windows.wrong-package.detail.no-device-for-it':
    'The installer found no device that its package knows. Each package lists device and subsystem ids in its INF files, and those of {gpu} are not among them, so nothing was installed.',
  'finding.windows.wrong-package.detail.other-windows':
    'The installer says that its package is not for this version of Windows ({windows}), so nothing was installed.',
  'finding.windows.wrong-package.fix.no-device-for-it':
    "Take the package that knows this GPU: on a vGPU the GRID guest driver of the host's release, in a cloud the provider's own build (`…_azure_swl.exe`, `…_aws_swl.exe`, or the one that the provider links), on a whole data-centre card the data-centre driver.",
  'finding.windows.wrong-package.fix.other-windows':
    'Take the package that names this Windows in its file name (win10_win11_server2019_server2022 …), or a newer release of it; `winver` shows the version.',
  'finding.windows.wrong-package.fix.ids':
    'Compare before you run setup: `Get-PnpDevice -Class Display | Select-Object InstanceId` shows VEN, DEV and SUBSYS; `Select-String -Path <unpacked folder>\\Display.Driver\\*.inf -Pattern "DEV_<id>"` must find them.',
  'finding.firmware.uefi-required.title': 'This vGPU needs a virtual machine with UEFI',
  'finding.firmware.uefi-required.detail':
    'This Windows guest boots by legacy BIOS. With a vGPU of an Ampere or newer card ({gpu}) the driver then does not start, or is never licensed. The guest cannot change its firmware.',
  'finding.firmware.uefi-required.fix.1':
    'Send this to the administrator of the host: "Please change this virtual machine from BIOS to UEFI. vSphere: VM Options, Boot Options, Firmware EFI. Proxmox: BIOS OVMF with an EFI disk, machine q35. libvirt: `<os firmware=\'efi\'>`. OpenStack: image property `hw_firmware_type=uefi`. Hyper-V: a machine of generation 2."',
  'finding.firmware.uefi-required.fix.2':
    'Before that, make the Windows disk bootable by UEFI, as administrator: `mbr2gpt /validate /allowFullOS`, then `mbr2gpt /convert /allowFullOS`. Take a snapshot first.',
} as const;
