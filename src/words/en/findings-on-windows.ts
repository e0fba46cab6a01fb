/** What stands elsewhere in a Windows guest: places, services and commands of the same advice. */
export const findingsOnWindows = {
  'finding.driver.missing.detail.windows':
    'Windows has no NVIDIA driver for the GPU of this guest ({gpu}): it drives it with its own basic driver, or with none. No program can compute or draw on it until a driver is installed.',
  'finding.driver.missing.fix.1.windows':
    '`gpu-guest detect` names the driver that fits this GPU; for a vGPU it is the GRID guest driver for Windows, which comes from the NVIDIA licensing portal or from the cloud provider.',
  'finding.fix.reboot.windows': 'Restart the guest: `Restart-Computer`.',
  'finding.fix.restart-gridd.windows':
    'Restart the licensing service in an administrator\'s PowerShell and read what it says: `Restart-Service NVDisplay.ContainerLocalSystem; Get-Content "$env:PUBLIC\\Documents\\NvidiaLogging\\Log.NVDisplay.Container.exe.log" -Tail 20`.',
  'finding.license.unlicensed.fix.1.windows':
    'Put the client configuration token into `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken` and see that the guest reaches its licence server (TCP 443).',
  'finding.license.unlicensed.fix.cloud.windows':
    "This cloud licenses by itself: use its own GRID driver build. A token is not needed; see that the guest reaches the cloud's own name servers.",
  'finding.license.token.fix.install.windows':
    'Copy it byte for byte, as the only file there, into `C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken`. Do not paste its text.',
  'finding.license.token-invalid.fix.1.windows':
    'Look at what is there: `Get-ChildItem "C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken"`.',
  'finding.license.token-invalid.fix.2.windows':
    'Move everything that is no token out of the folder and download the token again.',
  'finding.license.feature-type-invalid.detail.windows':
    'The licensing service finds no valid FeatureType in the GridLicensing keys of the registry, so it does not know which product to ask for and asks for none.',
  'finding.license.feature-type-invalid.detail.value.windows':
    'FeatureType={value} in the GridLicensing keys of the registry is a reserved value. The licensing service does not know which product to ask for.',
  'finding.license.legacy-server-config.detail.windows':
    'The registry names a licence server (ServerAddress), but driver {version} no longer speaks to such servers: from vGPU 15 on only client configuration tokens work.',
  'finding.license.feature-type-invalid.fix.1.windows':
    'Set the DWORD value FeatureType under `HKLM\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing` and `HKLM\\SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing`: 2 for a workstation on a whole card, 4 for a compute server on a whole card; a vGPU needs none.',
  'finding.license.feature-type-invalid.fix.cloud.windows':
    'Remove the value FeatureType from the GridLicensing keys of the registry: this cloud licenses by itself.',
  'finding.license.product-mismatch.fix.2.windows':
    'On a whole card set FeatureType in the GridLicensing keys of the registry (2 workstation, 4 compute) and restart NVDisplay.ContainerLocalSystem.',
  'finding.license.server-unreachable.fix.1.windows': 'Test the way to it: `Test-NetConnection {host} -Port {port}`.',
  'finding.license.server-unreachable.fix.dns.windows':
    'Mend name resolution: `Resolve-DnsName {host}` has to give an address; `Get-DnsClientServerAddress` shows which name servers this guest asks. The port is {port}.',
  'finding.license.server-unreachable.fix.way.windows':
    'Send this to whoever runs the network: "Please let this guest reach the NVIDIA licence server {host} on TCP port {port}." `Test-NetConnection {host} -Port {port}` shows whether it does.',
  'finding.license.server-certificate.fix.2.windows':
    'In the guest, check the clock (`w32tm /query /status`), and empty ServerAddress and ServerPort in the GridLicensing keys of the registry where a token is used.',
  'finding.license.legacy-server-config.fix.1.windows':
    'Empty the values ServerAddress, ServerPort, BackupServerAddress and BackupServerPort in the GridLicensing keys of the registry.',
  'finding.license.clock-skew.fix.1.windows':
    "See what the guest thinks: `w32tm /query /status; Get-TimeZone`. On KVM Windows takes the hardware clock for local time: the host has to give it that (`clock offset='localtime'`), or Windows the value RealTimeIsUniversal.",
  'finding.license.clock-skew.fix.2.windows':
    'Let it follow a time server: `w32tm /config /syncfromflags:manual /manualpeerlist:<server> /update; Restart-Service w32time; w32tm /resync`.',
  'finding.license.service-missing.title.windows':
    'The licensing service NVDisplay.ContainerLocalSystem is not installed',
  'finding.license.service-missing.fix.1.windows':
    'Look for it: `sc.exe query NVDisplay.ContainerLocalSystem`.',
  'finding.license.service-missing.fix.2.windows':
    'Install the GRID guest driver for Windows whole, not by Device Manager alone: its setup brings the service.',
  'finding.license.service-failed.title.windows':
    'The licensing service NVDisplay.ContainerLocalSystem does not run',
  'finding.license.service-failed.fix.1.windows':
    'Read why it stopped: `Get-WinEvent -FilterHashtable @{LogName="System";ProviderName="Service Control Manager"} -MaxEvents 20`.',
  'finding.license.service-failed.fix.2.windows':
    'When that is mended, start it in an administrator\'s PowerShell: `Set-Service NVDisplay.ContainerLocalSystem -StartupType Automatic; Start-Service NVDisplay.ContainerLocalSystem`.',
  'finding.cuda.missing.fix.media.windows':
    'With a CUDA installer for Windows that fits the driver in the media folder (`--media`), `gpu-guest apply` installs the toolkit alone; `gpu-guest plan` shows whether one is there.',
  'finding.cuda.missing.fix.runfile.windows':
    'By hand, the toolkit alone: run `cuda_<version>_windows.exe`, choose Custom and leave out “Display Driver”.',
  'finding.cuda.missing.fix.2.windows':
    'Never install the driver that comes with it (up to CUDA 13.0): on a vGPU it replaces the GRID driver.',
  'finding.path.fix.apply.windows':
    'Let this tool set the paths, as administrator: `gpu-guest apply --steps path.configure`.',
  'finding.path.nvcc-missing.detail.windows':
    `The toolkit is in {path}, but the machine's PATH does not lead to its nvcc.`,
  'finding.path.nvcc-missing.fix.1.windows':
    'By hand: System Properties, Environment Variables: put the toolkit\'s folder `bin` into the Path of the system, and sign in anew. Do not use `setx` for Path: it cuts it off.',
} as const;
