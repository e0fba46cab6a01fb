import { root } from './root.ts';

export const seal = {
  ...root,
  'cli.command.seal': 'make a golden image of this guest: check that it is ready, remove what must not be cloned, check again',
  'cli.command.first-start':
    'take a clone of a sealed image into use: fetch its token from a disk labelled GPU-GUEST, if one is attached (a unit calls this at the first start)',
  'cli.option.keep-token': 'leave the client configuration token in the image, on purpose: every clone will have it',
  'cli.status.sealing':
    'A seal was cut off here: this guest is no image yet, and part of it is gone. Run “sudo gpu-guest seal” again before it is cloned.',
  'seal.next':
    'The profile wants this guest to be sealed as an image. That cannot be taken back and was not agreed to here: `sudo gpu-guest seal`, with the same --profile.',
  'seal.after-reboot':
    'After the reboot the run goes on by itself; once all of it is verified, this guest is sealed as an image, as the profile wants.',
  'seal.is-sealed':
    'The profile wants this guest to be sealed as an image, and it is one already. Where something was changed since, seal it once more: `sudo gpu-guest seal`.',
  'seal.is-clone':
    'The profile wants an image to be sealed. This guest comes from a sealed image and is in use, so it is left as it is. To make an image of it all the same: `sudo gpu-guest seal`.',
  'seal.not-begun-here':
    'The profile wants an image to be sealed. It is not certain that this is the machine on which the run was begun, and a clone of a builder is never sealed by itself. To make an image of this one: `sudo gpu-guest seal`, with the same --profile.',
  'seal.not-by-unit':
    'The profile wants this guest to be sealed as an image. A systemd unit has started this run, and a unit never seals a guest: `sudo gpu-guest seal`, with the same --profile.',
  'seal.not-on-windows':
    'The profile wants this guest to be sealed as an image. Windows guests are not sealed here: use Sysprep.',
  'seal.left-open':
    'This guest was not sealed. It is as the profile wants it; `sudo gpu-guest seal` makes an image of it.',
  'seal.refused': 'This guest cannot be sealed yet. Nothing was changed.',
  'seal.refused.unread':
    'It cannot be read which driver is installed and which kernel the image will start. An image is sealed only where that is known.',
  'seal.refused.no-driver': 'No NVIDIA driver is installed: clones would have none.',
  'seal.refused.no-module': 'Clones will start kernel {kernel}, for which the driver was not built: `sudo dkms autoinstall -k {kernel}`.',
  'seal.refused.check': '{id}: expected {expected}, found {found}',
  'seal.refused.finding': '{id}: {title}',
  'seal.refused.media-unread':
    'It cannot be read what lies in {path}, on a disk of the image itself: a client configuration token there would be in every clone. Make it readable, or empty it.',
  'seal.refused.media-token':
    '{path} is a client configuration token on a disk of the image itself, so every clone would hold it. Move it off this disk, or keep it on purpose with --keep-token.',
  'seal.unreadable': 'It cannot be seen what has to be removed: {why}. Nothing was changed.',
  'seal.dry-run': 'This would be removed; nothing was changed.',
  'seal.nothing': 'Nothing is left that must not be cloned.',
  'seal.ask': 'Remove this for good and seal the image? It cannot be taken back. [y/N] ',
  'seal.nobody-to-ask': 'Nobody is at a terminal to agree to it. Look at it with --dry-run, then give --yes.',
  'seal.declined': 'Nothing was changed.',
  'seal.changed': 'There is something else to remove than was agreed to. Nothing was changed; look at it again with --dry-run.',
  'seal.done':
    'The image is sealed. Shut the guest down and clone it; do not start it before, as its first start makes a guest of it again: `sudo poweroff`.',
  'seal.keys-kept':
    'The SSH host keys stay, and all clones will share them: nothing on this guest makes new ones at the first start. Install cloud-init, or remove them yourself and make new ones on each clone (`ssh-keygen -A`).',
  'seal.without-gpu':
    'No GPU is in this machine, so what needs one has not been verified: only that the driver is there for the kernel that clones start.',
  'seal.token-kept': 'The client configuration token stays in the image, as was asked for.',
  'seal.not-sealed': 'NOT SEALED: {why} What was removed is gone; put that right and run “gpu-guest seal” again. Do not clone this guest before.',
  'seal.cancelled': 'It was stopped.',
  'seal.no-own-copy': 'This program cannot copy itself into the image, so clones would stay images.',
  'seal.come-again': 'Somebody has made again what was removed: {paths}.',
  'seal.more': 'and {count} more (--verbose shows all)',
  'seal.part.service': 'Licensing service, to be stopped: it gives its licence back',
  'seal.part.token': 'Client configuration token',
  'seal.part.lease': 'Licence lease',
  'seal.part.machine-id': 'Identity of this machine',
  'seal.part.host-keys': 'SSH host keys; the first start makes new ones',
  'seal.part.cloud-init': 'What cloud-init remembers of this instance',
  'seal.part.network': 'Network leases',
  'seal.part.cards': 'What holds for the cards of this machine alone; `apply` makes it anew on each clone',
  'seal.part.logs': 'Logs and metrics',
  'seal.part.captures': 'Support captures and bug reports',
  'seal.part.runs': 'Journals of runs, and what undo would put back',
  'seal.part.caches': 'Caches of packages',
  'seal.part.media': 'Installers and tokens in temporary folders',
  'first-start.not-sealed': 'This guest is no clone at its first start: nothing to do.',
  'first-start.token': 'The token was taken from the disk {disk}. This guest is in use now.',
  'first-start.no-token': 'The disk {disk} has no client configuration token that could be used.',
  'first-start.not-mounted': 'The disk {disk} could not be mounted, so no token was taken from it.',
  'first-start.has-token': 'A token is in place; the licensing service was started anew. This guest is in use now.',
  'first-start.without-token':
    'This guest is in use now, without a client configuration token. Bring it one: `sudo gpu-guest apply --media FOLDER --steps license.token,license.restart-service,license.wait`.',
} as const;
