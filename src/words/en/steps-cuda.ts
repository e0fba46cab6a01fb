export const stepsCuda = {
  'step.cuda.install.title': 'Install the CUDA toolkit',
  'step.cuda.install.todo': 'CUDA {version} is installed, the toolkit alone, never its driver. {reason}',
  'step.cuda.install.done': 'CUDA {version} is in {path}.',
  'step.cuda.install.link': '/usr/local/cuda does not lead to {path}.',
  'step.cuda.install.gone':
    'The toolkit in {path} has no nvcc. Put its runfile into the media folder, so that it can be installed again.',
  'step.cuda.install.replaced-driver':
    'Driver {version} is installed beside the chosen one or in its place: a CUDA package replaced it. Remove that package and run the command again.',
  'step.cuda.install.undo': "The toolkit's folder and its link are removed.",
  'step.path.configure.title': 'Make CUDA known to every shell',
  'step.path.configure.not-in-profile': 'The profile does not ask for it.',
  'step.path.configure.no-toolkit': 'There is no toolkit in /usr/local/cuda.',
  'step.path.configure.todo': 'Not every kind of shell finds {folder}, or a path still names a toolkit that is gone.',
  'step.path.configure.done': 'Every kind of shell is told where CUDA is.',
  'step.path.configure.undo': 'Each file is put back as it was; what was added is removed.',
} as const;
