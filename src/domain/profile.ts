import type { MigLayout } from './mig-layout.ts';

/** The answer file, contract section 4. Types only; reading and checking YAML is `planning/profile-file.ts`. */

export type Profile = {
  readonly goal: 'auto' | 'compute' | 'workstation';
  /** Folder with drivers, CUDA runfiles, tokens. */
  readonly media: string;
  readonly driver: {
    readonly kind: 'auto' | DriverKind | 'none';
    /** `auto`, `media`, `distro`, or the path of a file. */
    readonly source: string;
    readonly version: string;
    readonly kernelModule: 'auto' | ModuleFlavour;
  };
  readonly license: {
    readonly featureType: 'auto' | 0 | 1 | 2 | 4;
    /** `auto`, `none`, or the path of a file. */
    readonly token: string;
    readonly waitSeconds: number;
  };
  /** `auto`, `none`, a version such as "12.1", or the path of a file. */
  readonly cuda: { readonly toolkit: string };
  readonly containers: {
    /** Which container runtime is to see the GPUs; `auto`: those that the guest has. */
    readonly runtime: 'none' | 'auto' | RuntimeName;
    /** Where the NVIDIA Container Toolkit comes from; `repository`: NVIDIA's own, which is set up where the guest has none. */
    readonly toolkit: 'auto' | 'media' | 'repository';
  };
  /** Where each comes from; `repository`: one that the guest has. */
  readonly libraries: { readonly cudnn: PartSource; readonly nccl: PartSource };
  readonly mig: {
    /** `auto`: on where a layout asks for instances; otherwise left as it is. */
    readonly mode: 'auto' | 'on' | 'off';
    readonly layout: MigLayout;
    /** Instances that the layout does not name are destroyed; otherwise they stay, and may stand in its way. */
    readonly replace: boolean;
  };
  readonly multiGpu: {
    /** Only where NVSwitches were handed to the guest, and in the driver's version alone. */
    readonly fabricManager: PartSource;
    /** The driver stays initialised while no program uses the GPU, from each boot on. */
    readonly persistence: boolean;
  };
  readonly path: boolean;
  readonly hold: boolean;
  readonly reboot: 'never' | 'auto' | 'ask';
  readonly image: { readonly seal: boolean; readonly keepToken: boolean };
};

/** `grid`: the vGPU guest driver. `tesla`: data-centre and workstation cards. `geforce`: consumer cards. On Linux the last two are one driver. */
export type DriverKind = 'grid' | 'tesla' | 'geforce';
export type ModuleFlavour = 'open' | 'proprietary';
/** `auto`: the media, else a repository that the guest has. */
export type PartSource = 'none' | 'auto' | 'media' | 'repository';
export type RuntimeName = 'docker' | 'containerd' | 'podman';

export const DEFAULT_MEDIA = '/mnt/Shared/nv';
/** Of a Windows machine itself. */
export const DEFAULT_MEDIA_ON_WINDOWS = 'C:\\Shared\\nv';

export const defaultProfile: Profile = {
  goal: 'auto',
  media: DEFAULT_MEDIA,
  driver: { kind: 'auto', source: 'auto', version: 'auto', kernelModule: 'auto' },
  license: { featureType: 'auto', token: 'auto', waitSeconds: 60 },
  cuda: { toolkit: 'auto' },
  containers: { runtime: 'none', toolkit: 'auto' },
  libraries: { cudnn: 'none', nccl: 'none' },
  mig: { mode: 'auto', layout: 'none', replace: false },
  multiGpu: { fabricManager: 'none', persistence: false },
  path: true,
  hold: true,
  reboot: 'ask',
  image: { seal: false, keepToken: false },
};
