/** What a file in the media folder is, from its content. Shape of `gpu-guest/media@1` items, less `fits` and `why`, plus what we need to use it. */
import type { BundleManifest } from './bundle.ts';
import type { ByteSource } from './machine.ts';
import type { Message } from './message.ts';
import type { ModuleFlavour } from './profile.ts';
import type { WindowsPackage } from './windows-package.ts';

export type MediaFlavour = 'grid' | 'tesla' | 'geforce' | 'grid-aws' | 'grid-azure';
export type MediaWhat = 'driver' | 'driver-host' | 'cuda' | 'token' | 'vgpu-bundle' | 'offline-bundle' | 'container-toolkit' | 'cudnn' | 'nccl' | 'fabric-manager' | 'unknown';
/** `exe`: a program of its own for Windows, or the setup.exe of one that is unpacked; `inf`: a driver without a setup program. */
export type PackageFormat = 'deb' | 'rpm' | 'run' | 'exe' | 'tar' | 'inf';

/** Checked: whole; broken: with the reason; not checked: why. */
export type Integrity =
  | { readonly kind: 'intact' }
  | { readonly kind: 'broken'; readonly because: Message }
  | { readonly kind: 'unchecked'; readonly because: Message };

/** A package in a local repository package. `path`: from the root, where its payload puts it. */
export type InnerPackage = {
  readonly packageName: string;
  readonly version: string;
  readonly madeForCuda?: string;
  readonly path: string;
  readonly sizeBytes: number;
};

export type MediaItem = {
  /** Absolute path; for what lies inside a bundle zip: `ZIP!entry`. */
  readonly file: string;
  readonly what: MediaWhat;
  readonly version: string | null;
  /** First number of the driver's version; null for tokens and CUDA. */
  readonly branch: number | null;
  /** `x86_64`, `aarch64`, `noarch`, or null. */
  readonly arch: string | null;
  readonly flavour: MediaFlavour | null;
  readonly sizeBytes: number;
  readonly sha256: string | null;
  readonly integrity: Integrity;
  readonly format: PackageFormat | null;
  /** Name of the deb or rpm package. */
  readonly packageName: string | null;
  /** It cannot be installed without DKMS (rpm packages; absent: not known). */
  readonly needsDkms?: boolean;
  /** Of cuDNN and NCCL, the CUDA that it is made for, such as `12` or `12.4`; absent: it does not say. */
  readonly madeForCuda?: string;
  /** Of an archive in tar, the files that are installed from it, as they are named in it. */
  readonly members?: readonly string[];
  /** Of a local repository package, what it holds of the library. */
  readonly inside?: readonly InnerPackage[];
  /** Module flavours that this package can build; empty where unknown. */
  readonly moduleFlavours: readonly ModuleFlavour[];
  /** For CUDA runfiles: the driver version they were released with. */
  readonly bundledDriver: string | null;
  /** Where its bytes are (a zip entry of a bundle is not a file of its own). */
  readonly source: ByteSource;
  readonly token: TokenReading | null;
  /** Of a driver for Windows. */
  readonly windows?: WindowsPackage;
  /** Of an offline bundle that can be read, what it says of itself. */
  readonly offline?: BundleManifest;
  /** What it is, in a sentence, where that is not obvious: an HTML error page, an empty file, another architecture, … */
  readonly remark: Message | null;
};

export type LicenceServer = { readonly host: string; readonly ports: readonly number[] };

/** A decoded client configuration token: contract `gpu-guest/token@1`. Never its signature, key material or payload. Times are ISO 8601 UTC. */
export type TokenReading = {
  readonly valid: boolean;
  readonly why: Message | null;
  readonly trouble: 'none' | 'not-a-token' | 'altered' | 'truncated' | 'html' | 'expired' | 'not-yet-valid';
  readonly issuer: string | null;
  readonly issuedAt: string | null;
  readonly notBefore: string | null;
  readonly expiresAt: string | null;
  readonly servers: readonly LicenceServer[];
  readonly publicKeyBits: number | null;
};
