/** What is right for this guest, with its reasons: the result of `choice/`, the ground of every plan. */
import type { ByteSource } from './machine.ts';
import type { Message } from './message.ts';
import type { InnerPackage, PackageFormat } from './media-item.ts';
import type { DriverKind, ModuleFlavour } from './profile.ts';

export type Rejected = { readonly what: string; readonly why: Message };

export type DriverSource =
  | {
      readonly kind: 'media';
      readonly file: string;
      readonly format: PackageFormat;
      readonly packageName: string | null;
      readonly source: ByteSource;
      readonly sha256: string;
      /** Of the package itself; where known, room is asked for by it. */
      readonly sizeBytes?: number;
      /** It cannot be installed without DKMS; absent: not known. */
      readonly needsDkms?: boolean;
    }
  /** Packages of the distribution's own repository, in the order in which they are given to the package manager. */
  | { readonly kind: 'distro'; readonly packages: readonly string[] }
  | { readonly kind: 'installed' }
  /** It is known what fits, but no medium or repository offers it. */
  | { readonly kind: 'unavailable'; readonly why: Message };

export type DriverChoice =
  | {
      readonly kind: 'chosen';
      readonly driver: DriverKind;
      readonly branch: number | null;
      /** Versions that fit, best first; the first is the one to be installed. */
      readonly versions: readonly string[];
      readonly kernelModule: ModuleFlavour;
      /** The host's version is known, so this is no guess; or no host matters. */
      readonly exact: boolean;
      readonly reason: Message;
      readonly source: DriverSource;
      readonly rejected: readonly Rejected[];
    }
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  | { readonly kind: 'nothing-fits'; readonly reason: Message; readonly rejected: readonly Rejected[] };

export type CudaChoice =
  | {
      readonly kind: 'install';
      readonly version: string;
      readonly file: string;
      readonly source: ByteSource;
      readonly sha256: string;
      /** Of the runfile; where known, room is asked for by it. */
      readonly sizeBytes?: number;
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  | { readonly kind: 'keep'; readonly version: string; readonly path: string; readonly reason: Message }
  | {
      readonly kind: 'none';
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
      /** wanted by the profile, and cannot be had */ readonly wanted: boolean;
    };

export type LicenceChoice =
  | {
      readonly kind: 'token';
      readonly featureType: 0 | 1 | 2 | 4;
      readonly file: string;
      readonly source: ByteSource;
      readonly sha256: string;
      readonly product: string | null;
      readonly reason: Message;
    }
  /** A token stands in its folder already and is to stay. */
  | {
      readonly kind: 'keep';
      readonly featureType: 0 | 1 | 2 | 4;
      readonly product: string | null;
      readonly reason: Message;
    }
  /** A licence is needed and no usable token is at hand. */
  | {
      readonly kind: 'token-missing';
      readonly featureType: 0 | 1 | 2 | 4;
      readonly product: string | null;
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  /** The cloud licenses by itself. */
  | { readonly kind: 'provider'; readonly cloud: string; readonly product: string | null; readonly reason: Message }
  | { readonly kind: 'not-required'; readonly reason: Message };

export type ToolkitFile = {
  readonly file: string;
  readonly format: PackageFormat;
  readonly packageName: string;
  readonly source: ByteSource;
  readonly sha256: string;
  readonly sizeBytes: number;
};

/** Which packages of the NVIDIA Container Toolkit the media have. Whether the guest has it already is for the step to see. */
export type ContainersChoice =
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  | {
      readonly kind: 'media';
      readonly version: string;
      readonly files: readonly ToolkitFile[];
      readonly rejected: readonly Rejected[];
    }
  /** The media have no whole set, or are not to be used. `setUp`: the profile asks for NVIDIA's own repository. */
  | { readonly kind: 'repository'; readonly setUp: boolean; readonly rejected: readonly Rejected[] }
  /** The profile wants the media alone, and they have no whole set. */
  | { readonly kind: 'unavailable'; readonly why: Message; readonly rejected: readonly Rejected[] };

/** Which cuDNN or NCCL is made for the CUDA of this guest. Whether the guest has one already is for the step to see. */
export type LibraryChoice =
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  /** Unpacked into the toolkit's own folders. `members`: as in the archive, each below one folder of it; null: nothing on the guest could list them yet. */
  | {
      readonly kind: 'archive';
      readonly version: string;
      readonly cudaMajor: number;
      readonly file: string;
      readonly source: ByteSource;
      readonly sha256: string;
      readonly sizeBytes: number;
      readonly members: readonly string[] | null;
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  | {
      readonly kind: 'packages';
      readonly version: string;
      readonly cudaMajor: number;
      readonly files: readonly ToolkitFile[];
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  /** `inside`: of the packages in a local repository package, those for this CUDA. The repository is not registered. */
  | {
      readonly kind: 'local-repository';
      readonly version: string;
      readonly cudaMajor: number;
      readonly file: string;
      readonly format: PackageFormat;
      readonly source: ByteSource;
      readonly sha256: string;
      readonly sizeBytes: number;
      readonly inside: readonly InnerPackage[];
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  /** `names`: as they are given to the package manager. */
  | {
      readonly kind: 'repository';
      readonly version: string;
      readonly cudaMajor: number;
      readonly names: readonly string[];
      readonly reason: Message;
      readonly rejected: readonly Rejected[];
    }
  /** Wanted, and there is none that fits. */
  | { readonly kind: 'unavailable'; readonly cudaMajor: number | null; readonly why: Message; readonly rejected: readonly Rejected[] };

/** The fabric manager in exactly the driver's version. Whether the guest has NVSwitches at all is for the step to see. */
/** `subnet`: the NVLink Subnet Manager's package from the media, where they have one. */
export type FabricChoice =
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  | ((
      | { readonly kind: 'media'; readonly version: string; readonly file: ToolkitFile; readonly rejected: readonly Rejected[] }
      /** `name`: as it is given to the package manager, with its version. */
      | {
          readonly kind: 'repository';
          readonly version: string;
          readonly packageName: string;
          readonly name: string;
          readonly rejected: readonly Rejected[];
        }
      /** `version`: of the driver; null: it is not known yet. */
      | { readonly kind: 'unavailable'; readonly version: string | null; readonly why: Message; readonly rejected: readonly Rejected[] }
    ) & { readonly subnet?: ToolkitFile });

export type LibraryName = 'cudnn' | 'nccl';

export type Choice = {
  readonly goal: 'compute' | 'workstation';
  readonly driver: DriverChoice;
  readonly licence: LicenceChoice;
  readonly cuda: CudaChoice;
  /** The card is not here: what needs it is left to the first boot of the image that is built. */
  readonly forImage?: true;
  readonly containers: ContainersChoice;
  readonly libraries: Readonly<Record<LibraryName, LibraryChoice>>;
  readonly fabric: FabricChoice;
};
