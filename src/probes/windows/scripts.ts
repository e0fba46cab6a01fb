/** What PowerShell is asked. No double quotes: they would have to pass two readers of a command line. */
import type { Command } from '../../domain/machine.ts';

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
