export const choiceMedia = {
  'choice.media.host': "This is the host's package (vGPU Manager): it belongs on the hypervisor, not in a guest.",
  'choice.media.arch': 'It is made for {arch}, and this guest runs on {guest}.',
  'choice.media.arch-unknown':
    'It is made for {arch}. Nothing here says which processor this guest has, so {assumed} is assumed; the output of `uname -m` would settle it.',
  'choice.media.no-version': 'Its version cannot be read.',
  'choice.media.windows': 'It is not a driver package for Linux.',
  'choice.media.linux':
    'It is a driver package for Linux, and this guest runs Windows.',
  'choice.media.windows-not-listed':
    'Its INF does not list this GPU ({ids}): Windows would not install it for this card. It takes the package for exactly this card and this cloud or vGPU.',
  'choice.media.windows-newer':
    'It is for Windows from build {lowest} on, and this guest has build {build}.',
  'choice.media.not-geforce':
    'It is a data-centre or workstation driver, and this is a consumer card: on Windows it needs a GeForce driver.',
  'choice.media.geforce-not-wanted':
    'It is a GeForce driver, and this is a data-centre or workstation card: on Windows it needs a driver of its own.',
  'choice.media.geforce-in-guest':
    'GeForce drivers for Windows before {first} do not start in a virtual machine (Code 43).',
  'choice.media.format': 'The package manager of this guest does not install {format} packages.',
  'choice.media.no-flavour': 'It cannot be told whether this is a GRID driver or a data-centre driver.',
  'choice.media.not-grid': 'It is a data-centre or consumer driver, and only a GRID driver serves here.',
  'choice.media.grid-not-wanted':
    'It is a GRID driver, which is for vGPUs and licensed workstations: the card is passed through and needs none.',
  'choice.media.own-driver': "{cloud} installs a GRID driver of its own; NVIDIA's package is not for it.",
  'choice.media.cloud': 'It is built for {cloud}, and this guest is not known to run there.',
  'choice.media.other-file': 'The profile names another file.',
  'choice.media.bundle': 'It is a vGPU bundle; the guest drivers inside it are listed by themselves.',
  'choice.media.unknown': 'It is neither a driver nor a CUDA toolkit nor a token.',
  'choice.distro.not-grid':
    "The distribution's data-centre driver does not drive a vGPU and knows no licensing: only a GRID driver serves here.",
  'choice.cuda.profile-none': 'The profile wants no CUDA toolkit.',
  'choice.cuda.series':
    "{type} does not run CUDA: a vGPU of the Q or C series does, which the host's administrator assigns.",
  'choice.cuda.no-driver': 'No driver is chosen, so no toolkit can be judged by it.',
  'choice.cuda.none-at-hand': 'No CUDA toolkit that fits is at hand, so none is installed.',
  'choice.cuda.wish-missing': 'CUDA {wish}, which the profile asks for, is not among the media or does not fit.',
  'choice.cuda.kept': 'CUDA {version} is installed and runs on driver {driver}, so it stays.',
  'choice.cuda.native': 'CUDA {version} runs on driver {driver} without reservation.',
  'choice.cuda.minor':
    'CUDA {version} runs on driver {driver} by minor-version compatibility; the driver itself is of CUDA {native}, so programs that carry only PTX do not run.',
  'choice.cuda.needs': 'CUDA {version} needs driver {floor} or later. No driver for this guest is at hand yet.',
  'choice.cuda.gpu-too-old': 'CUDA {version} no longer compiles for {gpu}; 12.x is the last that does.',
  'choice.cuda.for-linux': 'It is an installer for Linux.',
  'choice.cuda.for-windows': 'It is an installer for Windows.',
  'choice.cuda.network': 'It is the network installer, which downloads what it installs. Take the local one.',
  'choice.cuda.unlisted': 'No list says which driver CUDA {version} needs.',
  'choice.cuda.driver-too-old': 'CUDA {version} needs driver {floor} or later, and {driver} is to run it.',
  'choice.cuda.other': 'The profile asks for {wish}.',
  'choice.licence.no-driver': 'There is no GRID driver that could be licensed.',
  'choice.licence.no-licensing': 'This driver has no licensing, and the card needs none.',
  'choice.licence.profile-none': 'The profile wants no token.',
  'choice.licence.provider': '{cloud} licenses its GPUs by itself, so no token is needed.',
  'choice.licence.token': '{file} is a valid client configuration token, good until {until}.',
  'choice.licence.in-place': 'A valid client configuration token is in place already: {file}.',
  'choice.licence.in-place-early': 'The client configuration token {file} is in place and not to be used yet. {why}',
  'choice.licence.licensed': 'The driver holds a licence already, so its configuration stays as it is.',
  'choice.licence.legacy-only':
    'This driver branch knows no tokens, only the legacy licence server, and none is configured.',
  'choice.licence.legacy-server': 'This driver branch uses the legacy licence server, and {server} is configured.',
  'choice.licence.file-missing': 'The token {file}, which the profile names, is not among the media or is not valid.',
  'choice.licence.unusable': 'A licence is needed, and the token {file} cannot be used. {why}',
  'choice.licence.media-not-read': 'A licence is needed; no media folder was read for a client configuration token.',
  'choice.licence.missing':
    'A licence is needed and no valid client configuration token is at hand: put one into {folder}.',
  'choice.token.unreadable': 'It cannot be read as a client configuration token.',
  'choice.token.expired': 'The token expired at {at}.',
  'choice.token.valid': 'It is a valid client configuration token, good until {until}.',
  'choice.token.no-expiry': 'It is a valid client configuration token, and states no expiry.',
  'choice.token.other': 'The profile names the token {wish}.',
  'choice.token.same': 'It is the same token as {better}.',
  'choice.token.older': 'It is valid, but {better} was issued later, and exactly one token may be in place.',
} as const;
