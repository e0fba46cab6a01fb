/** Kernel modules of a simulated guest: their files, loading and binding; and the boot that starts over. */
import type { ModuleFlavour } from '../../domain/profile.ts';
import { bind } from '../hardware.ts';
import { failed, nameOf, succeeded, type Guest, type Program } from '../guest.ts';
import type { Files } from '../files.ts';

export type ModuleFile = { readonly version: string; readonly flavour: ModuleFlavour; readonly licensed: boolean };

const RELEASE = '/proc/sys/kernel/osrelease';
const PROC = '/proc/driver/nvidia/version';

export const runningKernel = (files: Files): string => files.text(RELEASE)?.trim() ?? '';
export const kernels = (files: Files): readonly string[] => files.names('/lib/modules') ?? [];
const indexOf = (kernel: string): string => `/lib/modules/${kernel}/modules.dep`;
const modulePath = (kernel: string): string => `/lib/modules/${kernel}/updates/dkms/nvidia.ko`;

export const hasModule = (files: Files, kernel: string, name: string): boolean =>
  new RegExp(`/${name}\\.ko[:.]`).test(files.text(indexOf(kernel)) ?? '');

/** Builds the module for every kernel that has headers, as DKMS does. */
export function buildModules(files: Files, module: ModuleFile): void {
  for (const kernel of kernels(files)) {
    if (files.behind(`/lib/modules/${kernel}/build`) === undefined) continue;
    files.write(modulePath(kernel), JSON.stringify(module));
    const index = files.text(indexOf(kernel)) ?? '';
    if (!hasModule(files, kernel, 'nvidia')) files.write(indexOf(kernel), `${index}updates/dkms/nvidia.ko:\n`);
  }
}

export function removeModules(files: Files): void {
  for (const kernel of kernels(files)) {
    if (files.at(modulePath(kernel)) === undefined) continue;
    files.removeTree(`/lib/modules/${kernel}/updates`);
    files.write(indexOf(kernel), (files.text(indexOf(kernel)) ?? '').replace('updates/dkms/nvidia.ko:\n', ''));
  }
}

export const isLoaded = (files: Files, name: string): boolean => files.at(`/sys/module/${name}`) !== undefined;

const moduleAt = (files: Files, kernel: string): ModuleFile | undefined => {
  const text = files.text(modulePath(kernel));
  return text === undefined ? undefined : (JSON.parse(text) as ModuleFile);
};

export const loadedModule = (files: Files): ModuleFile | undefined => {
  const text = files.text('/sys/module/nvidia/.module');
  return text === undefined ? undefined : (JSON.parse(text) as ModuleFile);
};

export function loadNvidia(files: Files): boolean {
  const module = moduleAt(files, runningKernel(files));
  if (module === undefined) return false;
  const open = module.flavour === 'open' ? 'Open Kernel Module for x86_64' : 'x86_64 Kernel Module';
  files.write(
    PROC,
    `NVRM version: NVIDIA UNIX ${open}  ${module.version}  Tue Mar 28 18:02:59 UTC 2023\nGCC version:  gcc version 12.2.0\n`,
  );
  files.write('/sys/module/nvidia/version', `${module.version}\n`);
  files.write('/sys/module/nvidia/.module', JSON.stringify(module));
  bind(files, 'nvidia');
  return true;
}

export const modprobe: Program = ([, ...words], { files }) => {
  const name = words.find((word) => !word.startsWith('-')) ?? '';
  const kernel = runningKernel(files);
  if (name.startsWith('nvidia') && hasModule(files, kernel, 'nvidia')) {
    if (isLoaded(files, 'nouveau')) return failed(`modprobe: ERROR: could not insert '${name}': No such device`);
    if (!isLoaded(files, 'nvidia')) loadNvidia(files);
    return succeeded();
  }
  return failed(`modprobe: FATAL: Module ${name} not found in directory /lib/modules/${kernel}`);
};

export const modinfo: Program = ([, ...words], { files }) => {
  const path = words.findLast((word) => !word.startsWith('-')) ?? '';
  const text = files.text(path);
  if (text === undefined) return failed(`modinfo: ERROR: Module ${path} not found.`);
  const { version, flavour } = JSON.parse(text) as ModuleFile;
  const kernel = path.split('/')[3] ?? '';
  return succeeded(
    `filename:       ${path}\nversion:        ${version}\nlicense:        ${flavour === 'open' ? 'Dual MIT/GPL' : 'NVIDIA'}\nname:           ${nameOf(path).replace('.ko', '')}\nvermagic:       ${kernel} SMP preempt mod_unload modversions \n`,
  );
};

/** `dkms autoinstall -k KERNEL` builds what is registered; here that is what stands built for any kernel. */
export const dkms: Program = ([, verb], { files }) => {
  const built = kernels(files).flatMap((kernel) => moduleAt(files, kernel) ?? []);
  if (verb === 'autoinstall') for (const module of built) buildModules(files, module);
  if (verb !== 'status') return succeeded();
  const lines = kernels(files).flatMap((kernel) => {
    const module = moduleAt(files, kernel);
    return module === undefined ? [] : [`nvidia/${module.version}, ${kernel}, x86_64: installed\n`];
  });
  return succeeded(lines.join(''));
};

/** The index says what lies in the folders. */
export const depmod: Program = (_command, { files }) => {
  for (const kernel of kernels(files)) {
    const index = (files.text(indexOf(kernel)) ?? '').replace('updates/dkms/nvidia.ko:\n', '');
    files.write(indexOf(kernel), moduleAt(files, kernel) === undefined ? index : `${index}updates/dkms/nvidia.ko:\n`);
  }
  return succeeded();
};

/** The initramfs carries its own copy of what modprobe.d says: only a rebuilt one knows a new blacklist. */
export const updateInitramfs: Program = (_command, { files }) => {
  const settings = (files.names('/etc/modprobe.d') ?? [])
    .map((name) => files.text(`/etc/modprobe.d/${name}`) ?? '')
    .join('');
  for (const kernel of kernels(files)) files.write(`/boot/initrd.img-${kernel}`, settings);
  return succeeded(
    kernels(files)
      .map((kernel) => `update-initramfs: Generating /boot/initrd.img-${kernel}\n`)
      .join(''),
  );
};

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/** What a boot does: another kernel where one is newer, nothing loaded but what is found anew. */
export function bootKernel({ files }: Guest): void {
  const boots = Number.parseInt(files.text(BOOT_ID)?.slice(-13) ?? '0', 10) + 1;
  files.write(BOOT_ID, `00000000-0000-4000-8000-${String(boots).padStart(12, '0')}\n`);
  const kernel = kernels(files).at(-1) ?? '';
  files.write(RELEASE, `${kernel}\n`);
  for (const name of ['nvidia', 'nouveau']) files.removeTree(`/sys/module/${name}`);
  files.removeTree('/proc/driver/nvidia');
  bind(files, null);
  const keptAway = (files.text(`/boot/initrd.img-${kernel}`) ?? '').includes('blacklist nouveau');
  if (hasModule(files, kernel, 'nouveau') && !keptAway) {
    files.write('/sys/module/nouveau/refcnt', '1\n');
    bind(files, 'nouveau');
  } else {
    loadNvidia(files);
  }
}
