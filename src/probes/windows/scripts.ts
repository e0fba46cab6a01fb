/** What PowerShell is asked. No double quotes: they would have to pass two readers of a command line. */
import type { Command } from '../../domain/machine.ts';
import { CONTAINER_SERVICE, ENVIRONMENT_KEY } from '../../domain/windows-places.ts';

/**
 * Windows PowerShell writes in the console's code page unless told otherwise; under Constrained Language Mode it may not be told
 * (Microsoft Learn, "about_Language_Modes"). A progress bar would go to standard error as XML.
 */
const QUIET = `$ProgressPreference='SilentlyContinue';try{[Console]::OutputEncoding=[Text.Encoding]::UTF8}catch{};`;

const ask = (script: string): Command => [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  `${QUIET}${script}`,
];

/**
 * Display adapters as Device Manager has them, and PCI devices of base class 03 that have no driver and therefore no class yet
 * (Microsoft Learn, "Win32_PnPEntity class", "Identifiers for PCI Devices"). The driver is in the key of the device's class.
 */
export const LIST_DISPLAYS: Command = ask(
  [
    `$enum='HKLM:\\SYSTEM\\CurrentControlSet\\Enum\\';`,
    `$class='HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Class\\';`,
    `$all=@(Get-CimInstance Win32_PnPEntity -ErrorAction Stop|Where-Object{$_.PNPClass -eq 'Display' -or ((@($_.HardwareID)+@($_.CompatibleID)) -match 'CC_03')}|ForEach-Object{`,
    `$at=Get-ItemProperty -LiteralPath ($enum+$_.PNPDeviceID) -ErrorAction SilentlyContinue;$by=$null;`,
    `if($at.Driver){$by=Get-ItemProperty -LiteralPath ($class+$at.Driver) -ErrorAction SilentlyContinue};`,
    `$_|Select-Object Name,PNPDeviceID,PNPClass,ConfigManagerErrorCode,Service,HardwareID,CompatibleID,`,
    `@{n='Location';e={$at.LocationInformation}},@{n='DriverVersion';e={$by.DriverVersion}},@{n='InfPath';e={$by.InfPath}}});`,
    `ConvertTo-Json -InputObject $all -Depth 3 -Compress`,
  ].join(''),
);

/** Of the machine what the registry does not say: who made it, and whether a hypervisor is beneath. */
export const ASK_SYSTEM: Command = ask(
  [
    `$of=Get-CimInstance Win32_ComputerSystem -ErrorAction Stop;$case=@(Get-CimInstance Win32_SystemEnclosure)[0];$bios=@(Get-CimInstance Win32_BIOS)[0];`,
    `ConvertTo-Json -Compress -InputObject ($of|Select-Object @{n='CsManufacturer';e={$_.Manufacturer}},@{n='CsModel';e={$_.Model}},`,
    `@{n='HyperVisorPresent';e={$_.HypervisorPresent}},@{n='ChassisAssetTag';e={$case.SMBIOSAssetTag}},`,
    `@{n='BiosVendor';e={$bios.Manufacturer}},@{n='BiosVersion';e={$bios.SMBIOSBIOSVersion}})`,
  ].join(''),
);

/** Free bytes of the drive that Windows runs from. */
export const ASK_ROOM: Command = ask(
  `(Get-CimInstance Win32_LogicalDisk -Filter ('DeviceID='+[char]39+'C:'+[char]39) -ErrorAction Stop).FreeSpace`,
);

/** When this boot began, in ISO 8601. */
export const ASK_BOOT: Command = ask(
  `(Get-CimInstance Win32_OperatingSystem -ErrorAction Stop).LastBootUpTime.ToUniversalTime().ToString('o')`,
);

/** When the process of the licensing service was made, in ISO 8601; nothing where it does not run. */
export const SERVICE_STARTED: Command = ask(
  [
    `$id=(Get-CimInstance Win32_Service -Filter ('Name='+[char]39+'${CONTAINER_SERVICE}'+[char]39) -ErrorAction Stop).ProcessId;`,
    `if($id){(Get-CimInstance Win32_Process -Filter ('ProcessId='+$id) -ErrorAction Stop).CreationDate.ToUniversalTime().ToString('o')}`,
  ].join(''),
);

/**
 * Of the machine's environment PATH, what it names, and CUDA's variables, as the registry has them: nothing expanded, every letter of it. What
 * else stands there may be a secret.
 */
export const ASK_ENVIRONMENT: Command = ask(
  [
    `$at=Get-Item -LiteralPath 'Registry::${ENVIRONMENT_KEY.replace('HKLM', 'HKEY_LOCAL_MACHINE')}' -ErrorAction Stop;`,
    `$path=([string]$at.GetValue('Path',$null,'DoNotExpandEnvironmentNames')).ToLower();`,
    `$ours=@($at.Property|Where-Object{$_ -match '^(Path|OS|CUDA_PATH\\w*)$' -or $path.Contains(('%'+$_+'%').ToLower())});`,
    `$all=@($ours|ForEach-Object{@{Name=$_;Kind=[string]$at.GetValueKind($_);Data=[string]$at.GetValue($_,$null,'DoNotExpandEnvironmentNames')}});`,
    `ConvertTo-Json -InputObject $all -Compress`,
  ].join(''),
);

/** Who may do what with each file of a folder: its name, and its security descriptor as SDDL, which has no translated names. */
export const rightsIn = (folder: string): Command =>
  ask(
    [
      `$all=@(Get-ChildItem -LiteralPath '${folder.replaceAll("'", "''")}' -File -Force -ErrorAction Stop|ForEach-Object{`,
      `@{Name=$_.Name;Sddl=(Get-Acl -LiteralPath $_.FullName -ErrorAction Stop).Sddl}});`,
      `ConvertTo-Json -InputObject $all -Compress`,
    ].join(''),
  );
