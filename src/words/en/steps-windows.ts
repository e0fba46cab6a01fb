/** The steps that a Windows guest takes another way. */
export const stepsWindows = {
  'step.license.configure.windows.todo': 'In the registry must change: {keys}. Every other value stays.',
  'step.license.configure.windows.done': 'Both GridLicensing keys of the registry are as they should be.',
  'step.license.configure.windows.absent':
    'The registry sets no FeatureType and none is missed: the licence was granted without it.',
  'step.license.configure.windows.legacy':
    '{values} name a legacy licence server ({server}). A client configuration token does not work beside them, so these values are removed.',
  'step.license.configure.windows.undo': 'Each value is put back as it was, with its type; what was added is removed.',
  'step.license.token.windows.done': '{file} is the only token.',
  'step.license.token.windows.tidy': '{file} stays as the only token.',
  'step.license.token.windows.rights':
    'The licensing service, which runs as LocalSystem, may not read {file}. It is given the right to.',
  'step.license.restart-service.windows.changed': '{service} must read its new configuration.',
  'step.license.restart-service.windows.stopped': '{service} does not run.',
  'step.license.restart-service.windows.done': '{service} runs with the present configuration.',
  'step.license.restart-service.windows.disabled':
    '{service} is disabled, so no licence can be fetched. Let it start by itself: `sc.exe config {service} start= auto`.',
  'step.license.restart-service.windows.absent':
    'The driver brought no service {service}, so no licence can be fetched. Install the complete vGPU guest driver.',
  'step.license.restart-service.windows.no-service-needed':
    'There is no {service}, and the licence was granted without it.',
  'step.license.restart-service.windows.undo': 'The service is restarted with the values and the token of before.',
  'step.license.wait.windows.no-log': 'There is no licence yet, and the log of the display container cannot be read.',
  'step.license.wait.windows.said': '{what} The display container says: {line}',
  'step.license.wait.windows.feature-type-invalid': 'FeatureType in the registry is not valid for this GPU.',
  'step.cuda.install.windows.no-parts':
    'How the installer of CUDA {version} calls its parts is not known, and without naming them it would install its own driver. Install this toolkit by hand, without “Display Driver”.',
  'step.cuda.install.windows.gone':
    'The toolkit in {path} has no nvcc. Put its installer into the media folder, so that it can be installed again.',
  'step.cuda.install.windows.undo':
    "NVIDIA's own uninstaller takes the toolkit's parts away; its folder and CUDA_PATH are as they were.",
  'step.path.configure.windows.no-toolkit': 'There is no CUDA toolkit.',
  'step.path.configure.windows.todo':
    "The machine's PATH and CUDA_PATH do not lead to {folder}, or still name a toolkit that is gone. Programs that run already see the change after a new sign-in.",
  'step.path.configure.windows.done': "The machine's PATH and CUDA_PATH lead to {folder}.",
  'step.path.configure.windows.undo':
    'PATH and CUDA_PATH are put back as they were; what others have added to PATH since stays.',
  'step.path.configure.windows.long':
    'PATH has {length} characters. Windows takes them; `setx` and old dialogs cut it off at 1024 or 2047, so do not change it with those.',
  'step.path.configure.windows.too-long':
    'With CUDA, PATH would have {length} characters, and Windows takes {limit}. Remove folders that are no longer needed from the PATH of the machine.',
  'step.verify.windows.todo': "Checked at the end: driver, GPUs, licence, CUDA for the machine's environment.",
  'check.windows.driver': 'driver {version}, {model}',
  'check.windows.driver.none': "NVIDIA's driver does not run this device",
  'check.windows.driver.problem': 'Device Manager shows Code {code}',
  'check.windows.path': "{folder} in the machine's PATH, CUDA_PATH for {toolkit}",
  'check.windows.path.other': 'CUDA_PATH is {found}',
} as const;
