/** A folder with all that an `apply` without a network needs, as its `bundle.json` describes it (`gpu-guest/bundle@1`). */
import type { Message } from './message.ts';
import type { ModuleFlavour } from './profile.ts';

/** Its name in the folder; what the folder is, its content says. */
export const BUNDLE_FILE = 'bundle.json';
export const BUNDLE_SCHEMA = 'gpu-guest/bundle@1';

/** `path`: below the bundle's own folder. */
export type BundledFile = { readonly path: string; readonly sizeBytes: number; readonly sha256: string };

export type BundledPackage = { readonly name: string; readonly version: string; readonly file: string };

export type BundledPackages = {
  readonly manager: 'apt' | 'dnf' | 'zypper';
  readonly list: readonly BundledPackage[];
  /** Kernel → package with its headers. */
  readonly headers: Readonly<Record<string, string>>;
  /** The distribution's drivers that can be installed from here. */
  readonly drivers: readonly {
    readonly packages: readonly string[];
    readonly version: string;
    readonly flavour: ModuleFlavour;
  }[];
};

export type BundleManifest = {
  readonly schema: typeof BUNDLE_SCHEMA;
  readonly toolVersion: string;
  /** ISO 8601. */
  readonly time: string;
  /** As os-release names it: `debian`, `12`, `Debian 12`. */
  readonly release: { readonly id: string; readonly version: string; readonly name: string };
  /** x86_64, aarch64. */
  readonly arch: string;
  readonly kernels: readonly string[];
  /** The bytes of the profile that it was made for. */
  readonly profile: { readonly file: string; readonly sha256: string } | null;
  readonly holdsToken: boolean;
  /** Version of the Node.js in it; null: there is none. */
  readonly node: string | null;
  readonly packages: BundledPackages;
  /** All but this manifest and SHA256SUMS. */
  readonly files: readonly BundledFile[];
};

/** A bundle that a guest is to be served from. `trouble`: why nothing may be taken from it. */
export type OfflineBundle = {
  readonly folder: string;
  readonly manifest: BundleManifest;
  readonly trouble: Message | null;
};
