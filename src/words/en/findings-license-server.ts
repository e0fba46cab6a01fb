export const findingsLicenseServer = {
  'finding.license.server-unreachable.detail.unresolved':
    'The name {host} (port {port}) could not be resolved on this guest. Without an address no licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.no-such-name':
    'The name servers of this guest do not know {host} (port {port}), the licence server that is configured here. Without its address no licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.no-name-server':
    'The name {host} (port {port}) could not be looked up: no name server gave an answer. Whether the licence server is up cannot be seen from here; no licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.refused':
    'The machine {host} is there, but refuses connections to port {port}: nothing listens there, or a firewall turns the connection away. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.timed-out':
    'The connection to {host}, port {port}, got no answer at all. That is what a firewall does that drops packets, or a machine that is off. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.no-route':
    'This guest has no way to {host}, port {port}: no route leads there. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.failed':
    'The connection to {host}, port {port}, failed. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.silent':
    '{host} takes the connection to port {port}, but does not answer the TLS handshake. Either the licence service hangs, or something on the way (firewall, load balancer) holds the connection. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.not-tls':
    'What answers at {host}, port {port}, does not speak TLS: another service has this port, or something on the way (a proxy, a login page of the network) answers in its place. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.broken':
    'At {host}, port {port}, the TLS handshake breaks off. Either both sides have no TLS version or cipher in common, or something on the way cuts the connection. No licence can be fetched or renewed.',
  'finding.license.server-unreachable.detail.proxy':
    'The environment of nvidia-gridd names the proxy {host}, port {port}, and this proxy cannot be reached.',
  'finding.license.server-unreachable.detail.now':
    'When the licensing service last asked, it could not reach the licence server. Now {host}, port {port}, answers: the service only has to ask again.',
  'finding.license.server-unreachable.fix.dns':
    'Mend name resolution: see which name servers this guest asks (`resolvectl status`, or `cat /etc/resolv.conf`) and that they know the name; `getent hosts {host}` has to print an address. The port is {port}.',
  'finding.license.server-unreachable.fix.way':
    'Send this to whoever runs the network: "Please let this guest reach the NVIDIA licence server {host} on TCP port {port}." `ip route get` with its address shows the way that the guest would take.',
  'finding.license.server-unreachable.fix.server':
    'Send this to the administrator of the licence server: "At {host}, port {port}, no licence service answers, and the client configuration token of our guest names it. Does the service run, and is the address right?"',
  'finding.license.server-unreachable.fix.between':
    'Send this to whoever runs the network: "What answers this guest at {host}, TCP port {port}, is not the NVIDIA licence service. Please let its TLS connections pass through unchanged, or say where the licence service is."',
  'finding.license.server-unreachable.fix.proxy':
    'Correct or remove the proxy {host}:{port} in the environment of the service (`systemctl cat nvidia-gridd`), then `sudo systemctl daemon-reload`.',
  'finding.license.server-certificate.detail.expired':
    'The certificate that {host} shows was valid until {until}; it is now {now}. A client that checks it breaks off, and no lease is granted.',
  'finding.license.server-certificate.detail.not-yet-valid':
    "The certificate that {host} shows is valid from {from}, and the guest's clock says {now}. Most often the guest's clock is wrong.",
  'finding.license.server-certificate.detail.other-name':
    'The certificate that {host} shows is for another name ({subject}). A client that checks it breaks off, and no lease is granted.',
  'finding.license.server-certificate.detail.intercepted':
    'Not NVIDIA\'s server answers for {host}: the certificate was issued by "{issuer}", which is no public authority. Something on the way opens TLS connections (a proxy that inspects them); a client that checks who answers it breaks off.',
  'finding.license.server-certificate.fix.times':
    'Send this to the administrator of the licence server: "The certificate of {host} is outside its validity. Please renew it, and see that the server\'s clock is right." In the guest, check the clock: `timedatectl`.',
  'finding.license.server-certificate.fix.name':
    'Send this to the administrator of the licence server: "The certificate of {host} does not carry that name. Please issue one that does, or a client configuration token with the name that it carries."',
  'finding.license.server-certificate.fix.intercepted':
    'Send this to whoever runs the network: "Please exempt {host} (TCP 443) from TLS inspection. Its connections are answered with a certificate of {issuer}."',
  'finding.license.clock-skew.detail.behind':
    "The guest's clock is {minutes} minutes behind that of the licence server {host}. Answers carry a time, so licensing fails until both clocks agree.",
  'finding.license.clock-skew.detail.ahead':
    "The guest's clock is {minutes} minutes ahead of that of the licence server {host}. Answers carry a time, so licensing fails until both clocks agree.",
  'finding.license.clock-skew.detail.certificate':
    "The certificate of the licence server {host} was made out for the time from {from}, and the guest's clock says {now}: the clock is behind. Licensing fails until it is right.",
} as const;
