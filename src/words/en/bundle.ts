export const bundle = {
  'media.offline-bundle.spoilt':
    'This bundle.json is cut short or was changed: what the bundle holds cannot be told, and nothing of it is used. Copy the bundle again, or make it anew with “gpu-guest bundle”.',
  'media.offline-bundle.missing':
    '{file} is missing from the offline bundle {folder} (files that are not as they were: {count}). Nothing of the bundle is used. Copy it again whole, and check it with “sha256sum -c SHA256SUMS” in its folder.',
  'media.offline-bundle.changed':
    '{file} in the offline bundle {folder} is not the file that was put there (files that are not as they were: {count}). Nothing of the bundle is used. Copy it again whole, and check it with “sha256sum -c SHA256SUMS” in its folder.',
  'offline.is':
    'Everything for {release}, {arch}, kernel {kernels}: {packages} packages, made on {day}. Packages are installed from here alone; no repository is asked.',
  'offline.other-release':
    'This offline bundle was made for {made}, and this guest is {guest}: its packages are not for this guest, and nothing of it is used. Make one with “gpu-guest bundle --release {release}”, or name a media folder without a bundle.',
  'offline.other-arch':
    'This offline bundle was made for {made}, and this guest is {guest}: nothing of it is used. Make one on a machine of this architecture, or name a media folder without a bundle.',
  'offline.other-kernel':
    'The offline bundle was made for kernel {made}, and this guest boots kernel {kernel} next: the bundle has no headers for it, so no driver can be built from it. Make the bundle with “--kernel {kernel}”, or boot a kernel that it was made for.',
  'offline.lacking':
    'The offline bundle {folder} does not hold {names}. Make it anew with the profile that is applied here, or name a media folder without a bundle where a repository can be reached.',
  'cli.command.bundle':
    'collect what a guest without a network needs for a profile (media, packages with their dependencies, this program) into one folder',
  'cli.option.release': 'for guests of this release, such as debian-12 or ubuntu-24.04 (default: that of this machine)',
  'cli.option.kernel': 'with the headers of these kernels, as “uname -r” names them (default: the kernel that this machine boots next)',
  'cli.option.mirror':
    'fetch packages from this mirror of the distribution (of RHEL’s rebuilds: the folder that holds BaseOS and AppStream)',
  'cli.option.with-token': 'put the client configuration token into the bundle, on purpose: the bundle is then a secret',
  'bundle.no-output': 'Name the folder that the bundle is to be: “gpu-guest bundle -o FOLDER”. It must not be there yet.',
  'bundle.exists': '{path} is there already. A bundle is a folder of its own: name another one, or remove it first.',
  'bundle.unwritable-name': 'A folder for a bundle cannot have a quotation mark, a backslash or a line break in its path. Name another one.',
  'bundle.profile-path':
    'The profile names {path} by its place on this machine, which leads nowhere on the guest. Put the file into the media folder and name it by its file name alone.',
  'bundle.profile-stdin': 'The profile goes into the bundle as a file, so it must be one: give --profile a path.',
  'bundle.release-here':
    'This machine is {name}, for which no bundle can be made. Name the release of the guest: “--release debian-12”, for example.',
  'bundle.release-unknown': 'No release is known as {release}. Did you mean {near}? Known are: {known}.',
  'bundle.not-for': 'Bundles are made for guests on x86_64 and aarch64, not for {name}.',
  'bundle.kernel-needed':
    'A bundle for {name} needs the headers of the kernel that the guest boots. Say which, as “uname -r” prints it on the guest: --kernel KERNEL.',
  'bundle.no-archive':
    'Of {name} no public repositories are known here. Make the bundle on a machine of that release: its own repositories are asked then.',
  'bundle.no-keyring':
    '{keyring} is not on this machine, so nobody could tell whether packages of {name} are genuine. Install {package}, then make the bundle again.',
  'bundle.no-tool':
    '{tool} is not on this machine, and the bundle cannot be made without it. Packages for Debian and Ubuntu are fetched with apt, those for RHEL, its rebuilds and Fedora with dnf, those for SUSE with zypper; dnf and zypper need createrepo_c beside them. Install it, or make the bundle on a machine of that release.',
  'bundle.needs-root':
    'dnf fetches what a system needs for root alone, even where nothing is installed. Run “gpu-guest bundle” as root: sudo gpu-guest bundle ….',
  'bundle.tool-ended': '{tool} did not come to its end. Nothing is left of the bundle; try again.',
  'bundle.tool-failed': '{command} failed: {said}',
  'bundle.mirror-silent': 'Not every source answered, the rest is gone on with: {said}',
  'bundle.unmet':
    'These packages cannot be had together from the repositories: {names}. The package manager says: {said}',
  'bundle.no-headers':
    'The archive of {name} has no headers for kernel {kernel}. An archive keeps those of its latest kernels: {offered}. Bring the guest to one of these and say --kernel, or name a mirror that still has it with --mirror.',
  'bundle.not-in-index': '{file} is not what the signed index of the archive says. Nothing of it is used; make the bundle again.',
  'bundle.unsigned':
    'Nobody whom this machine trusts has signed {file} (packages without a known signature: {count}). Nothing of it is used. Where you trust its repository, take in its key with “rpm --import KEY”, or name it as gpgkey= in the repository’s file; then make the bundle again.',
  'bundle.not-fetched': 'Not everything that is needed was fetched: {names}. Nothing of it is used; make the bundle again.',
  'bundle.no-driver':
    'No driver would be in the bundle: no package in the media folder fits the profile, and the distribution offers none for it. A GRID driver for vGPU is never in a distribution: put it into the media folder (--media).',
  'bundle.no-room': 'The bundle needs {needed} MiB where it is made, and {free} MiB are free. Make room, or name another folder with -o.',
  'bundle.own-unread': '{path} cannot be read, so this program cannot copy itself into the bundle.',
  'bundle.cancelled': 'Cancelled. Nothing is left of the bundle.',
  'bundle.left.arch': 'for {arch}, and the bundle is for {wanted}',
  'bundle.left.format': 'this format ({format}) is not for the guest',
  'bundle.left.profile': 'the profile asks for another one, or for none',
  'bundle.left.token': 'a token stays out, as a bundle with one is a secret; --with-token takes it along',
  'bundle.media': '{count} media files, {mib} MiB',
  'bundle.packages': '{count} packages, {mib} MiB',
  'bundle.asking': 'Asking the archive of {name} …',
  'bundle.copying': 'Copying {file} ({mib} MiB) …',
  'bundle.fetching': 'Fetching {name} …',
  'bundle.program': 'this program, and Node.js {node} to run it',
  'bundle.program-alone': 'this program; the Node.js of this machine is no single file, and stays out',
  'bundle.program-later': 'this program, and a Node.js to run it',
  'bundle.checksums': 'a checksum of each file; {mib} MiB in all',
  'bundle.none': 'none',
  'bundle.row.media': 'Media',
  'bundle.row.left': 'Left out',
  'bundle.row.packages': 'Packages',
  'bundle.row.drivers': 'Driver',
  'bundle.row.size': 'In all',
  'bundle.holds-token':
    'The bundle holds a client configuration token: whoever has the bundle can use your licences. Keep it as you keep the token.',
  'bundle.node-needed':
    'There is no Node.js in the bundle: the one of this machine needs libraries of its system. The guest needs Node.js 20.19 or later of its own, or make the bundle with the Node.js from nodejs.org.',
  'bundle.distribution-driver': 'No driver comes from the media folder; the bundle has the packages that the distribution offers.',
  'bundle.dry-run': 'This would be in {path}. Nothing was made.',
  'bundle.done':
    '{path} is complete. Take it to the guest whole (an ext4 disk, or a tar file: FAT forgets which files may be run) and run, in that folder:',
  'bundle.read-me':
    'Everything that gpu-guest needs to set up the NVIDIA driver on a guest without a network: {release}, {arch}, kernel {kernels}, {packages} packages with all that they depend on.',
  'bundle.read-me-check': 'gpu-guest checks every file before it uses any. The first command below checks them by hand.',
  'bundle.read-me-run': 'The second command, run in this folder on the guest, does the work. “plan” in place of “apply” only shows it.',
} as const;
