/** What Device Manager shows, and the advice about drivers and devices as it is on Windows. */
export const findingsWindowsDevices = {
  'finding.fix.plan-and-apply.windows':
    "See what would be done with `gpu-guest plan`, then do it in an administrator's console with `gpu-guest apply`.",
  'finding.driver.module-signature-rejected.title.windows': 'Windows refuses the driver for its signature',
  'finding.driver.module-signature-rejected.detail.windows':
    'Windows cannot verify the digital signature of the driver for {gpu} (Code 52), so it does not load it: a file of the package was changed or is damaged, or its catalogue is not signed by anybody whom this Windows trusts. No program can use the GPU.',
  'finding.driver.module-signature-rejected.fix.windows.1':
    'Install the package as NVIDIA or the cloud provider hands it out, unchanged: an INF file that was edited, or files that were repacked, break the signature. `Get-AuthenticodeSignature <package>` must say Valid.',
  'finding.driver.module-signature-rejected.fix.windows.2':
    'If the package is as it came, bring Windows up to date (Windows Update): an old Windows does not know newer signatures. Do not turn signature checks or Secure Boot off.',
  'finding.driver.reboot-pending.detail.windows':
    'Device Manager shows Code 14 for {gpu}: the driver is installed, and Windows has to be restarted before the GPU works.',
  'finding.gpu.init-failed.detail.disabled':
    'Device Manager shows Code 22 for {gpu}: the device is disabled in Windows, so no program can use the GPU.',
  'finding.gpu.init-failed.fix.enable':
    "Enable it: in Device Manager, or in an administrator's PowerShell with `Get-PnpDevice -Class Display | Where-Object InstanceId -like 'PCI\\VEN_10DE*' | Enable-PnpDevice`.",
  'finding.gpu.init-failed.fix.windows':
    'Check that the driver is the right one (`gpu-guest detect` says what fits), and install it anew with the option for a clean installation.',
  'finding.gpu.init-failed.fix.1.windows':
    'See what Device Manager says of the GPU, with its code: `Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`.',
  'finding.pci.bar-unassigned.detail.windows':
    "Device Manager shows Code 12 for {gpu}: Windows found no room for the memory of the card. The virtual machine's address window is too small for this GPU; the guest cannot change that.",
  'finding.gpu.none.fix.1.windows':
    'Send this to the administrator of the host: "Please attach an NVIDIA GPU (vGPU or passthrough) to this virtual machine. Device Manager in the guest shows no PCI device of vendor 10DE." `pnputil /enum-devices /connected /ids` lists what is attached.',
  'finding.gpu.vgpu-not-presented.detail.windows':
    'The registry says that this guest uses a vGPU (FeatureType 1), but the guest sees the physical card {gpu}. The host passes the card through, so no vGPU licence will be asked for or granted.',
  'finding.gpu.vgpu-not-presented.fix.2.windows':
    'If the whole card is meant, set FeatureType in the GridLicensing keys of the registry to 2 for a workstation, or remove the value for compute.',
  'finding.driver.wrong-kind.detail.feature.windows':
    'The registry asks for licensed features (FeatureType={featureType}), but driver {driver} is not a GRID driver. Those features exist in the GRID driver only, so nothing is licensed.',
  'finding.driver.wrong-kind.fix.1.windows':
    "Remove this driver (Settings, Apps, NVIDIA Graphics Driver; restart) and install the GRID guest driver for Windows that belongs to the host's vGPU release.",
  'finding.driver.wrong-kind.fix.compute.windows':
    'If only compute is wanted, the driver may stay: remove the value FeatureType from the GridLicensing keys of the registry.',
  'finding.driver.host-guest-mismatch.fix.2.windows':
    'Install the Windows guest driver of that release from the NVIDIA licensing portal (file name `…_grid_win10_…_64bit_international.exe`); Windows numbers differ from those of the host.',
  'finding.driver.host-guest-mismatch.fix.3.windows':
    'If that driver cannot be used, ask the administrator of the host: "Please tell me the vGPU release on the host and give me its Windows guest driver, or upgrade the vGPU Manager."',
  'finding.driver.gpu-dropped-from-branch.fix.2.windows':
    'See that nothing moves it to a newer branch again: exclude drivers from Windows Update for this guest (policy "Do not include drivers with Windows Updates").',
  'finding.driver.gpu-dropped-from-branch.fix.find.windows':
    'Learn which branch that is: `gpu-guest detect` on the guest, or `gpu-guest catalog gpu 10de:<device id>` with the id behind DEV_ in Device Manager (Details, Hardware Ids). Remove this driver and install the newest release of that branch.',
  'finding.license.feature-type-invalid.title.windows': 'FeatureType in the registry is not valid',
  'finding.license.server-certificate.fix.times.windows':
    'Send this to the administrator of the licence server: "The certificate of {host} is outside its validity. Please renew it, and see that the server\'s clock is right." In the guest, check the clock: `w32tm /query /status`.',
  'finding.license.not-required.fix.1.windows':
    'Nothing is to be done. For a licensed workstation install the GRID driver and set FeatureType to 2 in the GridLicensing keys of the registry.',
  'finding.driver.not-loaded.title.windows': 'Windows does not run the NVIDIA driver',
  'finding.driver.not-loaded.detail.windows':
    'nvidia-smi is installed, but no NVIDIA driver answers it: Windows has not started the driver for the GPU. CUDA finds no GPU either.',
  'finding.driver.not-loaded.fix.1.windows':
    'See what Device Manager says of the GPU, with its code: `Get-PnpDevice -Class Display | Format-List FriendlyName,InstanceId,Problem,Status`.',
  'finding.driver.not-loaded.fix.2.windows':
    'If it shows no problem, restart Windows. If that does not help, install the driver anew, with the option for a clean installation.',
  'finding.license.token-permissions.title.windows':
    'The licensing service may not read the token',
  'finding.license.token-permissions.detail.service':
    '{path} is a whole token, but its access list does not let LocalSystem read it, under which NVDisplay.ContainerLocalSystem runs. The service finds no token, so no licence is asked for.',
  'finding.license.token-permissions.fix.1.windows':
    'Let the service read it, in a terminal that was started as administrator: `icacls "{path}" /grant "*S-1-5-18:(R)"`.',
  'finding.driver.wrong-kind.detail.consumer':
    'Driver {driver} is a GeForce driver, and {gpu} is a data-centre card. Such a driver is not made for it: the card may not start, and NVIDIA does not support the two together.',
  'finding.driver.wrong-kind.fix.data-centre':
    'Remove this driver (Settings, Apps, NVIDIA Graphics Driver; restart) and install the data-centre driver for Windows (file name `…-data-center-tesla-desktop-…`); `gpu-guest detect` names the version that fits.',
  'finding.driver.not-loaded.detail.stopped':
    'Windows lists NVIDIA\'s kernel driver (nvlddmkm) as stopped: it is installed, and no device has started it. No program can use the GPU.',
  'finding.disk.full.detail.windows':
    'On {mount} only {freeMiB} MiB are free. No driver can be installed or updated, and logs of Windows and of the licensing service may break off.',
  'finding.disk.full.fix.1.windows':
    'Free room on drive C: Settings, System, Storage. What NVIDIA\'s setup has unpacked into `C:\\NVIDIA` may go once the driver is installed.',
  'finding.disk.full.fix.2.windows':
    'Or have the disk of this virtual machine enlarged, and extend the volume in Disk Management.',
} as const;
