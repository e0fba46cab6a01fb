export const findingsLicense = {
  'finding.license.unlicensed.title': 'The guest has no licence',
  'finding.license.unlicensed.detail':
    'No vGPU software licence has been granted. An unlicensed vGPU runs at full speed for a short while only; after that frame rates drop, memory is handed out slowly and CUDA programs fail, although nvidia-smi looks as before.',
  'finding.license.unlicensed.fix.1':
    'Put the client configuration token into /etc/nvidia/ClientConfigToken and see that the guest reaches its licence server: `sudo gpu-guest apply --steps license.token,license.restart-service,license.wait`.',
  'finding.license.unlicensed.fix.cloud':
    'This cloud licenses by itself: use its own GRID driver build, set `IgnoreSP=FALSE` in /etc/nvidia/gridd.conf and remove FeatureType from it. A token is not needed.',
  'finding.license.unlicensed-restricted.title': 'The vGPU is restricted for want of a licence',
  'finding.license.unlicensed-restricted.detail':
    'The time without a licence is over: the driver now limits frame rate and memory and refuses CUDA work. Programs fail with "operation not supported" or "all CUDA-capable devices are busy or unavailable".',
  'finding.license.unlicensed-restricted.fix.1':
    'Once it is licensed, restart the programs that use the GPU; if they still fail, restart the guest.',
  'finding.license.feature-type-invalid.title': 'FeatureType in gridd.conf is not valid',
  'finding.license.feature-type-invalid.detail':
    'The licensing service finds no valid FeatureType in /etc/nvidia/gridd.conf, so it does not know which product to ask for and asks for none.',
  'finding.license.feature-type-invalid.detail.value':
    'FeatureType={value} in /etc/nvidia/gridd.conf is a reserved value. The licensing service does not know which product to ask for.',
  'finding.license.feature-type-invalid.fix.1':
    'Copy the template if there is no file (`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`) and set FeatureType: 1 for a vGPU, 2 for a workstation on a whole card, 4 for a compute server on a whole card.',
  'finding.license.feature-type-invalid.fix.cloud':
    'Copy the template (`sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`), set `IgnoreSP=FALSE` in it and remove the FeatureType line: this cloud licenses by itself.',
  'finding.license.product-mismatch.title': 'The guest is licensed for another product',
  'finding.license.product-mismatch.detail':
    'The guest holds a licence for "{found}", but this use needs "{wanted}". The licence counts as granted, yet the features of the other product stay off.',
  'finding.license.product-mismatch.fix.1':
    'On a vGPU the type decides: ask the administrator of the host for a vGPU type of the series that goes with "{wanted}". In a cloud, choose the GPU with the virtual-workstation option.',
  'finding.license.product-mismatch.fix.2':
    'On a whole card set FeatureType in /etc/nvidia/gridd.conf (2 workstation, 4 compute) and restart nvidia-gridd.',
  'finding.license.no-entitlement.title': 'The licence server has no such licence',
  'finding.license.no-entitlement.detail':
    'Token and network are fine, but the licence server has no licence for "{product}", or none left. The guest stays unlicensed.',
  'finding.license.no-entitlement.fix.1':
    'Send this to the administrator of the licence server: "Please add licences for {product} to the server that this guest\'s token names (or return unused ones)."',
  'finding.license.no-entitlement.fix.2':
    'Or use what is there: ask the administrator of the host for a vGPU type of another series (C, Q, B), or on a whole card set another FeatureType.',
  'finding.license.server-unreachable.title': 'The licence server cannot be reached',
  'finding.license.server-unreachable.detail':
    'The licensing service gets no answer from {host}. A licence that is held ends when it cannot be renewed; a new one is not granted.',
  'finding.license.server-unreachable.fix.1':
    "Test the way to it: `getent hosts {host}` and `timeout 5 bash -c '</dev/tcp/{host}/{port}' && echo open`.",
  'finding.license.server-unreachable.fix.2':
    'If the name is unknown, mend DNS; if the port is closed, have the firewall opened for it (TCP 443, in some installations other ports that the token names).',
  'finding.license.server-certificate.title': "The licence server's certificate is not accepted",
  'finding.license.server-certificate.detail':
    'The licence server answers, but the licensing service cannot take over its certificates or does not trust them. No lease is granted.',
  'finding.license.server-certificate.fix.1':
    'Send this to the administrator of the licence server: "Please check the certificate chain of the licence server (length, validity) and generate a new client configuration token."',
  'finding.license.server-certificate.fix.2':
    'In the guest, check the clock (`timedatectl`), and remove ServerAddress and ServerPort from /etc/nvidia/gridd.conf where a token is used.',
  'finding.license.legacy-server-config.title': 'A legacy licence server is configured',
  'finding.license.legacy-server-config.detail':
    'gridd.conf names a licence server (ServerAddress), but driver {version} no longer speaks to such servers: from vGPU 15 on only client configuration tokens work.',
  'finding.license.legacy-server-config.fix.1':
    'Remove the lines ServerAddress, ServerPort, BackupServerAddress and BackupServerPort from /etc/nvidia/gridd.conf.',
  'finding.license.clock-skew.title': "The guest's clock and the licence server's do not agree",
  'finding.license.clock-skew.detail':
    "The licence server's answer is outside the time in which the guest accepts it, or the guest's clock went backwards. Answers carry a time, so licensing fails until both clocks agree.",
  'finding.license.clock-skew.fix.1':
    'See what the guest thinks: `timedatectl`. Time zone and "RTC in local TZ" count as well.',
  'finding.license.clock-skew.fix.2':
    'Let it follow a time server: `sudo timedatectl set-ntp true`, or with chrony `sudo chronyc makestep`.',
  'finding.license.clock-skew.fix.3':
    'If the clock is right and the message stays, have a new token generated: the old one may be too old for its server.',
  'finding.license.service-missing.title': 'The licensing service nvidia-gridd is not installed',
  'finding.license.service-missing.detail':
    'This GPU needs a licence, but the service that fetches it is not there. Either the driver is not a GRID driver, or its package has left the service out.',
  'finding.license.service-missing.fix.1':
    'Look for it: `ls /usr/bin/nvidia-gridd /usr/lib/systemd/system/nvidia-gridd.service`.',
  'finding.license.service-missing.fix.2':
    'If only the unit is missing, install it from the GRID package, then `sudo systemctl daemon-reload && sudo systemctl enable --now nvidia-gridd`; if the program is missing too, install the GRID guest driver.',
  'finding.license.service-failed.title': 'The licensing service nvidia-gridd does not run',
  'finding.license.service-failed.detail':
    'The service that fetches and renews the licence is {state}. Without it no licence is granted, and one that is held is not renewed.',
  'finding.license.service-failed.fix.1': 'Read why it stopped: `sudo journalctl -u nvidia-gridd -n 30`.',
  'finding.license.service-failed.fix.2': 'When that is mended, start it: `sudo systemctl enable --now nvidia-gridd`.',
  'finding.license.expiring.title': 'The licence is about to end and was not renewed',
  'finding.license.expiring.detail':
    'The licence ends at {end}, in {minutes} minutes. It should have been renewed long before; when it ends, the vGPU is unlicensed.',
  'finding.license.expiring.fix.1': 'If it is not renewed then, see whether the licence server can be reached.',
  'finding.license.not-required.title': 'No licence is needed here',
  'finding.license.not-required.detail':
    'The whole card ({gpu}) is passed through and no licensed features are asked for. It runs without a vGPU software licence.',
  'finding.license.not-required.fix.1':
    'Nothing is to be done. For a licensed workstation install the GRID driver and set `FeatureType=2` in /etc/nvidia/gridd.conf.',
  'finding.license.config-absent.title': 'Licensed without a gridd.conf',
  'finding.license.config-absent.detail':
    '/etc/nvidia/gridd.conf is not there, and the guest is licensed all the same: the product follows from the vGPU type, the server from the token. The line in the log is harmless.',
  'finding.license.config-absent.fix.1':
    'Nothing is to be done. To quiet the log: `sudo cp -n /etc/nvidia/gridd.conf.template /etc/nvidia/gridd.conf`.',
} as const;
