import { readFileSync } from 'node:fs';
import { DISPLAYS, hardwareIds, json, SYSTEM, type WindowsGuest } from './guest.ts';
import { machineKeys, PCI_LOCATION } from './registry-file.ts';

/** A whole T4 in Azure with the data-centre driver, which starts it in TCC mode; Hyper-V's own display beside it. */
export const english: WindowsGuest = {
  registry: `${machineKeys({
    product: 'Windows Server 2022 Datacenter',
    edition: 'ServerDatacenter',
    build: '20348',
    display: '21H2',
    codePage: 437,
    firmware: 2,
    secureBoot: 1,
    maker: 'Microsoft Corporation',
    model: 'Virtual Machine',
  })}
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing]
"FeatureType"=dword:00000002
`,
  answers: {
    powershell: [
      {
        to: SYSTEM,
        text: json({
          CsManufacturer: 'Microsoft Corporation',
          CsModel: 'Virtual Machine',
          HyperVisorPresent: true,
          ChassisAssetTag: '7783-7084-3265-9085-8269-3286-77',
          BiosVendor: 'Microsoft Corporation',
          BiosVersion: 'Hyper-V UEFI Release v4.1',
        }),
      },
      {
        to: DISPLAYS,
        text: json([
          {
            Name: 'NVIDIA Tesla T4',
            PNPDeviceID: 'PCI\\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\5&1C5BA4B1&0&0',
            PNPClass: 'Display',
            ConfigManagerErrorCode: 0,
            Service: 'nvlddmkm',
            ...hardwareIds('VEN_10DE&DEV_1EB8&SUBSYS_12A210DE', '030200'),
            Location: `${PCI_LOCATION}(1,0,0)`,
            DriverVersion: '31.0.15.3770',
            InfPath: 'oem12.inf',
          },
          {
            Name: 'Microsoft Hyper-V Video',
            PNPDeviceID: 'VMBUS\\{DA0A7802-E377-4AAC-8E77-0558EB1073F8}\\5620E0C7-8062-4DCE-AEB7-520C7EF76171',
            PNPClass: 'Display',
            ConfigManagerErrorCode: 0,
            Service: 'HyperVideo',
            HardwareID: ['VMBUS\\{da0a7802-e377-4aac-8e77-0558eb1073f8}'],
            CompatibleID: null,
            Location: null,
            DriverVersion: '10.0.20348.1',
            InfPath: 'wvmbusvideo.inf',
          },
        ]),
      },
    ],
    'nvidia-smi': [{ to: '-q', text: readFileSync('test/outputs/windows/nvidia-smi-tcc.txt', 'utf8') }],
  },
};
