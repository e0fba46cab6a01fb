export const findingsImage = {
  'finding.image.contains-token.title': 'The image holds a client configuration token',
  'finding.image.contains-token.detail':
    '{path} goes into every clone. Whoever can read a clone can take licences with it, and it cannot be withdrawn from the clones alone.',
  'finding.image.contains-token.fix.1':
    '`sudo gpu-guest seal` removes it; by hand: `sudo rm {path}`. Give each clone its token at its first start (cloud-init, an attached disk).',
  'finding.image.contains-token.fix.2':
    'If it is kept on purpose, say so in the profile: `keepToken: true` under `image:`.',
  'finding.image.kernel-without-module.title': 'The kernel that the image boots has no NVIDIA module',
  'finding.image.kernel-without-module.detail':
    'Clones of this image will start kernel {kernel}, for which the driver was not built. No clone will have a working GPU. The kernel that runs while an image is built is not the one that counts.',
  'finding.image.kernel-without-module.fix.1':
    'Build it for that kernel, inside the image: `sudo dkms autoinstall -k {kernel}`, with its headers installed.',
  'finding.image.kernel-without-module.fix.2':
    'Let the image build fail where this fails: `modinfo -k {kernel} nvidia`.',
  'finding.image.machine-identity.title': 'The image holds the identity of one machine',
  'finding.image.machine-identity.detail':
    'Every clone would share it ({paths}): clones take the same address by DHCP, trust the same host key, or count as one client at the licence server.',
  'finding.image.machine-identity.detail.cards':
    '{paths}: made for the very cards of the machine that the image was built on. At each boot a clone would cut the card at the same address, or hand out to containers what it has not.',
  'finding.image.machine-identity.fix.1':
    '`sudo gpu-guest seal` removes all of this. By hand: empty the machine id (an empty file, not a missing one): `sudo truncate -s 0 /etc/machine-id`.',
  'finding.image.machine-identity.fix.keys':
    'Where the first start makes new ones (cloud-init does): `sudo rm /etc/ssh/ssh_host_*`.',
  'finding.image.machine-identity.fix.lease':
    'Remove what the licensing service keeps of its lease: `sudo rm -r /var/lib/nvidia/GridLicensing`.',
  'finding.image.machine-identity.fix.cards':
    '`sudo gpu-guest seal` removes what holds for the cards of one machine; by hand: `sudo rm {paths}`. Each clone gets its own by `apply` with its profile.',
} as const;
