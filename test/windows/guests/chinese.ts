import { DISPLAYS, hardwareIds, json, SYSTEM, type WindowsGuest } from './guest.ts';
import { machineKeys, PCI_LOCATION } from './registry-file.ts';

/** A vGPU of an A16 that Windows has stopped, on a virtual machine with BIOS; Microsoft's own adapter beside it, in Chinese. */
export const chinese: WindowsGuest = {
  registry: machineKeys({
    product: 'Windows 10 Pro',
    edition: 'Professional',
    build: '22631',
    display: '23H2',
    codePage: 936,
    firmware: 1,
    secureBoot: null,
    maker: 'QEMU',
    model: 'Standard PC (i440FX + PIIX, 1996)',
  }),
  answers: {
    powershell: [
      {
        to: SYSTEM,
        text: json({
          CsManufacturer: 'QEMU',
          CsModel: 'Standard PC (i440FX + PIIX, 1996)',
          HyperVisorPresent: true,
          ChassisAssetTag: '',
          BiosVendor: 'SeaBIOS',
          BiosVersion: '1.16.0',
        }),
      },
      {
        to: DISPLAYS,
        text: json([
          {
            Name: 'Microsoft 基本显示适配器',
            PNPDeviceID: 'PCI\\VEN_1234&DEV_1111&SUBSYS_11001AF4&REV_02\\3&13C0B0C5&0&10',
            PNPClass: 'Display',
            ConfigManagerErrorCode: 0,
            Service: 'BasicDisplay',
            ...hardwareIds('VEN_1234&DEV_1111&SUBSYS_11001AF4', '030000'),
            Location: `${PCI_LOCATION}(0,2,0)`,
            DriverVersion: '10.0.22621.1',
            InfPath: 'display.inf',
          },
          {
            Name: 'NVIDIA A16-4Q',
            PNPDeviceID: 'PCI\\VEN_10DE&DEV_25B6&SUBSYS_160110DE&REV_A1\\3&13C0B0C5&0&28',
            PNPClass: 'Display',
            ConfigManagerErrorCode: 43,
            Service: 'nvlddmkm',
            ...hardwareIds('VEN_10DE&DEV_25B6&SUBSYS_160110DE', '030000'),
            Location: `${PCI_LOCATION}(0,5,0)`,
            DriverVersion: '31.0.15.3699',
            InfPath: 'oem4.inf',
          },
        ]),
      },
    ],
  },
};
