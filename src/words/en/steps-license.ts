export const stepsLicense = {
  'step.license.configure.title': 'Configure licensing',
  'step.license.configure.todo': 'In {file} must change: {keys}. Every other line stays.',
  'step.license.configure.done': '{file} is as it should be.',
  'step.license.configure.provider': 'The cloud provider licenses this guest, and has done so.',
  'step.license.configure.absent': 'There is no gridd.conf and none is missed: the licence was granted without it.',
  'step.license.configure.legacy':
    '{keys} name a legacy licence server ({server}). This driver branch takes client configuration tokens only, so these lines are removed.',
  'step.license.configure.no-template':
    "The driver's own template comes with the driver; the file is made from it once that is installed.",
  'step.license.configure.undo': 'The file is put back as it was, byte for byte.',
  'step.license.token.title': 'Install the client configuration token',
  'step.license.token.todo': 'The token is copied to {file}.',
  'step.license.token.replace':
    'The token is copied to {file}. What else lies in that folder is taken away (files: {count}), as there may be only one token.',
  'step.license.token.tidy': '{file} stays as the only token, with mode 0744.',
  'step.license.token.done': '{file} is the only token and has the right mode.',
  'step.license.token.undo': 'The token is removed and the old one put back, byte for byte.',
  'step.license.restart-service.title': 'Start the licensing service',
  'step.license.restart-service.changed': 'nvidia-gridd must read its new configuration.',
  'step.license.restart-service.stopped': 'nvidia-gridd does not run.',
  'step.license.restart-service.done': 'nvidia-gridd runs with the present configuration.',
  'step.license.restart-service.absent':
    'The driver brought no service nvidia-gridd, so no licence can be fetched. Install the complete vGPU guest driver.',
  'step.license.restart-service.no-service-needed': 'There is no nvidia-gridd, and the licence was granted without it.',
  'step.license.restart-service.undo':
    'The service is stopped if it was, and otherwise restarted with the files of before.',
  'step.license.wait.title': 'Wait for the licence',
  'step.license.wait.todo': 'The licence is waited for, and what the service says is shown.',
  'step.license.wait.done': 'Every GPU is licensed for the right product.',
  'step.license.wait.no-smi': 'nvidia-smi sees no GPU, so no licence can be fetched.',
  'step.license.wait.no-answer': 'Whether there is a licence is not known: {why}.',
  'step.license.wait.no-log': 'There is no licence yet, and the log of nvidia-gridd cannot be read.',
  'step.license.wait.other-product':
    'The licence is for "{found}", but "{wanted}" is needed. Correct the FeatureType, or ask the licence administrator for the right product.',
  'step.license.wait.said': '{what} nvidia-gridd says: {line}',
  'step.license.wait.licensed': 'The service has a licence, but nvidia-smi does not show it for every GPU yet.',
  'step.license.wait.acquiring': 'The licence server was asked and has not answered yet.',
  'step.license.wait.token-missing':
    'The service finds no client configuration token. Put one into the media folder and run the command again.',
  'step.license.wait.token-invalid':
    'The service cannot read the token: it is damaged or is no token. Download it again, byte for byte, and run the command again.',
  'step.license.wait.token-expired': 'The token has expired. Ask the licence administrator for a new one.',
  'step.license.wait.no-entitlement':
    'The licence server has no licence left for this product, or none at all. Ask the licence administrator, or choose another vGPU type.',
  'step.license.wait.clock-skew':
    'The clock of this guest and that of the licence server differ. Turn on time synchronisation, then run the command again.',
  'step.license.wait.server-unreachable':
    'The licence server cannot be reached. Check name resolution, route, firewall and proxy to the server that the token names.',
  'step.license.wait.server-certificate':
    "The licence server's certificate was not accepted. Ask the licence administrator to check the certificate, then take a new token.",
  'step.license.wait.feature-type-invalid': 'FeatureType in gridd.conf is not valid for this GPU.',
  'step.license.wait.not-licensable':
    'The service finds no GPU that it could license: the driver is not the vGPU guest driver, or the GPU did not start.',
  'step.license.wait.refused': 'The licence was not granted.',
  'step.license.wait.unlicensed': 'There is no licence; the GPU will be slowed down.',
  'step.license.wait.silent': 'There is no licence yet, and the service has said nothing of it.',
  'step.license.wait.undo': 'It changes nothing.',
} as const;
