/** What a driver brings to a simulated guest, and takes away again, whichever way it is installed. */
import type { ModuleFlavour } from '../domain/profile.ts';
import { failed, succeeded, type Guest, type Program, type SimulatedPackage } from './guest.ts';
import type { Files } from './files.ts';
import { buildModules, removeModules } from './programs/kernel.ts';
import { startLicensing } from './programs/licensing.ts';
import { nvidiaSmi } from './programs/nvidia-smi.ts';

export type Driver = { readonly version: string; readonly flavour: ModuleFlavour; readonly licensed: boolean };

const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
const TEMPLATE = `# /etc/nvidia/gridd.conf.template - Configuration file for NVIDIA Grid Daemon

# Description: Set License Server Address
# Data type: string
# Format:  "<address>"
ServerAddress=

# Description: Set License Server port number
# Data type: integer
# Format:  <port>, default is 7070
ServerPort=

# Description: Set Feature to be enabled
# Data type: integer
# Possible values:
#    0 => for unlicensed state
#    1 => for NVIDIA vGPU (Optional, autodetected as per vGPU type)
#    2 => for NVIDIA RTX Virtual Workstation
#    4 => for NVIDIA Virtual Compute Server
# All other values reserved
FeatureType=0
`;

export function installDriver(guest: Guest, driver: Driver): void {
  const { files, programs } = guest;
  buildModules(files, driver);
  for (const name of ['libnvidia-ml.so', 'libcuda.so'])
    files.write(`${LIBRARIES}/${name}.${driver.version}`, driver.version);
  files.write('/usr/bin/nvidia-smi', '', 0o755);
  programs.set('nvidia-smi', nvidiaSmi);
  if (!driver.licensed) return;
  files.write('/etc/nvidia/gridd.conf.template', TEMPLATE);
  files.write('/usr/bin/nvidia-gridd', '', 0o755);
  files.write('/lib/systemd/system/nvidia-gridd.service', '[Service]\nType=forking\nExecStart=/usr/bin/nvidia-gridd\n');
  files.link(
    '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service',
    '/lib/systemd/system/nvidia-gridd.service',
  );
  startLicensing(guest);
}

export function removeDriver({ files, programs }: Guest, { version }: Driver): void {
  removeModules(files);
  for (const name of ['libnvidia-ml.so', 'libcuda.so']) files.removeTree(`${LIBRARIES}/${name}.${version}`);
  const brought = [
    '/usr/bin/nvidia-smi',
    '/usr/bin/nvidia-gridd',
    '/etc/nvidia/gridd.conf.template',
    '/lib/systemd/system/nvidia-gridd.service',
    '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service',
    '/run/nvidia-gridd/state',
  ];
  for (const path of brought) files.removeTree(path);
  programs.delete('nvidia-smi');
  if (files.names('/etc/nvidia')?.length === 0) files.removeTree('/etc/nvidia');
}

/** One package that holds all of the driver, as NVIDIA's GRID packages do. */
export const driverPackage = (name: string, driver: Driver): SimulatedPackage => ({
  name,
  version: driver.version,
  depends: ['dkms'],
  install: (guest) => {
    installDriver(guest, driver);
  },
  remove: (guest) => {
    removeDriver(guest, driver);
  },
});

/** A distribution's driver: the module package brings all of it, the others stand beside it. */
export function distributionDriver(
  names: readonly [module: string, ...others: string[]],
  driver: Driver,
  revision: string,
): readonly SimulatedPackage[] {
  const [module, ...others] = names;
  const version = `${driver.version}${revision}`;
  return [{ ...driverPackage(module, driver), version }, ...others.map((name) => ({ name, version }))];
}

const LOADS_NOTHING = '#!/bin/sh\n';

/** `sh NVIDIA-Linux-….run --silent …` */
export const driverRunfile =
  (driver: Driver): Program =>
  ([, , ...words], guest) => {
    if (!words.includes('--silent') && !words.includes('-s'))
      return failed('ERROR: this installer would ask questions that nobody sees.');
    installDriver(guest, driver);
    guest.files.write('/usr/bin/nvidia-uninstall', LOADS_NOTHING, 0o755);
    guest.programs.set('nvidia-uninstall', () => {
      removeDriver(guest, driver);
      guest.files.removeTree('/usr/bin/nvidia-uninstall');
      guest.programs.delete('nvidia-uninstall');
      return succeeded('Uninstallation of existing driver is complete.\n');
    });
    return succeeded('Installation of the NVIDIA Accelerated Graphics Driver for Linux-x86_64 is now complete.\n');
  };

const optionIn = (words: readonly string[], name: string): string | undefined =>
  words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);

const BINARIES = ['nvcc', 'cuda-gdb', 'cuobjdump', 'ptxas'];

/** `sh cuda_….run --silent --toolkit --toolkitpath=…`; refuses to bring its driver. */
export const cudaRunfile =
  (version: string): Program =>
  ([, , ...words], { files }: { readonly files: Files }) => {
    const release = version.split('.').slice(0, 2).join('.');
    if (words.includes('--driver') || !words.includes('--silent') || !words.includes('--toolkit'))
      return failed('Installation failed: the driver component was asked for.');
    const folder = optionIn(words, '--toolkitpath') ?? optionIn(words, '--installpath') ?? `/usr/local/cuda-${release}`;
    for (const name of BINARIES) files.write(`${folder}/bin/${name}`, `${version}\n`, 0o755);
    files.write(`${folder}/bin/cuda-uninstaller`, '', 0o755);
    files.write(`${folder}/version.json`, `{"cuda": {"name": "CUDA SDK", "version": "${version}"}}\n`);
    files.link('/usr/local/cuda', folder);
    files.write('/var/log/cuda-installer.log', `Driver:   Not Selected\nToolkit:  Installed in ${folder}/\n`);
    return succeeded(
      `===========\n= Summary =\n===========\n\nDriver:   Not Selected\nToolkit:  Installed in ${folder}/\n`,
    );
  };
