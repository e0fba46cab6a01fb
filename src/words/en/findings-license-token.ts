export const findingsLicenseToken = {
  'finding.license.token-missing.title': 'The client configuration token is missing',
  'finding.license.token-missing.detail':
    'There is no client configuration token in {folder}. The licensing service does not know its licence server, so no licence is asked for.',
  'finding.license.token-missing.detail.unseen':
    'The licensing service found no client configuration token when it looked, although {path} is one. Either the file came later, or the service may not read it.',
  'finding.license.token-missing.fix.1':
    'Ask whoever runs the licence server for a client configuration token (a file named client_configuration_token_….tok), or create one in the NVIDIA Licensing Portal.',
  'finding.license.token.fix.install':
    'Copy it byte for byte, as the only file there: `sudo install -D -m 0744 <token.tok> /etc/nvidia/ClientConfigToken/<token.tok>`. Do not paste its text.',
  'finding.license.token-invalid.title': 'The client configuration token cannot be read',
  'finding.license.token-invalid.detail':
    'What lies in the token folder is not a whole, signed token: it was cut off, changed while copying, or is another file altogether (a gridd.conf, an error page). The licensing service stops at it.',
  'finding.license.token-invalid.fix.1':
    'Look at what is there: `ls -l /etc/nvidia/ClientConfigToken; gpu-guest token /etc/nvidia/ClientConfigToken/*`.',
  'finding.license.token-invalid.fix.2':
    'Move everything that is no token out of the folder (gridd.conf belongs to /etc/nvidia) and download the token again.',
  'finding.license.token-expired.title': 'The client configuration token has expired',
  'finding.license.token-expired.detail':
    'The token was valid until {until}. The licence server no longer accepts it, so no licence is granted.',
  'finding.license.token-expired.fix.1':
    'Send this to the administrator of the licence server: "The client configuration token of this guest has expired. Please generate a new one."',
  'finding.license.token-not-yet-valid.title': "The token is not valid yet, by the guest's clock",
  'finding.license.token-not-yet-valid.detail':
    "The token is valid from {from}, and the guest's clock says {now}. Most often the clock is wrong; licensing fails until both agree.",
  'finding.license.token-permissions.title': 'The token file has unusual permissions',
  'finding.license.token-permissions.detail':
    '{path} has mode {mode}. NVIDIA asks for 0744; with less the licensing service may not be able to read it.',
  'finding.license.token-permissions.fix.1': 'Set it: `sudo chmod 0744 {path}`.',
  'finding.license.token-multiple.title': 'There is more than one file in the token folder',
  'finding.license.token-multiple.detail':
    '{count} files lie in {folder}. Which one the licensing service takes is not documented: it may be the wrong one.',
  'finding.license.token-multiple.fix.1':
    'Keep the one token that belongs to your licence server and move the others out of the folder.',
} as const;
