/** The mark of a guest that a run has verified. */
export const ready = {
  'ready.none': 'none',
  'ready.right':
    'Already right: driver {driver} ({kind}) on kernel {kernel} ({arch}), as the run that ended at {at} left it, by the same profile. Nothing was done. The licence and the GPUs were not asked anew; “gpu-guest verify” does that.',
  'ready.right.no-driver':
    'Already right: no driver is wanted and none is installed, on kernel {kernel} ({arch}), as the run that ended at {at} left it, by the same profile. Nothing was done.',
  'ready.differs': 'The guest is not what it was at {at}, when it was verified:',
  'ready.differs.then': 'So it is looked at anew, and what is needed is done.',
  'ready.not-known':
    'Whether the guest still is what it was at {at}, when it was verified, cannot be read. So it is looked at anew.',
  'ready.differs.profile': 'the profile is another',
  'ready.differs.part': '{part}: was {was}, is {is}',
  'ready.differs.file': '{path} is another, new or gone',
  'ready.differs.media': '{path} is new among the media',
  'ready.part.driver': 'installed driver',
  'ready.part.kind': 'kind of driver',
  'ready.part.module': 'loaded kernel module',
  'ready.part.kernel': 'running kernel',
  'ready.part.nextKernel': 'kernel of the next boot',
  'ready.part.arch': 'architecture',
  'ready.part.gpus': 'GPUs on the PCI bus',
  'ready.part.held': 'packages held back',
  'ready.part.program': 'version of this program',
} as const;
