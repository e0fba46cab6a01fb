import { describe, expect, it } from 'vitest';
import type { LibraryChoice } from '../../src/domain/choice.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import { packages } from './facts-of.ts';
import { finished, osOf } from './guests.ts';
import { NO_LIBRARIES, type SomeTask } from './task-of.ts';
import { isValid } from './valid.ts';

const reason = { key: 'choice.libraries.media', values: { version: '9.1.0.70', cuda: 12 } };
const ROOT = 'cudnn-linux-x86_64-9.1.0.70_cuda12-archive';
const FILE = `/nv/${ROOT}.tar.xz`;
const archive: LibraryChoice = {
  kind: 'archive',
  version: '9.1.0.70',
  cudaMajor: 12,
  file: FILE,
  source: { path: FILE },
  sha256: 'f00',
  sizeBytes: 400 * 1024 * 1024,
  members: [`${ROOT}/include/cudnn.h`, `${ROOT}/lib/libcudnn.so.9`],
  reason,
  rejected: [],
};
const offered: LibraryChoice = { kind: 'repository', version: '2.21.5', cudaMajor: 12, names: ['libnccl2=2.21.5-1+cuda12.2'], reason, rejected: [] };
const CUDA = { kind: 'keep', version: '12.2.2', path: '/usr/local/cuda-12.2', reason } as const;
const wanting = (libraries: Partial<SomeTask['libraries'] & object>, more: SomeTask = {}): SomeTask => ({
  cuda: CUDA,
  libraries: { ...NO_LIBRARIES, ...libraries },
  ...more,
});
const found = (more: Partial<FactValues['libraries'][number]> = {}): FactValues['libraries'] => [
  { name: 'cudnn', path: '/usr/lib/x86_64-linux-gnu/libcudnn.so.9', version: '9.1.0', madeForCuda: '12.4', trouble: null, ...more },
];

