/** What Windows's registry holds of a machine and its display devices, as a .reg file has it, without its first line. */
const CONTROL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const DISPLAY_CLASS = '{4d36e968-e325-11ce-bfc1-08002be10318}';
export const PCI_LOCATION = '@System32\\drivers\\pci.sys,#65536;PCI bus %1, device %2, function %3;';

const escaped = (text: string): string => text.replaceAll('\\', '\\\\');
const word = (value: number): string => `dword:${value.toString(16).padStart(8, '0')}`;

type Edition = {
  readonly product: string;
  readonly edition: string;
  readonly build: string;
  readonly display: string;
  readonly codePage: number;
  /** PEFirmwareType: 1 BIOS, 2 UEFI. */
  readonly firmware: 1 | 2;
  readonly secureBoot: 0 | 1 | null;
  readonly maker: string;
  readonly model: string;
};

export const machineKeys = (of: Edition): string => `[HKEY_CURRENT_USER\\Software\\Wine]
"Version"="win10"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]
"ProductName"="${of.product}"
"EditionID"="${of.edition}"
"CurrentBuildNumber"="${of.build}"
"DisplayVersion"="${of.display}"

[${CONTROL}\\Nls\\CodePage]
"OEMCP"="${of.codePage}"

[${CONTROL}]
"PEFirmwareType"=${word(of.firmware)}

[-${CONTROL}\\SecureBoot\\State]
${of.secureBoot === null ? '' : `\n[${CONTROL}\\SecureBoot\\State]\n"UEFISecureBootEnabled"=${word(of.secureBoot)}\n`}
[HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS]
"SystemManufacturer"="${of.maker}"
"SystemProductName"="${of.model}"
`;

type Device = {
  readonly instance: string;
  readonly name: string;
  readonly at: string;
  readonly service: string | null;
  readonly driver: { readonly number: string; readonly version: string; readonly inf: string } | null;
};

/** A device without a driver has no class, and its name is that of its kind. */
export const deviceKeys = ({ instance, name, at, service, driver }: Device): string => `
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\${instance}]
"DeviceDesc"="${escaped(name)}"
"LocationInformation"="${escaped(PCI_LOCATION)}${at}"
${service === null ? '' : `"Service"="${service}"\n`}${
  driver === null
    ? ''
    : `"Driver"="${escaped(`${DISPLAY_CLASS}\\${driver.number}`)}"

[${CONTROL}\\Class\\${DISPLAY_CLASS}\\${driver.number}]
"DriverVersion"="${driver.version}"
"InfPath"="${driver.inf}"
`
}`;
