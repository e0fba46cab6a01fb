/** NVIDIA's setup programs on a simulated Windows: of a driver package, and of CUDA. */
import { CONTAINER_SERVICE, CUDA_KEY, ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import type { Guest, Program } from '../guest.ts';
import { LICENSING_FOLDER, SERVICES, setContainerState } from './container.ts';
import { bind, publish, publishedAs, unpublish } from './driver-store.ts';
import { nvidiaSmi } from './nvidia-smi.ts';
import { placeOf } from './place.ts';
import { utf16 } from './program-file.ts';

export const SMI = '/C:/Windows/System32/nvidia-smi.exe';
const NEEDS_RESTART = 14;
/** Of NVIDIA's setup: all went well, and a restart is due; and its failure. */
const [DONE, NO_DEVICE] = [1, 0xe0000228];

const isGrid = (inf: string): boolean => /^CatalogFile\s*=\s*nvgrid/im.test(inf);

/** What a driver brings beside its INF. */
export function bringDriver({ files, registry, programs }: Guest, inf: string): void {
  registry.put(`${SERVICES}\\nvlddmkm`, 'Start', 'REG_DWORD', '3');
  files.write(SMI, '');
  programs.set('nvidia-smi', nvidiaSmi);
  if (!isGrid(inf)) return;
  registry.put(`${SERVICES}\\${CONTAINER_SERVICE}`, 'Start', 'REG_DWORD', '2');
  files.put(placeOf(`${LICENSING_FOLDER}\\ClientConfigToken`), { kind: 'folder', mode: 0o755 });
}

/** Empty folders go with what was in them. */
function removeFolders({ files }: Guest, path: string): void {
  for (let place = placeOf(path); place !== '/C:/Program Files'; place = place.slice(0, place.lastIndexOf('/')))
    if (files.names(place)?.length === 0) files.removeTree(place);
}

function uninstall(guest: Guest, inf: string): number {
  const { files, registry, programs } = guest;
  const published = publishedAs(files, inf);
  if (published !== undefined) unpublish(files, published);
  registry.removeTree(`${SERVICES}\\nvlddmkm`);
  registry.removeTree(`${SERVICES}\\${CONTAINER_SERVICE}`);
  setContainerState(guest, null);
  programs.delete('nvidia-smi');
  files.removeTree(SMI);
  removeFolders(guest, `${LICENSING_FOLDER}\\ClientConfigToken`);
  return DONE;
}

const optionIn = (words: readonly string[], name: string): string | undefined =>
  words.find((word) => word.startsWith(`-${name}:`))?.slice(name.length + 2);

/** Setup writes in the language of Windows, in UTF-16 with a mark. */
function logs({ files, now }: Guest, folder: string | undefined, lines: readonly string[]): void {
  if (folder === undefined) return;
  const bytes = utf16(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`);
  files.put(`${placeOf(folder)}/LOG.setup.exe.log`, { kind: 'file', bytes, mode: 0o644, uid: 0, gid: 0, modifiedMs: now() });
}

/** `PACKAGE.exe -s -noreboot -clean -log:FOLDER -loglevel:6`, `-uninstall -s -noreboot` */
export const driverSetup =
  (inf: string): Program =>
  ([, ...words], guest) => {
    if (words.includes('-uninstall')) return { exitCode: uninstall(guest, inf) };
    const folder = optionIn(words, 'log');
    const published = publish(guest.files, inf);
    if (bind(guest.files, published, NEEDS_RESTART) === 0) {
      unpublish(guest.files, published);
      logs(guest, folder, ['NVIDIA Installer cannot continue', 'NVIDIA setup could not find compatible graphics hardware.']);
      return { exitCode: NO_DEVICE };
    }
    bringDriver(guest, inf);
    logs(guest, folder, ['NVIDIA Installer has finished', 'Reboot required']);
    return { exitCode: DONE };
  };

/** `CUDA.exe -s nvcc_12.2 … -n`; without names it would bring its driver. */
export const cudaSetup =
  (version: string): Program =>
  ([, ...words], guest) => {
    const { files, registry } = guest;
    const [major = '', minor = ''] = version.split('.');
    const release = `${major}.${minor}`;
    if (!words.includes(`nvcc_${release}`)) return { exitCode: 2 };
    const folder = `C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v${release}`;
    for (const name of ['nvcc.exe', 'cuobjdump.exe', 'ptxas.exe']) files.write(placeOf(`${folder}\\bin\\${name}`), `${version}\n`);
    files.write(placeOf(`${folder}\\version.json`), `{"cuda": {"name": "CUDA SDK", "version": "${version}"}}\n`);
    registry.put(`${CUDA_KEY}\\v${release}`, 'InstallDir', 'REG_SZ', folder);
    registry.put(ENVIRONMENT_KEY, 'CUDA_PATH', 'REG_SZ', folder);
    registry.put(ENVIRONMENT_KEY, `CUDA_PATH_V${major}_${minor}`, 'REG_SZ', folder);
    return { exitCode: 0 };
  };

const TOOLKITS = '/C:/Program Files/NVIDIA GPU Computing Toolkit';

/** NVIDIA's uninstaller of each of the toolkit's packages. */
export function uninstallCuda(guest: Guest, release: string): void {
  const { files, registry } = guest;
  files.removeTree(`${TOOLKITS}/CUDA/v${release}`);
  for (const folder of [`${TOOLKITS}/CUDA`, TOOLKITS]) if (files.names(folder)?.length === 0) files.removeTree(folder);
  registry.removeTree(`${CUDA_KEY}\\v${release}`);
  const parent = CUDA_KEY.slice(0, CUDA_KEY.lastIndexOf('\\'));
  for (const key of [CUDA_KEY, parent])
    if (registry.keysIn(key).length === 0 && registry.valuesOf(key)?.length === 0) registry.removeTree(key);
  for (const name of ['CUDA_PATH', `CUDA_PATH_V${release.replace('.', '_')}`]) void registry.remove(ENVIRONMENT_KEY, name);
}
