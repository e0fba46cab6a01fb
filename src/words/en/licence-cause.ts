/** One sentence for the top of a page. */
export const licenceCause = {
  'cause.license.service-missing': 'Unlicensed because the licensing service nvidia-gridd is not installed.',
  'cause.license.service-failed': 'Unlicensed because the licensing service nvidia-gridd does not run.',
  'cause.license.service-missing.windows':
    'Unlicensed because the licensing service NVDisplay.ContainerLocalSystem is not installed.',
  'cause.license.service-failed.windows':
    'Unlicensed because the licensing service NVDisplay.ContainerLocalSystem does not run.',
  'cause.license.token-missing': 'Unlicensed because no client configuration token is in place.',
  'cause.license.token-permissions':
    'Unlicensed because the licensing service may not be able to read the token: its permissions are unusual.',
  'cause.license.token-invalid': 'Unlicensed because what lies in the token folder is not a whole, signed token.',
  'cause.license.token-expired': 'Unlicensed because the client configuration token expired on {until}.',
  'cause.license.token-expired.undated': 'Unlicensed because the client configuration token has expired.',
  'cause.license.token-not-yet-valid':
    "Unlicensed because the client configuration token is valid from {from} only, and the guest's clock says {now}.",
  'cause.license.clock-skew':
    "Unlicensed because the guest's clock is wrong, or does not agree with the licence server's.",
  'cause.license.clock-skew.behind':
    "Unlicensed because the guest's clock is {minutes} minutes behind that of the licence server {host}.",
  'cause.license.clock-skew.ahead':
    "Unlicensed because the guest's clock is {minutes} minutes ahead of that of the licence server {host}.",
  'cause.license.feature-type-invalid': 'Unlicensed because FeatureType is not valid.',
  'cause.license.no-entitlement': 'Unlicensed because the licence server has no licence for "{product}", or none left.',
  'cause.license.legacy-server-config':
    'Unlicensed because a legacy licence server is configured, and driver {version} takes client configuration tokens only.',
  'cause.license.server-certificate': 'Unlicensed because the certificate of the licence server is not accepted.',
  'cause.license.server-certificate.expired':
    'Unlicensed, most likely because the certificate of the licence server {host} expired on {until}.',
  'cause.license.server-certificate.other-name':
    'Unlicensed, most likely because the certificate of the licence server {host} is for another name.',
  'cause.license.server-certificate.intercepted':
    'Unlicensed, most likely because something on the way to {host} opens TLS connections (certificate of "{issuer}").',
  'cause.license.server-unreachable': 'Unlicensed because the licence server {host} cannot be reached.',
  'cause.license.server-unreachable.no-such-name': 'Unlicensed because no name server knows the licence server {host}.',
  'cause.license.server-unreachable.no-name-server':
    'Unlicensed because the name of the licence server {host} cannot be looked up: no name server answers.',
  'cause.license.server-unreachable.refused':
    'Unlicensed because the licence server {host} refuses connections to port {port}.',
  'cause.license.server-unreachable.timed-out':
    'Unlicensed because the licence server {host}, port {port}, does not answer (firewall, or switched off).',
  'cause.license.server-unreachable.no-route':
    'Unlicensed because this guest has no route to the licence server {host}.',
  'cause.license.server-unreachable.silent':
    'Unlicensed because the licence server {host}, port {port}, takes connections and then says nothing.',
  'cause.license.server-unreachable.not-tls':
    'Unlicensed because what answers at {host}, port {port}, is no licence server: it does not speak TLS.',
  'cause.license.server-unreachable.broken':
    'Unlicensed because the TLS handshake with {host}, port {port}, breaks off.',
  'cause.license.server-unreachable.proxy':
    'Unlicensed because the proxy {host}, port {port}, of the licensing service cannot be reached.',
  'cause.license.server-unreachable.now':
    'Unlicensed because the licence server {host} could not be reached when it was last asked; now it answers.',
  'cause.other': 'Unlicensed, and this is why: {title}.',
  'cause.unknown': 'Unlicensed, and nothing that could be read says why.',
  'cause.licensed.license.server-unreachable':
    'Licensed for now, but the licence server cannot be reached, so the licence will not be renewed.',
  'cause.licensed.license.expiring': 'Licensed for now, but the licence ends at {end} and was not renewed.',
  'cause.licensed.license.service-failed':
    'Licensed for now, but the licensing service does not run, so the licence will not be renewed.',
  'cause.licensed.license.product-mismatch': 'Licensed for "{found}", but this use needs "{wanted}".',
} as const;
