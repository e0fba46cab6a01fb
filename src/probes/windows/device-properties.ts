/** `Get-PnpDeviceProperty`, as a table or a list: a row for each property, which together are one device (Microsoft Learn, "Get-PnpDeviceProperty"). */
import { fieldOf, type WindowsRecord } from './records.ts';

/** What the rest of a record calls them. */
const NAMES: Readonly<Partial<Record<string, string>>> = {
  ProblemCode: 'problemcode',
  DriverVersion: 'driverversion',
  DriverInfPath: 'infname',
  FriendlyName: 'friendlyname',
  DeviceDesc: 'devicedescription',
  InstanceId: 'instanceid',
  Class: 'class',
};

type Property = { readonly device: string; readonly name: string; readonly data: string };

/** `PCI\VEN... DEVPKEY_Device_ProblemCode UInt32  43`: a table cuts the device off, and puts lists into braces. */
const ROW = /^\s*(\S+)\s+DEVPKEY_Device_(\w+)\s+(?:UInt32|String|StringList|Guid)\s+(\S.*?)\s*$/;

function inRow(line: string): readonly Property[] {
  const [, device = '', name = '', data = ''] = ROW.exec(line.slice(0, 500)) ?? [];
  return name === '' ? [] : [{ device, name, data }];
}

function inRecord(record: WindowsRecord): readonly Property[] {
  const name = /^DEVPKEY_Device_(\w+)$/.exec(fieldOf(record, ['KeyName']) ?? '')?.[1];
  const data = fieldOf(record, ['Data']);
  return name === undefined || data === null ? [] : [{ device: fieldOf(record, ['InstanceId']) ?? '', name, data }];
}

/** `-InstanceId 'PCI\VEN_10DE&…'`, as it was asked. */
const ASKED = /Get-PnpDeviceProperty\b.{0,80}?["']?(PCI\\VEN_[^"'\s]+)/i;

/** Records as `recordsIn` has them; [] where no property is told. */
export function propertiesIn(lines: readonly string[], records: readonly WindowsRecord[]): readonly WindowsRecord[] {
  const asked = lines.flatMap((line) => ASKED.exec(line.slice(0, 1000))?.[1] ?? []).at(0);
  const devices = new Map<string, Map<string, string>>();
  for (const { device, name, data } of [...lines.flatMap(inRow), ...records.flatMap(inRecord)]) {
    const key = NAMES[name] ?? (name === 'HardwareIds' ? 'hardwareids' : undefined);
    if (key === undefined) continue;
    const whole = device.includes('...') || device === '' ? (asked ?? device) : device;
    const found = devices.get(whole) ?? new Map([['instanceid', whole]]);
    devices.set(whole, found.set(key, data));
  }
  return [...devices.values()].filter((device) => /VEN_10DE/i.test(device.get('instanceid') ?? ''));
}
