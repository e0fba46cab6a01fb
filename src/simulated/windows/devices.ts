/** Display devices of a simulated Windows as Plug and Play has them. They lie where no path of Windows leads to. */
import type { Files } from '../files.ts';

export type Device = {
  /** As Windows calls it with its driver. */
  readonly name: string;
  /** As it calls a device without one, in its language. */
  readonly plainName: string;
  /** `VEN_10DE&DEV_1EB8&SUBSYS_130F10DE` */
  readonly ids: string;
  /** `0302` */
  readonly classId: string;
  /** Bus, device, function. */
  readonly at: readonly [number, number, number];
  /** Of Device Manager; 28: no driver. */
  readonly problem: number;
  /** Windows's number, `31.0.15.3846`; null: none. */
  readonly driver: { readonly version: string; readonly inf: string; readonly service: string } | null;
};

const PLACE = '/run/devices.json';

export const devicesIn = (files: Files): readonly Device[] => JSON.parse(files.text(PLACE) ?? '[]') as readonly Device[];

export const setDevices = (files: Files, devices: readonly Device[]): void => {
  files.write(PLACE, JSON.stringify(devices));
};

export const changeDevices = (files: Files, change: (device: Device) => Device): void => {
  setDevices(files, devicesIn(files).map(change));
};

export const isNvidias = ({ ids }: Device): boolean => ids.startsWith('VEN_10DE');

export const instanceOf = ({ ids, at: [, device] }: Device): string =>
  `PCI\\${ids}&REV_A1\\3&13C0B0C5&0&${(device << 3).toString(16).toUpperCase().padStart(2, '0')}`;

const location = ({ at }: Device): string =>
  `@System32\\drivers\\pci.sys,#65536;PCI bus %1, device %2, function %3;(${at.join(',')})`;

const shortIds = ({ ids }: Device): string => ids.replace(/&SUBSYS_.*/, '');
export const hardwareIds = (device: Device): readonly string[] => [
  `PCI\\${device.ids}&REV_A1`,
  `PCI\\${device.ids}`,
  `PCI\\${shortIds(device)}&CC_${device.classId}00`,
  `PCI\\${shortIds(device)}&CC_${device.classId}`,
];
const compatibleIds = ({ classId }: Device): readonly string[] => [`PCI\\VEN_10DE&CC_${classId}00`, `PCI\\CC_${classId}`];

export const shownName = ({ name, plainName, driver }: Device): string => (driver === null ? plainName : name);

/** `Win32_PnPEntity` with the driver of the device's class, as our script has PowerShell print it. */
export const asJson = (devices: readonly Device[]): string =>
  `${JSON.stringify(
    devices.map((device) => ({
      Name: shownName(device),
      PNPDeviceID: instanceOf(device),
      PNPClass: device.driver === null ? null : 'Display',
      ConfigManagerErrorCode: device.problem,
      Service: device.driver?.service ?? null,
      HardwareID: hardwareIds(device),
      CompatibleID: compatibleIds(device),
      Location: location(device),
      DriverVersion: device.driver?.version ?? null,
      InfPath: device.driver?.inf ?? null,
    })),
  )}\r\n`;

export const DISPLAY_CLASS = '{4d36e968-e325-11ce-bfc1-08002be10318}';
const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum\\';
const CLASS = `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\${DISPLAY_CLASS}\\`;

type Row = readonly [name: string, type: 'REG_SZ' | 'REG_MULTI_SZ', data: string];

const classKey = (index: number): string => String(index).padStart(4, '0');

/** What the registry has of devices and their drivers; undefined: no such key. */
export function registryOfDevices(files: Files, key: string): readonly Row[] | undefined {
  const devices = devicesIn(files);
  const device = devices.find((one) => `${ENUM}${instanceOf(one)}`.toLowerCase() === key.toLowerCase());
  if (device !== undefined)
    return [
      ['DeviceDesc', 'REG_SZ', shownName(device)],
      ['LocationInformation', 'REG_SZ', location(device)],
      ['HardwareID', 'REG_MULTI_SZ', hardwareIds(device).join('\n')],
      ...(device.driver === null
        ? []
        : ([
            ['Driver', 'REG_SZ', `${DISPLAY_CLASS}\\${classKey(devices.indexOf(device))}`],
            ['Service', 'REG_SZ', device.driver.service],
          ] as const)),
    ];
  const bound = devices.find((_, index) => `${CLASS}${classKey(index)}`.toLowerCase() === key.toLowerCase());
  return bound?.driver
    ? [
        ['DriverDesc', 'REG_SZ', bound.name],
        ['DriverVersion', 'REG_SZ', bound.driver.version],
        ['InfPath', 'REG_SZ', bound.driver.inf],
      ]
    : undefined;
}
