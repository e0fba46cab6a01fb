/** A T4-8Q on Windows Server 2022 without a driver, whose stand-ins for NVIDIA's programs and Windows's own change it as the originals do. */
import { makeInf } from '../../media/make-windows-package.ts';
import { become, gone, starts, value } from './changes.ts';
import { DISPLAYS, hardwareIds, json, SYSTEM, type StandInAnswer, type WindowsGuest } from './guest.ts';
import { machineKeys, PCI_LOCATION } from './registry-file.ts';

export const CUDA = 'cuda_12.2.2_537.13_windows';
export const INF = makeInf({ version: '31.0.15.3846' });
const SERVICES = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
const ENVIRONMENT = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
const PREFETCH = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters';
const TOOLKITS = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit';
const TOOLKIT = `${TOOLKITS}\\CUDA\\v12.2`;
const CUDA_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\GPU Computing Toolkit';
const LICENSING = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing';
const SMI = 'C:\\windows\\system32\\nvidia-smi.exe';

const displays = (name: string, problem: number, hasDriver: boolean): string =>
  json([
    {
      Name: name,
      PNPDeviceID: 'PCI\\VEN_10DE&DEV_1EB8&SUBSYS_130F10DE&REV_A1\\3&13C0B0C5&0&28',
      PNPClass: hasDriver ? 'Display' : null,
      ConfigManagerErrorCode: problem,
      Service: hasDriver ? 'nvlddmkm' : null,
      ...hardwareIds('VEN_10DE&DEV_1EB8&SUBSYS_130F10DE', '030200'),
      Location: `${PCI_LOCATION}(0,5,0)`,
      DriverVersion: hasDriver ? '31.0.15.3846' : null,
      InfPath: hasDriver ? 'oem7.inf' : null,
    },
  ]);

const answers = (licence: string): string =>
  `
==============NVSMI LOG==============

Driver Version                            : 538.46
CUDA Version                              : 12.2

Attached GPUs                             : 1
GPU 00000000:00:05.0
    Product Name                          : GRID T4-8Q
    Product Brand                         : NVIDIA RTX Virtual Workstation
    Product Architecture                  : Turing
    Driver Model
        Current                           : WDDM
        Pending                           : WDDM
    GPU Virtualization Mode
        Virtualization Mode               : VGPU
        Host VGPU Mode                    : N/A
    vGPU Software Licensed Product
        Product Name                      : NVIDIA RTX Virtual Workstation
        License Status                    : ${licence}
    PCI
        Bus                               : 0x00
        Device                            : 0x05
        Domain                            : 0x0000
        Device Id                         : 0x1EB810DE
        Bus Id                            : 00000000:00:05.0
        Sub System Id                     : 0x130F10DE
`.replaceAll('\n', '\r\n');

const service = (number: number, name: string): string =>
  `\r\nSERVICE_NAME: NVDisplay.ContainerLocalSystem \r\n        TYPE               : 10  WIN32_OWN_PROCESS  \r\n        STATE              : ${number}  ${name} \r\n        WIN32_EXIT_CODE    : 0  (0x0)\r\n`;

const setup: readonly StandInAnswer[] = [
  {
    to: '-uninstall -s -noreboot',
    exitCode: 1,
    does: [
      ...become('!driver', '!started', '!running', '!licensed'),
      gone(`${SERVICES}\\nvlddmkm`),
      gone(`${SERVICES}\\NVDisplay.ContainerLocalSystem`),
      `del ${SMI}`,
      'del C:\\windows\\INF\\oem7.inf',
      `rmdir "${LICENSING}\\ClientConfigToken"`,
      `rmdir "${LICENSING}"`,
      'rmdir "C:\\Program Files\\NVIDIA Corporation"',
    ],
    text: '',
  },
  {
    to: '-s -noreboot -clean "-log:C:\\ProgramData\\gpu-guest\\setup-logs\\538.46" -loglevel:6',
    exitCode: 1,
    does: [
      ...become('driver', '!started'),
      value(`${SERVICES}\\nvlddmkm`, 'Start', 'REG_DWORD', '3'),
      value(`${SERVICES}\\NVDisplay.ContainerLocalSystem`, 'Start', 'REG_DWORD', '2'),
      `copy C:\\stand-in\\stand-in.exe ${SMI}`,
      'copy C:\\stand-in\\nvgridsw.inf C:\\windows\\INF\\oem7.inf',
      `mkdir "${LICENSING}\\ClientConfigToken"`,
      'echo NVIDIA Installer>C:\\ProgramData\\gpu-guest\\setup-logs\\538.46\\LOG.setup.exe.log',
    ],
    text: '',
  },
];
/** Without the quotes that a path without blanks does not get. */
const unquoted = ({ to, ...rest }: StandInAnswer): StandInAnswer => ({ ...rest, to: to.replaceAll('"', '') });

