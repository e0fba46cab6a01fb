import { say } from '../../words/say.ts';
import type { Simulation } from '../guest.ts';
import { tokenText } from '../media.ts';
import type { Device } from '../windows/devices.ts';
import { infText, putCudaInstaller, putDriverPackages, WINDOWS_MEDIA } from '../windows/media.ts';
import { placeOf } from '../windows/place.ts';
import { installWindows, USUAL_PATH } from '../windows/system.ts';

const VGPU: Device = {
  name: 'NVIDIA GRID T4-8Q',
  plainName: '3D Video Controller',
  ids: 'VEN_10DE&DEV_1EB8&SUBSYS_130F10DE',
  classId: '0302',
  at: [2, 1, 0],
  problem: 28,
  driver: null,
};

/** What Windows drives without VMware's own driver. */
const BASIC: Device = {
  name: 'Microsoft Basic Display Adapter',
  plainName: 'Video Controller (VGA Compatible)',
  ids: 'VEN_15AD&DEV_0405&SUBSYS_040515AD',
  classId: '0300',
  at: [0, 15, 0],
  problem: 0,
  driver: { version: '10.0.20348.1', inf: 'display.inf', service: 'BasicDisplay' },
};

const GRID = infText({ version: '31.0.15.3846', devices: ['1eb8:130f10de', '1eb8:130e10de', '25b6:160110de'], catalogue: 'nvgridsw.cat' });
const DATA_CENTRE = infText({ version: '31.0.15.3770', devices: ['1eb8:12a210de', '20b5:153310de'], catalogue: 'nv_dispt.cat' });

/** From no driver (Code 28) to a licensed vGPU with CUDA on the machine's PATH; a data-centre package lies beside, which setup would refuse. */
export const t4OnWindows: Simulation = {
  name: 't4-8q-windows',
  title: say('sim.t4-8q-windows.title'),
  story: say('sim.t4-8q-windows.story'),
  media: WINDOWS_MEDIA,
  build: () => {
    const guest = installWindows({
      product: 'Windows Server 2022 Datacenter',
      build: '20348',
      display: '21H2',
      language: 'en',
      firmware: 'uefi',
      secureBoot: false,
      path: USUAL_PATH,
      maker: 'VMware, Inc.',
      model: 'VMware20,1',
      hypervisor: true,
      assetTag: 'No Asset Tag',
      bios: ['VMware, Inc.', 'VMW201.00V.21805430.B64.2305221830'],
      freeMiB: 61_000,
      devices: [BASIC, VGPU],
    });
    const packages = {
      '538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_swl.exe': GRID,
      '537.70-data-center-tesla-desktop-winserver-2019-2022-dch-international.exe': DATA_CENTRE,
    };
    putDriverPackages(guest, packages, true);
    putCudaInstaller(guest, 'cuda_12.2.2_537.13_windows.exe', '12.2.2');
    guest.files.write(placeOf(`${WINDOWS_MEDIA}\\client_configuration_token_11-21-2026-09-00-00.tok`), tokenText(guest));
    return guest;
  },
};