describe('cudnn.install', () => {
  it('is not wanted unless the profile asks for it', () => {
    expect(ask('cudnn.install', finished).kind).toBe('not-wanted');
  });

  it('unpacks headers and shared libraries into the toolkit’s own folder, and knows each file that undo has to look after', () => {
    const proposal = ask('cudnn.install', finished, wanting({ cudnn: archive }));
    const target = '/usr/local/cuda-12.2/targets/x86_64-linux';
    expect(linesOf(proposal)).toEqual([
      `tar -xJf ${FILE} -C ${target} --strip-components=1 --no-same-owner --wildcards --no-wildcards-match-slash ${ROOT}/include/cudnn*.h ${ROOT}/lib/libcudnn*.so*`,
      'write /etc/ld.so.conf.d/gpu-guest-libraries.conf',
      'refresh: ldconfig',
    ]);
    const [unpack] = actionsOf(proposal);
    expect(unpack?.kind === 'run' && unpack.undo.kind === 'restore' && unpack.undo.paths).toEqual([
      `${target}/include/cudnn.h`,
      `${target}/lib/libcudnn.so.9`,
    ]);
    expect(isValid(proposal)).toBe(true);
  });

  it('is planned from an archive that nothing can list yet while what lists it comes before, and is blocked where it did not come', () => {
    const unlisted = { ...archive, members: null };
    const planned = ask('cudnn.install', finished, wanting({ cudnn: unlisted }, { ahead: ['packages.prerequisites'] }));
    expect(linesOf(planned)[0]).toMatch(/^tar -xJf .* \*\/include\/cudnn\*\.h \*\/lib\/libcudnn\*\.so\*$/);
    expect(saidBy(ask('cudnn.install', finished, wanting({ cudnn: unlisted })))).toBe('media.archive-no-xz');
  });

  it('has no folder in a distribution’s toolkit', () => {
    const proposal = ask('cudnn.install', finished, wanting({ cudnn: archive }, { cuda: { ...CUDA, path: '/usr/lib/nvidia-cuda-toolkit' } }));
    expect([proposal.kind, saidBy(proposal)]).toEqual(['blocked', 'step.libraries.no-folder']);
  });

  it('takes the packages of a local repository as files, registers nothing, and leaves nothing of what it unpacked', () => {
    const inside = ['', '-dev'].map((part) => ({ packageName: `libcudnn9${part}-cuda-12`, version: '9.1.0.70', path: `/var/cudnn-local/libcudnn9${part}-cuda-12.deb`, sizeBytes: 1 }));
    const local: LibraryChoice = { kind: 'local-repository', version: '9.1.0.70', cudaMajor: 12, file: '/nv/x.deb', format: 'deb', source: { path: '/nv/x.deb' }, sha256: 'f00', sizeBytes: 1, inside, reason, rejected: [] };
    const proposal = ask('cudnn.install', finished, wanting({ cudnn: local }));
    expect(linesOf(proposal)).toEqual([
      'dpkg-deb --extract /nv/x.deb /var/lib/gpu-guest/unpacked-cudnn',
      expect.stringMatching(/^apt-get install .*--no-remove( \/var\/lib\/gpu-guest\/unpacked-cudnn\/var\/cudnn-local\/libcudnn9(-dev)?-cuda-12\.deb){2}$/),
      'refresh: rm -rf /var/lib/gpu-guest/unpacked-cudnn',
      'refresh: ldconfig',
    ]);
    const [unpack] = actionsOf(proposal);
    expect(unpack?.kind === 'run' && unpack.undo).toMatchObject({ kind: 'restore', paths: ['/var/lib/gpu-guest/unpacked-cudnn'] });
    const rpm = ask('cudnn.install', { ...finished, os: osOf('rocky', 'dnf') }, wanting({ cudnn: { ...local, format: 'rpm', source: { path: '/nv/x.rpm' } } }));
    expect(linesOf(rpm)).toEqual([
      'mkdir -p /var/lib/gpu-guest/unpacked-cudnn',
      expect.stringMatching(/^rpm --install --root=\/var\/lib\/gpu-guest\/unpacked-cudnn .*--noscripts .*\/nv\/x\.rpm$/),
      expect.stringMatching(/^dnf install -y .*localpkg_gpgcheck=False( \S+){2}$/),
      'refresh: rm -rf /var/lib/gpu-guest/unpacked-cudnn',
      'refresh: ldconfig',
    ]);
    expect([isValid(proposal), isValid(rpm)]).toEqual([true, true]);
  });

  it('is done where one loads that is made for this CUDA, and only there', () => {
    const kind = (libraries: FactValues['libraries']) => ask('cudnn.install', { ...finished, libraries }, wanting({ cudnn: archive })).kind;
    expect(kind(found())).toBe('done');
    expect(kind(found({ madeForCuda: '11.8' }))).toBe('todo');
    expect(kind(found({ trouble: 'file too short' }))).toBe('todo');
    expect(kind([])).toBe('todo');
  });

  it('takes a package’s word for its CUDA where the library does not tell', () => {
    const facts = { ...finished, libraries: found({ madeForCuda: null }), packageList: packages('libcudnn9-cuda-11') };
    expect(ask('cudnn.install', facts, wanting({ cudnn: archive })).kind).toBe('todo');
  });

  it('says why there is none', () => {
    const why = { key: 'choice.libraries.none', values: { cuda: 12 } };
    const none: LibraryChoice = { kind: 'unavailable', cudaMajor: 12, why, rejected: [] };
    expect(ask('cudnn.install', finished, wanting({ cudnn: none }))).toEqual({ kind: 'blocked', by: why, leftOut: true });
  });
});

describe('nccl.install', () => {
  it('asks the package manager for one version, and lets nothing go for it', () => {
    expect(linesOf(ask('nccl.install', finished, wanting({ nccl: offered })))).toEqual([
      'apt-get update -o DPkg::Lock::Timeout=300',
      expect.stringMatching(/^apt-get install .*--no-remove libnccl2=2\.21\.5-1\+cuda12\.2$/),
      'refresh: ldconfig',
    ]);
    const without = ask('nccl.install', { ...finished, os: osOf('gentoo', 'none') }, wanting({ nccl: offered }));
    expect(saidBy(without)).toBe('step.libraries.no-manager');
  });
});
