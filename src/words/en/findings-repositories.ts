export const findingsRepositories = {
  'finding.packages.unreachable.title': 'A package repository cannot be reached',
  'finding.packages.a-repository': 'a repository',
  'finding.packages.unreachable.detail':
    'The package manager gets nothing from {host}: {why} Compiler, kernel headers and drivers from the repositories cannot be installed until it does.',
  'finding.packages.unreachable.why.no-name': 'its name has no address here (DNS).',
  'finding.packages.unreachable.why.no-way': 'no connection is made (network, firewall, or the mirror is down).',
  'finding.packages.unreachable.why.intercepted':
    'something between answers in its place (a proxy, or a login page of the network).',
  'finding.packages.unreachable.why.certificate':
    "its certificate is not accepted (an inspecting proxy, an old list of authorities, or the guest's clock).",
  'finding.packages.unreachable.why.clock': "its index is dated later than the guest's clock.",
  'finding.packages.unreachable.why.gone':
    'it no longer has what the index names (the index is old, or the release has moved to an archive).',
  'finding.packages.unreachable.why.other': 'the log does not say more.',
  'finding.packages.unreachable.fix.no-name':
    'Ask the resolver: `getent hosts {host}`. If it knows no name at all, look at /etc/resolv.conf (`resolvectl status`); if it knows others, the guest has no way to the internet and needs a mirror or a proxy.',
  'finding.packages.unreachable.fix.no-way':
    "Test the way: `timeout 5 bash -c '</dev/tcp/{host}/443' && echo open`. If it stays closed, have the firewall opened for it, or set the proxy of your network: `Acquire::http::Proxy` in /etc/apt/apt.conf.d, or `proxy=` in /etc/dnf/dnf.conf.",
  'finding.packages.unreachable.fix.intercepted':
    'See who answers: `curl -sI http://{host}/ | head -n 5`. Log in to the network, or correct the proxy and its password: `Acquire::http::Proxy` in /etc/apt/apt.conf.d, or `proxy=` in /etc/dnf/dnf.conf.',
  'finding.packages.unreachable.fix.certificate':
    "Check the clock (`timedatectl`), then renew the list of authorities (package `ca-certificates`). Behind an inspecting proxy, add your company's certificate: `sudo update-ca-certificates` or `sudo update-ca-trust`.",
  'finding.packages.unreachable.fix.clock':
    'Set the clock: `timedatectl` shows it, `sudo timedatectl set-ntp true` or `sudo chronyc makestep` sets it.',
  'finding.packages.unreachable.fix.gone':
    'Fetch a fresh index first. If {host} still answers 404, the release is no longer there: point the sources to its archive or to a newer release.',
  'finding.packages.unreachable.fix.other':
    'Ask it yourself and read the answer: `curl -sSI https://{host}/ | head -n 5`.',
  'finding.packages.unreachable.fix.again':
    'Then ask again: `sudo apt-get update`, `sudo dnf makecache` or `sudo zypper refresh` must end without an error.',
  'finding.packages.unreachable.fix.offline':
    'A guest that is to stay without the internet needs a mirror, or the packages in its media folder.',
  'finding.packages.key.title': "A repository's signing key is not accepted",
  'finding.packages.key.detail':
    'The package manager does not trust what {host} has signed: {why} It installs nothing from there.',
  'finding.packages.key.why.unknown': 'the key {key} is not known to this guest.',
  'finding.packages.key.why.bad': 'the key {key} has expired or was withdrawn, or the signature does not match.',
  'finding.packages.key.why.withdrawn':
    "it is checked with NVIDIA's old key {key}, which was replaced in April 2022 by 3BF863CC.",
  'finding.packages.key.why.weak':
    'the key {key} is certified with SHA1 only, which this release of apt (with sqv) no longer accepts.',
  'finding.packages.key.why.twice':
    'it is listed twice with different keys (Signed-By), and apt then reads no source at all.',
  'finding.packages.key.why.unsigned': 'no valid signature was found.',
  'finding.packages.key.fix.twice':
    'Find both entries: `grep -rn developer.download.nvidia.com /etc/apt/sources.list /etc/apt/sources.list.d`. Keep the one with `signed-by=/usr/share/keyrings/cuda-archive-keyring.gpg` and delete the other file.',
  'finding.packages.key.fix.weak':
    "Use NVIDIA's repository of this very release, which has a newer key (Debian 13: `debian13`), instead of another distribution's; or the CUDA runfile with `--toolkit`, which needs no repository. Do not weaken the policy.",
  'finding.packages.key.fix.nvidia':
    "Install NVIDIA's present key: download `cuda-keyring_1.1-1_all.deb` from the repository of your release on developer.download.nvidia.com, then `sudo apt-key del 7fa2af80; sudo dpkg -i cuda-keyring_1.1-1_all.deb`. With rpm: `sudo rpm --erase gpg-pubkey-7fa2af80*`, then `sudo dnf makecache` and agree to the new key.",
  'finding.packages.key.fix.other':
    'Install the present key of {host}, as its makers describe it, into /usr/share/keyrings and name it with `signed-by=` in the source.',
} as const;
