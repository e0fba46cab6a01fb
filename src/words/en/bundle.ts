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
} as const;
