/** What a clone must not inherit, and where it lies on a Linux guest. */
import { CLONE_MARK, FIRST_BOOT_VERDICT, MEDIA_STORE, SIGNING_PASSWORD, STATE_FOLDER } from '../../domain/places.ts';

export const SEAL_PARTS = [
  'service',
  'token',
  'lease',
  'machine-id',
  'host-keys',
  'cloud-init',
  'network',
  'cards',
  'logs',
  'captures',
  'runs',
  'caches',
  'media',
] as const;
export type SealPartId = (typeof SEAL_PARTS)[number];

/** `file`: this very file or link. `named`: what in the folder has such a name. `inside`: all files below, the folders stay. `tree`: the folder with all in it. */
export type SealPlace =
  | { readonly part: SealPartId; readonly kind: 'file' | 'inside' | 'tree'; readonly path: string }
  | { readonly part: SealPartId; readonly kind: 'named'; readonly path: string; readonly name: RegExp };

const file = (part: SealPartId, path: string): SealPlace => ({ part, kind: 'file', path });
const inside = (part: SealPartId, path: string): SealPlace => ({ part, kind: 'inside', path });
const tree = (part: SealPartId, path: string): SealPlace => ({ part, kind: 'tree', path });
const named = (part: SealPartId, path: string, name: RegExp): SealPlace => ({ part, kind: 'named', path, name });

const REPORTS = /^(gpu-guest-capture-.*\.zip|nvidia-bug-report\.log(\.old)?(\.gz)?)$/;
/** Left by installers, and what was brought in to be installed. */
const BROUGHT = /^(NVIDIA-Linux-.*|cuda_.*_linux)\.run$|\.tok$|^gpu-guest-/;


export const SEAL_PLACES: readonly SealPlace[] = [
  tree('lease', '/var/lib/nvidia/GridLicensing'),
  // systemd: entropy and the secret of this host (systemd-random-seed.service(8), systemd-creds(1)).
  file('machine-id', '/var/lib/systemd/random-seed'),
  file('machine-id', '/var/lib/systemd/credential.secret'),
  // What `cloud-init clean` removes. User data may hold tokens and passwords.
  file('cloud-init', '/var/lib/cloud/instance'),
  tree('cloud-init', '/var/lib/cloud/instances'),
  tree('cloud-init', '/var/lib/cloud/data'),
  tree('cloud-init', '/var/lib/cloud/sem'),
  named('network', '/var/lib/dhcp', /\.leases?~?$/),
  named('network', '/var/lib/dhclient', /\.leases?~?$/),
  named('network', '/var/lib/NetworkManager', /\.lease$|^(secret_key|timestamps|seen-bssids)$/),
  inside('network', '/var/lib/dhcpcd'),
  named('network', '/var/lib/wicked', /\.xml$/),
  file('network', '/etc/dhcpcd.duid'),
  file('network', '/etc/udev/rules.d/70-persistent-net.rules'),
  inside('logs', '/var/log'),
  // What node_exporter would tell of a clone until it has been asked itself: Debian's folder, as the unit of the packages has it.
  file('logs', '/var/lib/prometheus/node-exporter/gpu-guest.prom'),
  named('captures', '/root', REPORTS),
  named('captures', '/tmp', REPORTS),
  named('captures', '/var/tmp', REPORTS),
  tree('runs', `${STATE_FOLDER}/runs`),
  // What stood before: among it tokens that were replaced.
  tree('runs', `${STATE_FOLDER}/backups`),
  file('runs', SIGNING_PASSWORD),
  // Of a boot of the builder; the unit that judges a clone stays.
  file('runs', FIRST_BOOT_VERDICT),
  // Of this guest's own first start, where it is a clone itself.
  file('runs', CLONE_MARK),
  tree('caches', '/var/cache/gpu-guest'),
  // Of an offline bundle: where it lay, and what was read of it.
  named('caches', STATE_FOLDER, /^bundle-/),
  tree('caches', '/var/lib/apt/gpu-guest-bundle'),
  tree('caches', '/var/cache/gpu-guest-bundle'),
  named('caches', '/var/cache/apt/archives', /\.deb$/),
  named('caches', '/var/cache/apt', /^(src)?pkgcache\.bin$/),
  inside('caches', '/var/cache/dnf'),
  inside('caches', '/var/cache/libdnf5'),
  inside('caches', '/var/cache/zypp/packages'),
  tree('media', MEDIA_STORE),
  named('media', '/tmp', BROUGHT),
  named('media', '/var/tmp', BROUGHT),
];

/** Of every user. */
export const inHome = (home: string): SealPlace => named('captures', home, REPORTS);

/** Its folders are named by the machine id. */
export const JOURNAL_FOLDER = '/var/log/journal';
