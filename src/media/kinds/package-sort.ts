/** What a deb or rpm is, by the package's name. */
import type { MediaItem } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import { archOf, flavourOf } from '../driver-name.ts';

export type PackageFields = { readonly name: string; readonly version: string; readonly arch: string };

/** Without Debian's epoch and revision, and without rpm's release: `1:535.161.07-1` → `535.161.07`. */
const upstream = (version: string): string => version.replace(/^\d+:/, '').replace(/-[^-]*$/, '');

/** Of one version and from one source; named alike as deb and rpm. */
const CONTAINER_TOOLKIT = /^(libnvidia-container1|libnvidia-container-tools|nvidia-container-toolkit(-base)?)$/;

/** Runtime, and what programs are built with; the static libraries and the samples are not used. */
const LIBRARIES: readonly (readonly [MediaItem['what'], RegExp])[] = [
  ['cudnn', /^libcudnn\d+(?:-(?:dev|devel|headers))?(?:-cuda-(\d+))?$/],
  ['nccl', /^libnccl(?:\d|-dev|-devel)?$/],
];

/** The package without which the others of its kind are of no use. */
const RUNTIME = { cudnn: /^libcudnn\d+(-cuda-\d+)?$/, nccl: /^libnccl2?$/ } as const;
export const isRuntime = (library: keyof typeof RUNTIME, packageName: string): boolean => RUNTIME[library].test(packageName);

/** In the name from cuDNN 9 on; before, and for NCCL, in the version: `2.21.5-1+cuda12.4`. */
function librarySort({ name, version }: PackageFields): (Pick<MediaItem, 'what'> & Partial<MediaItem>) | null {
  const [what] = LIBRARIES.find(([, pattern]) => pattern.test(name)) ?? [];
  if (what === undefined) return null;
  const madeForCuda = /-cuda-(\d+)$/.exec(name)?.[1] ?? /\+cuda(\d+(?:\.\d+)?)/.exec(version)?.[1];
  return { what, ...(madeForCuda !== undefined && { madeForCuda }) };
}

/** Of one version with the driver; up to R550 Red Hat's package has a second hyphen. The NVLink Subnet Manager goes with it, in versions of its own. */
const FABRIC_MANAGER = /^nvidia-fabric-?manager(-\d+)?$|^nvlsm$/;

/** `nvidia-linux-grid-535` is the vGPU guest driver; `nvidia-vgpu-ubuntu-535`, `NVIDIA-vGPU-rhel` the hypervisor's. */
export function sortPackage(
  fields: PackageFields,
  format: 'deb' | 'rpm',
): Pick<MediaItem, 'what'> & Partial<MediaItem> {
  const { name } = fields;
  const common = { format, packageName: name, version: upstream(fields.version), arch: archOf(fields.arch) };
  const flavour = flavourOf(name);
  if (/^nvidia-linux-grid\b/i.test(name) && flavour !== null) return { ...common, what: 'driver', flavour };
  if (/^nvidia-vgpu\b/i.test(name)) return { ...common, what: 'driver-host', remark: say('media.host-package') };
  if (CONTAINER_TOOLKIT.test(name)) return { ...common, what: 'container-toolkit' };
  if (FABRIC_MANAGER.test(name)) return { ...common, what: 'fabric-manager' };
  const library = librarySort(fields);
  if (library) return { ...common, ...library };
  const repository = /local|^cuda-repo/i.test(name);
  const remark = repository ? say('media.local-repository', { name }) : say('media.package-not-used', { name });
  return { ...common, what: 'unknown', remark };
}

/** `nvidia-linux-grid-535_535.161.07_amd64.deb`, `nvidia-linux-grid-535-535.161.07-1.x86_64.rpm`. */
export function packageFieldsInName(fileName: string): PackageFields | null {
  const deb = /^([a-z0-9][a-z0-9+.-]+)_([^_]+)_([a-z0-9]+)(?: ?\(\d+\))?\.deb/i.exec(fileName);
  const [, name, version, arch] = deb ?? /^(.+)-([^-]+-[^-]+)\.([^.]+)\.rpm/i.exec(fileName) ?? [];
  return name !== undefined && version !== undefined && arch !== undefined ? { name, version, arch } : null;
}
