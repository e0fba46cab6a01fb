/** The files by which what a profile asks for shows: looked at without a process, so that a boot is not kept waiting. */
import type { FileStatus, Observer } from '../../domain/machine.ts';
import {
  CDI_SPEC,
  COMMAND_FOLDER,
  CONTAINER_PROOF,
  CONTAINERD_CONFIG,
  CONTAINERD_DROP_INS,
  CUDA_LIBRARIES,
  CUDA_LINK,
  CUDA_PROFILE,
  DOCKER_CONFIG,
  DRACUT_WITHOUT_NOUVEAU,
  ENVIRONMENT_FILE,
  FABRIC_UNIT,
  GRIDD_CONFIG,
  LIBRARY_FOLDERS,
  NOUVEAU_BLACKLIST,
  PERSISTENCE_UNIT,
  PERSISTENCE_UNIT_NAME,
  TOKEN_FOLDER,
} from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ReadyParts } from '../../domain/ready-mark.ts';
import { cdiSpecPaths } from '../../probes/cdi-specs.ts';
import { OCI_HOOKS } from '../../probes/container-toolkit.ts';

/** How absence is written in a mark. */
export const NONE = 'none';

/** systemd starts a service at boot where this link stands. */
const atBoot = (unit: string): string => `/etc/systemd/system/multi-user.target.wants/${unit}`;

const ALWAYS = [
  NOUVEAU_BLACKLIST,
  DRACUT_WITHOUT_NOUVEAU,
  GRIDD_CONFIG,
  atBoot('nvidia-gridd.service'),
  ENVIRONMENT_FILE,
  CUDA_LINK,
  CUDA_PROFILE,
  CUDA_LIBRARIES,
  `${COMMAND_FOLDER}/nvcc`,
];
const CONTAINER_FILES = [DOCKER_CONFIG, CONTAINERD_CONFIG, ...CONTAINERD_DROP_INS, ...OCI_HOOKS, CDI_SPEC, CONTAINER_PROOF];
const CONTAINER_PROGRAMS = ['nvidia-ctk', 'nvidia-container-runtime', 'docker', 'containerd', 'podman'];

type Paths = readonly string[];
const where = (isWanted: boolean, ...paths: Paths): Paths => (isWanted ? paths : []);

export const wantsContainers = ({ containers }: Profile): boolean => containers.runtime !== 'none';
const wantedLibraries = ({ libraries }: Profile): Paths =>
  (['cudnn', 'nccl'] as const).filter((name) => libraries[name] !== 'none');

/** Small: their content counts. What the profile does not ask for is another's business. */
const written = (profile: Profile): Paths => [
  ...ALWAYS,
  ...where(wantsContainers(profile), ...CONTAINER_FILES),
  ...where(wantedLibraries(profile).length > 0, LIBRARY_FOLDERS),
  ...where(profile.multiGpu.persistence, PERSISTENCE_UNIT, atBoot(PERSISTENCE_UNIT_NAME)),
  ...where(profile.multiGpu.fabricManager !== 'none', atBoot(FABRIC_UNIT)),
];

/** What packages and toolkits bring, up to a gigabyte: size and time count. */
const brought = (profile: Profile): Paths => [
  ...where(profile.cuda.toolkit !== 'none', `${CUDA_LINK}/bin/nvcc`),
  ...where(profile.multiGpu.fabricManager !== 'none', '/usr/bin/nv-fabricmanager'),
  ...where(wantsContainers(profile), ...CONTAINER_PROGRAMS.map((name) => `/usr/bin/${name}`)),
];

/** Where distributions keep libraries, besides the folders that the step of an archive names. */
const LIBRARIES_IN = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', `${CUDA_LINK}/lib64`];

async function libraryFiles(machine: Observer, profile: Profile): Promise<Paths> {
  const names = wantedLibraries(profile);
  if (names.length === 0) return [];
  const isOne = new RegExp(`^lib(?:${names.join('|')})\\w*\\.so[\\d.]*$`);
  const own = ((await machine.read(LIBRARY_FOLDERS)) ?? '').split('\n').filter((line) => line.startsWith('/'));
  const folders = [...new Set([...LIBRARIES_IN, ...own])];
  const lists = await Promise.all(folders.map(async (folder) => (await machine.list(folder)) ?? []));
  return folders.flatMap((folder, index) =>
    (lists[index] ?? []).filter((name) => isOne.test(name)).map((name) => `${folder}/${name}`),
  );
}

/** Size and time of the last change, as they stand in a mark. */
export const stamp = ({ sizeBytes, modifiedMs }: FileStatus): string =>
  `${String(sizeBytes)} ${new Date(modifiedMs).toISOString()}`;

type Read = (path: string, status: FileStatus) => Promise<string> | string;

async function stateAt(machine: Observer, path: string, ofFile: Read): Promise<readonly [string, string]> {
  const status = await machine.status(path);
  if (status === undefined) return [path, NONE];
  if (status.kind === 'link') return [path, `-> ${status.target ?? ''}`];
  return [path, status.kind === 'file' ? await ofFile(path, status) : status.kind];
}

/** By path. Throws `Unobservable` where one may not be looked at, such as a token without rights. */
export async function filesOf(machine: Observer, profile: Profile): Promise<ReadyParts['files']> {
  const digested: Read = async (path) => (await machine.digest({ path }, 'sha256')) ?? NONE;
  const stamped: Read = (_, status) => stamp(status);
  const [tokens, libraries, specs] = await Promise.all([
    machine.list(TOKEN_FOLDER),
    libraryFiles(machine, profile),
    wantsContainers(profile) ? cdiSpecPaths(machine) : [],
  ]);
  const small = [...written(profile), ...specs, ...(tokens ?? []).map((name) => `${TOKEN_FOLDER}/${name}`)];
  const large = [...brought(profile), ...libraries];
  const states = [
    ...small.map((path) => stateAt(machine, path, digested)),
    ...large.map((path) => stateAt(machine, path, stamped)),
  ];
  return Object.fromEntries(await Promise.all(states));
}
