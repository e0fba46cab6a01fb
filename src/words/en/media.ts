export const media = {
  'token.signature-not-verified':
    "The token's signature was not verified: the key that could do so is not public. Only the licence server can say whether it accepts the token.",
  'token.empty': 'The file is empty. Download the client configuration token again.',
  'token.html':
    'This is a web page that was saved under the name of a token, probably a log-in or error page. Log in to the NVIDIA Licensing Portal (or the DLS appliance) and download the token again.',
  'token.error-answer':
    "This is a web service's error answer ({code}), not a token. Ask for a fresh download link and download the token again.",
  'token.utf-16':
    'The token was changed on the way: it is stored as UTF-16, as some editors and PowerShell redirection do. Copy the original file byte for byte instead of pasting its text.',
  'token.byte-order-mark':
    'The token was changed on the way: an editor put a byte order mark (UTF-8 BOM) before it. Copy the original file byte for byte.',
  'token.carriage-return':
    'The token was changed on the way: it has Windows line ends (CRLF). Copy the original file byte for byte, and transfer it in binary mode.',
  'token.wrapped':
    'The token was changed on the way: white space or line breaks were put into it, as pasting does. Copy the original file byte for byte.',
  'token.altered':
    'The token was changed on the way: its contents no longer decode. Download it again and copy the file byte for byte.',
  'token.truncated': 'The token is cut short: its end is missing. Download it again and compare the size of the files.',
  'token.binary':
    'This is a binary file, not a client configuration token. Take the .tok file from the licensing portal.',
  'token.gridd-conf':
    'This is a gridd.conf, not a token. It belongs in /etc/nvidia; the token folder must hold the token only.',
  'token.pem':
    'This is a certificate or a key, not a client configuration token. Take the .tok file from the licensing portal.',
  'token.garbage': 'This is not a client configuration token. Take the .tok file from the licensing portal.',
  'token.foreign':
    'This is a signed token of another kind (JWT), not a client configuration token. In the licensing portal, choose “Generate client configuration token”.',
  'token.too-large': 'The file is far larger than a token. Take the .tok file from the licensing portal.',
  'token.expired':
    'The token expired at {expired}; the clock of this machine says {now}. If the clock is right, generate a new token in the licensing portal.',
  'token.not-yet-valid':
    'The token is valid from {begins} only; the clock of this machine says {now}. Check the clock, the time zone and the time synchronisation; if they are right, wait or generate a new token.',
  'token.misdated':
    'Its time “{claim}” is no number of Unix seconds of this time (milliseconds, or a text, perhaps), so it cannot be told when the token is valid. The licensing portal does not write such a token: generate a new one there.',
  'media.empty': 'The file is empty. Download it again.',
  'media.html':
    'This is a web page that was saved under the name of a driver, probably a log-in or error page. Log in to the download site and download the file again.',
  'media.error-answer':
    'This is a web service’s error answer ({code}), not the file. The download link has probably expired: ask for a new one and download the file again.',
  'media.truncated': 'The file is cut short: it has {has} bytes and should have {wants}. Download it again.',
  'media.truncated-end': 'The file is cut short: its end is missing. Download it again.',
  'media.truncated-header': 'The file is cut short: it ends before its contents begin. Download it again.',
  'media.too-long': 'The file was changed: it has {has} bytes and should have {wants}. Download it again.',
  'media.altered':
    'The file has its full size, but its contents do not match its own checksum: it was damaged or changed. Download it again.',
  'media.altered-or-truncated':
    'The contents do not match the file’s own checksum: the download was cut off, or the file was changed. Download it again.',
  'media.checksum-differs':
    'The file does not match the checksum that {list} gives for it. Download it again, or check that the list belongs to this version.',
  'media.no-checksum': 'The file carries no checksum: its size is right, its contents could not be checked.',
  'media.not-checked': 'Its contents were not checked.',
  'media.deb-unchecked':
    'The package is complete by its size; its contents could not be checked, as this machine has no dpkg-deb.',
  'media.deb-broken': 'The package cannot be unpacked, so it was damaged or changed: “{line}”. Download it again.',
  'media.partial-download': 'The name says that this download has not ended. Wait for it, or download the file again.',
  'media.host-package':
    'This is the vGPU Manager for the hypervisor, not a guest driver. It must not be installed in a guest: use the guest driver of the same vGPU release.',
  'media.host-package-by-name':
    'By its name this is the vGPU Manager for the hypervisor, which must not be installed in a guest; its contents do not say. Use the guest driver of the same vGPU release.',
  'media.flavour-by-name':
    'That this is a vGPU guest driver is known from the file’s name only; its contents do not say.',
  'media.flavour-unknown':
    'This is an NVIDIA driver; whether for vGPU or not, neither its contents nor its name says. Give the file its original name.',
  'media.version-by-name': 'The version is known from the file’s name only; the contents do not say.',
  'media.version-unknown':
    'Neither the contents nor the name says which version this is. Give the file its original name.',
  'media.name-differs':
    'The file’s name says something else than its contents: inside it is {inside}. The contents count.',
  'media.custom': 'This driver was repackaged by hand (“-custom”: a patch or a kernel interface was added).',
  'media.package-by-name':
    'Name and version are known from the file’s name only: the package is packed in a way that cannot be read here.',
  'media.deb-unread':
    'This is a Debian package, but it is packed in a way that cannot be read here, and its name does not say what it is. Give it its original name; if it lies in an archive, unpack that.',
  'media.package-not-used':
    'This is the package {name}. It is not used from the media: such packages come from a repository, with all that they depend on.',
  'media.local-repository':
    'This is a local repository in a package ({name}). It is not used: its driver could replace the one that fits.',
  'media.windows-package': 'This is a package for Windows. It cannot be used on Linux.',
  'media.windows.not-signed':
    'The file carries no digital signature, and all of NVIDIA’s packages for Windows do: it was changed. Download it again.',
  'media.windows.hash-mismatch':
    'The file does not match its digital signature: it was damaged or changed after NVIDIA signed it. Download it again.',
  'media.windows.foreign-signer':
    'The file is signed by {signer}, not by NVIDIA. It is not used.',
  'media.windows.not-trusted':
    'NVIDIA’s signature is there, but Windows does not confirm it (status {status}): a guest without internet access may lack the root certificates for that. Its contents count as not checked.',
  'media.windows.signature-unread':
    'Windows could not be asked whether the digital signature is valid: {why} Its contents count as not checked.',
  'media.windows.size-only':
    'It is complete by its size and carries a signature, which only Windows can verify: its contents could not be checked here.',
  'media.windows.catalogue':
    'Its signature is in its catalogue file, which Windows verifies when the driver is added: its contents were not checked here.',
  'media.windows.no-catalogue':
    'This INF names no catalogue file, so the driver has no signature.',
  'media.windows.by-name':
    'Whether it is a vGPU guest driver and for which cards is known from the file’s name only: its contents are packed. With 7-Zip installed, or unpacked into a folder, its INF is read and compared with the GPU.',
  'media.windows.other-program':
    'This is one of NVIDIA’s programs for Windows, but no driver package and no CUDA toolkit.',
  'media.windows-program': 'This is a Windows program, not an NVIDIA driver.',
  'media.other-runfile': 'This is a self-extracting file, but neither an NVIDIA driver nor a CUDA toolkit: “{label}”.',
  'media.script': 'This is a script, not a driver package.',
  'media.text-not-medium': 'This is a text file, although its name says otherwise. Download the file again.',
  'media.not-what-it-says':
    'The contents are not what the file’s name says: the beginning is missing or was changed. Download the file again.',
  'media.checksum-file': 'A list of checksums; the files beside it were compared with it.',
  'media.other-archive': 'This is an archive, but no vGPU software bundle. What lies in it is not looked at: if it holds drivers or tokens, unpack it into the folder.',
  'media.bundle-without-guest': 'The bundle holds no guest driver for Linux.',
  'media.bundle-entry-broken': 'A file in the bundle is damaged: {entry}. Download the bundle again.',
  'media.zip-crc':
    '{entry} is damaged inside the archive: its contents do not match the checksum there. Download the archive again.',
  'media.zip-encrypted':
    '{entry} is encrypted inside the archive. Unpack the archive and put the files into the folder.',
  'media.zip-method':
    '{entry} is packed in the archive in a way that cannot be read here. Unpack the archive and put the files into the folder.',
  'media.dangling-link': 'This is a link to a file that is not there.',
  'media.unrecognised': 'Neither a driver, nor a CUDA toolkit, nor a token.',
} as const;