const cudaSetup: StandInAnswer = {
  to: ' -s nvcc_12.2 ',
  does: [
    `mkdir "${TOOLKIT}\\bin"`,
    `copy C:\\stand-in\\stand-in.exe "${TOOLKIT}\\bin\\nvcc.exe"`,
    `copy C:\\stand-in\\version.json "${TOOLKIT}\\version.json"`,
    value(`${CUDA_KEY}\\CUDA\\v12.2`, 'InstallDir', 'REG_SZ', TOOLKIT),
    value(ENVIRONMENT, 'CUDA_PATH', 'REG_SZ', TOOLKIT),
    value(ENVIRONMENT, 'CUDA_PATH_V12_2', 'REG_SZ', TOOLKIT),
  ],
  text: '',
};
const cudaUninstall: StandInAnswer = {
  to: 'UninstallPackage',
  does: [`rmdir /s /q "${TOOLKITS}"`, gone(CUDA_KEY), gone(ENVIRONMENT, 'CUDA_PATH'), gone(ENVIRONMENT, 'CUDA_PATH_V12_2')],
  text: '',
};

/** `otherwise`: the device without a driver, as Windows calls it in its language. */
export const bare = (codePage: number, otherwise: string, level: string): WindowsGuest => ({
  registry: `${machineKeys({
    product: 'Windows Server 2022 Datacenter',
    edition: 'ServerDatacenter',
    build: '20348',
    display: '21H2',
    codePage,
    firmware: 2,
    secureBoot: 0,
    maker: 'VMware, Inc.',
    model: 'VMware20,1',
  })}
[${PREFETCH}]
"BootId"=dword:00000007

[HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\Global]
"Somebody"="else"

[${ENVIRONMENT}]
"OS"="Windows_NT"
"CUDA_PATH"="C:\\\\old\\\\cuda"
`,
  answers: {
    powershell: [
      { to: SYSTEM, text: json({ CsManufacturer: 'VMware, Inc.', CsModel: 'VMware20,1', HyperVisorPresent: true, ChassisAssetTag: 'No Asset Tag', BiosVendor: 'VMware, Inc.', BiosVersion: 'VMW201.00V' }) },
      { to: DISPLAYS, when: '!driver', text: displays(otherwise, 28, false) },
      { to: DISPLAYS, when: 'started', text: displays('NVIDIA GRID T4-8Q', 0, true) },
      { to: DISPLAYS, text: displays('NVIDIA GRID T4-8Q', 14, true) },
      { to: 'Get-AuthenticodeSignature', text: json({ Status: 0, Signer: 'CN=NVIDIA Corporation, O=NVIDIA Corporation, C=US' }) },
      { to: '_MSIExecute', text: '' },
      cudaUninstall,
    ],
    sc: [
      { to: 'query', when: 'running', text: service(4, 'RUNNING') },
      { to: 'query', when: 'driver', text: service(1, 'STOPPED') },
      { to: 'query', exitCode: 1060, text: '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\r\n' },
    ],
    net: [
      { to: 'stop', when: 'running', does: become('!running', '!licensed'), text: '' },
      ...starts('start', '!running'),
      { to: '', exitCode: 2, text: '' },
    ],
    schtasks: [
      { to: '/create', does: ['copy C:\\ProgramData\\gpu-guest\\resume-task.xml C:\\stand-in\\state\\task.xml'], text: '' },
      { to: '/delete', when: 'task.xml', does: become('!task.xml'), text: '' },
      { to: '', exitCode: 1, text: '' },
    ],
    shutdown: [{ to: '/r', does: become('restarts'), text: '' }],
    whoami: [{ to: '/groups', text: `"${level}","Label","S-1-16-12288",""\r\n` }],
    icacls: [{ to: '', text: '' }],
    setx: [{ to: 'OS Windows_NT /M', text: '' }],
  },
  others: {
    setup: setup.map(unquoted),
    [CUDA]: [cudaSetup],
    'nvidia-smi': [
      { to: '-q', when: 'licensed started', text: answers('Licensed (Expiry: 2026-11-23 12:0:0 GMT)') },
      { to: '-q', when: 'started', text: answers('Unlicensed (Unrestricted)') },
      { to: '', exitCode: 9, text: 'NVIDIA-SMI has failed because it couldn\'t communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\r\n' },
    ],
    // Not a program of Windows's: what happens when one starts anew.
    boot: [
      ...starts('', 'restarts', [value(PREFETCH, 'BootId', 'REG_DWORD', '8'), ...become('!restarts', 'started')]),
      { to: '', when: 'restarts', does: [value(PREFETCH, 'BootId', 'REG_DWORD', '9'), ...become('!restarts')], text: '' },
    ],
  },
});
