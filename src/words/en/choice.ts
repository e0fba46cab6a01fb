import { choiceMedia } from './choice-media.ts';

export const choice = {
  ...choiceMedia,
  'choice.mode.capability': "Its PCI configuration space carries NVIDIA's vGPU capability.",
  'choice.mode.pair': 'The PCI ids {ids} are those of the vGPU type {type}.',
  'choice.mode.smi-vgpu': 'nvidia-smi says that it is a vGPU.',
  'choice.mode.smi-name': 'nvidia-smi names it {name}, which is a vGPU type.',
  'choice.mode.smi-passthrough': 'nvidia-smi says that the card is passed through.',
  'choice.mode.smi-none': 'nvidia-smi sees no virtualization, and no hypervisor is known of: this may be bare metal.',
  'choice.mode.host': 'This is the hypervisor that shares the card, not a guest.',
  'choice.mode.bare-metal': 'There is no hypervisor: the card belongs to this machine itself.',
  'choice.mode.no-ids': 'The source names the card without its PCI ids, so it cannot be told whether it is a vGPU.',
  'choice.mode.no-subsystem':
    'The subsystem of {id} is not given, and both a vGPU and the whole card can carry this id.',
  'choice.mode.no-types': 'No vGPU has the device id {id}, so the whole card is passed through.',
  'choice.mode.board': '{ids} is a physical board, so the whole card is passed through.',
  'choice.mode.other-maker':
    "The subsystem of {ids} is another maker's board, which no vGPU has, so the whole card is passed through.",
  'choice.mode.unlisted-board':
    'No list names the board {ids}: it is taken to be passed through, but may be a vGPU type newer than the catalogue.',
  'choice.mode.unlisted-board-no-capability':
    'No list names the board {ids}; its configuration space carries no vGPU capability, so the whole card is passed through.',
  'choice.mode.unlisted-card': 'No list names the card {ids}: it may be newer than the catalogue.',
  'choice.none.profile': 'The profile wants no driver.',
  'choice.none.no-gpu':
    'No NVIDIA GPU was found, so no driver fits. For an image, name in the profile what its guests need: driver.kind, driver.version, driver.kernelModule.',
  'choice.none.not-seen':
    'The source does not show what is on the PCI bus, so it is not known which GPU is to be driven: add the output of lspci -nnk (Linux) or pnputil /enum-devices /class Display (Windows).',
  'choice.none.host': 'This is the hypervisor, not a guest: drivers for guests do not fit it.',
  'choice.none.mode':
    'It is not known whether {ids} is a vGPU or a whole card, and each needs a driver of its own. {why}',
  'choice.none.kind-on-vgpu':
    '{gpu} is a vGPU: a driver of kind {kind}, which the profile asks for, does not drive it; only a GRID driver does.',
  'choice.none.mixed': 'No single driver serves both {one}, which needs a GRID driver, and the consumer card {other}.',
  'choice.none.grid-on-consumer':
    "{gpu} is a consumer card: NVIDIA's GRID driver, which the profile asks for, does not serve it.",
  'choice.none.fits': 'No driver branch that is known fits {ids}.',
  'choice.none.together': 'No single driver serves all of {gpus} ({ids}).',
  'choice.none.version': 'Version {wished}, which the profile asks for, does not fit {ids}.',
  'choice.host.same-release': '{version} is the guest driver of vGPU release {release}, which the host runs ({host}).',
  'choice.host.same-branch':
    "{version} is of the same branch as the host's vGPU Manager {host}, which NVIDIA supports together.",
  'choice.host.previous-branch':
    "{version} is of the branch before that of the host's vGPU Manager {host}: it works, with what both have in common.",
  'choice.host.previous-long-term-branch':
    "{version} is of the long-term branch before that of the host's vGPU Manager {host}: it works, with what both have in common.",
  'choice.host.guest-newer': "{version} is newer than the host's vGPU Manager {host}: the vGPU would not start.",
  'choice.host.guest-too-old': "{version} is too old for the host's vGPU Manager {host}: the vGPU would not start.",
  'choice.host.not-listed':
    "Whether {version} works with the host's vGPU Manager {host} is not known: no list names that release.",
  'choice.type.guess':
    "The host's version cannot be read, so this is a guess: R{branch} supports {type}; it must not be newer than the host's vGPU Manager.",
  'choice.type.gone': 'R{branch} no longer knows {type}; {last} was the last release to name it.',
  'choice.support.listed': "NVIDIA's lists name {gpu} in R{branch}.",
  'choice.support.inferred': 'R{branch} lies between branches whose lists name {gpu}, so it supports the card too.',
  'choice.support.not-listed': 'The list of R{branch} does not name {gpu}.',
  'choice.support.by-architecture': 'No public list of R{branch} names {gpu}; its architecture belongs to that branch.',
  'choice.support.since': 'R{branch} supports {gpu} from {version} on.',
  'choice.support.until': '{version} is the last release of R{branch} whose list names {gpu}.',
  'choice.support.dropped': 'R{branch} dropped {gpu}; R{last} is the last branch that supports it.',
  'choice.support.older-than-the-card': 'R{branch} is older than {gpu}, which R{first} is the first to support.',
  'choice.support.newer-than-the-lists':
    'R{branch} is newer than the catalogue, which therefore cannot say whether it supports {gpu}.',
  'choice.support.unknown-card': 'The catalogue does not know {gpu}, so it cannot be said which branches support it.',
  'choice.support.no-device-id': 'The PCI id of {gpu} is not given, so it cannot be said which branches support it.',
  'choice.module.part':
    '{open} needs the open kernel modules and {proprietary} the proprietary ones: no driver has both at once.',
  'choice.module.no-open': 'The open kernel modules, which the profile asks for, do not drive {gpu}.',
  'choice.module.no-proprietary': 'The proprietary kernel modules, which the profile asks for, do not drive {gpu}.',
  'choice.module.offered': 'It has only kernel modules of the flavour {offered}, which do not serve here.',
  'choice.installed.kept': 'Driver {version} is installed and fits, so it stays. {why}',
  'choice.installed.too-old-for-kernel':
    'It cannot be built for kernel {kernel}, which has changed what this release uses.',
  'choice.installed.unfit': 'Driver {version} is installed and does not fit. {why}',
  'choice.version.other': 'The profile asks for version {wished}.',
  'choice.second': 'It fits too, but {better} fits better.',
  'choice.doubt': '{why} {doubt}',
  'choice.unavailable.file': 'The file {file}, which the profile names, is not among the media or does not fit.',
  'choice.unavailable.index-empty':
    'The package index is empty, so it is not known what the distribution offers: refresh it first.',
  'choice.unavailable.distro': "The distribution's repositories offer no driver that fits.",
  'choice.unavailable.media':
    'Neither the media folder {folder} nor a repository offers a driver that fits: put one of the versions named into that folder.',
  'choice.unavailable.media-not-read':
    'There is no media folder {folder} that could be read: put one of the versions named into a folder, and name it.',
} as const;
