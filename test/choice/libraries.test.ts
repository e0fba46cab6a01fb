import { describe, expect, it } from 'vitest';
import { chooseFabric } from '../../src/choice/fabric.ts';
import { chooseLibrary } from '../../src/choice/libraries.ts';
import type { CudaChoice, DriverChoice } from '../../src/domain/choice.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { defaultProfile, type PartSource, type Profile } from '../../src/domain/profile.ts';
import { known } from '../../src/domain/fact.ts';
import type { LibraryOffers } from '../../src/probes/library-offers.ts';
import { factsOf } from '../steps/facts-of.ts';
import { item } from './media.ts';

const because = { key: 'choice.cuda.kept' };
const keep = (version: string): CudaChoice => ({ kind: 'keep', version, path: '/usr/local/cuda', reason: because });
const archive = (version: string, madeForCuda: string, more: Partial<MediaItem> = {}): MediaItem =>
  item({ file: `/nv/cudnn-${version}-${madeForCuda}.tar.xz`, what: 'cudnn', version, madeForCuda, format: 'tar', arch: 'x86_64', members: ['a/lib/libcudnn.so.9'], ...more });
const deb = (packageName: string, version: string, madeForCuda: string): MediaItem =>
  item({ file: `/nv/${packageName}.deb`, what: 'cudnn', version, madeForCuda, format: 'deb', arch: 'x86_64', packageName });

const inputOf = (wish: PartSource, media: readonly MediaItem[], offers: LibraryOffers = []) => {
  const profile: Profile = { ...defaultProfile, libraries: { cudnn: wish, nccl: wish }, multiGpu: { fabricManager: wish, persistence: false } };
  return { facts: { ...factsOf(), libraryOffers: known(offers) }, gpus: [], profile, media, now: new Date(0) };
};
const cudnn = (wish: PartSource, media: readonly MediaItem[], cuda = keep('12.2.2'), offers: LibraryOffers = []) =>
  chooseLibrary('cudnn', inputOf(wish, media, offers), cuda);

describe('cuDNN', () => {
  it('is left alone unless it is asked for', () => {
    expect(cudnn('none', [archive('9.1.0.70', '12')]).kind).toBe('not-wanted');
  });

  it('is the newest that is made for the toolkit’s CUDA; the others are left out with their reasons', () => {
    const choice = cudnn('auto', [archive('9.3.0.75', '11'), archive('9.0.0.312', '12'), archive('9.1.0.70', '12')]);
    expect(choice).toMatchObject({ kind: 'archive', version: '9.1.0.70', cudaMajor: 12 });
    expect('rejected' in choice && choice.rejected.map(({ what, why }) => [what, why.key])).toEqual([
      ['/nv/cudnn-9.3.0.75-11.tar.xz', 'choice.libraries.other-major'],
      ['/nv/cudnn-9.0.0.312-12.tar.xz', 'choice.second'],
    ]);
  });

  it('comes as packages where these are of the same version, and needs the one with the library', () => {
    const set = [deb('libcudnn9-cuda-12', '9.1.0.70', '12'), deb('libcudnn9-dev-cuda-12', '9.1.0.70', '12')];
    expect(cudnn('auto', [archive('9.1.0.70', '12'), ...set])).toMatchObject({ kind: 'packages', files: [{}, {}] });
    expect(cudnn('media', set.slice(1))).toMatchObject({ kind: 'unavailable', why: { key: 'choice.libraries.none-in-media' } });
  });

  it('is taken by its name where nothing on the guest can list it yet', () => {
    const { members, ...unlisted } = archive('9.1.0.70', '12');
    expect(members).toHaveLength(1);
    expect(cudnn('media', [unlisted])).toMatchObject({ kind: 'archive', version: '9.1.0.70', members: null });
  });

  it('is refused where it is broken or of another processor', () => {
    const why = (one: MediaItem) => {
      const choice = cudnn('media', [one]);
      return 'rejected' in choice ? choice.rejected[0]?.why.key : undefined;
    };
    expect(why(archive('9.1.0.70', '12', { arch: 'aarch64' }))).toBe('choice.media.arch');
  });

  it('is not guessed without a toolkit', () => {
    const none: CudaChoice = { kind: 'none', reason: because, rejected: [], wanted: false };
    expect(cudnn('auto', [archive('9.1.0.70', '12')], none)).toMatchObject({ kind: 'unavailable', why: { key: 'choice.libraries.no-cuda' } });
  });

  it('comes from a repository by its whole version, with what programs are built with', () => {
    const offers = ['libcudnn9-cuda-12', 'libcudnn9-dev-cuda-12', 'libcudnn9-cuda-13'].map((name) => ({ name, version: '9.1.0.70-1' }));
    expect(cudnn('auto', [], keep('12.2'), offers)).toMatchObject({
      kind: 'repository',
      names: ['libcudnn9-cuda-12=9.1.0.70-1', 'libcudnn9-dev-cuda-12=9.1.0.70-1'],
    });
    expect(cudnn('media', [], keep('12.2'), offers).kind).toBe('unavailable');
  });
});

it('NCCL is the build for a CUDA that is not newer than the toolkit, before a newer NCCL for a newer one', () => {
  const offers = [
    { name: 'libnccl2', version: '2.23.4-1+cuda12.6' },
    { name: 'libnccl2', version: '2.21.5-1+cuda12.2' },
    { name: 'libnccl2', version: '2.23.4-1+cuda11.0' },
  ];
  expect(chooseLibrary('nccl', inputOf('auto', [], offers), keep('12.4.1'))).toMatchObject({ names: ['libnccl2=2.21.5-1+cuda12.2'] });
  expect(chooseLibrary('nccl', inputOf('auto', [], offers), keep('13.0')).kind).toBe('unavailable');
});

describe('the fabric manager', () => {
  const driver = { kind: 'chosen', driver: 'tesla', branch: 550, versions: ['550.127.05'], kernelModule: 'open', exact: true, reason: because, source: { kind: 'installed' }, rejected: [] } as const satisfies DriverChoice;
  const file = (version: string) => item({ file: `/nv/fm-${version}.deb`, what: 'fabric-manager', version, format: 'deb', arch: 'x86_64', packageName: 'nvidia-fabricmanager-550' });

  it('is of exactly the driver’s version, or none', () => {
    expect(chooseFabric(inputOf('auto', [file('550.127.08'), file('550.127.05')]), driver)).toMatchObject({
      kind: 'media',
      version: '550.127.05',
      rejected: [{ what: '/nv/fm-550.127.08.deb', why: { key: 'choice.fabric.other-version' } }],
    });
    expect(chooseFabric(inputOf('auto', [file('550.127.08')]), driver)).toMatchObject({ kind: 'unavailable', why: { key: 'choice.fabric.none' } });
  });

  it('of a repository is named with its version', () => {
    const offers = [{ name: 'nvidia-fabricmanager-550', version: '550.90.07-1' }, { name: 'nvidia-fabricmanager-550', version: '550.127.05-1' }];
    expect(chooseFabric(inputOf('auto', [], offers), driver)).toMatchObject({ kind: 'repository', name: 'nvidia-fabricmanager-550=550.127.05-1' });
  });

  it('is not chosen for a driver of which only the branch is known', () => {
    expect(chooseFabric(inputOf('auto', [file('550.127.05')]), { ...driver, versions: [] })).toMatchObject({ kind: 'unavailable', version: null });
  });

  it('has the newest NVLink Subnet Manager of the media beside it, which is of no driver’s version', () => {
    const subnet = (version: string) => item({ file: `/nv/nvlsm_${version}.deb`, what: 'fabric-manager', version, format: 'deb', arch: 'x86_64', packageName: 'nvlsm' });
    const choice = chooseFabric(inputOf('auto', [subnet('2025.06.5'), file('550.127.05'), subnet('2025.10.14')]), driver);
    expect(choice).toMatchObject({ kind: 'media', file: { packageName: 'nvidia-fabricmanager-550' }, subnet: { file: '/nv/nvlsm_2025.10.14.deb' }, rejected: [] });
    expect(chooseFabric(inputOf('auto', [subnet('2025.06.5')]), driver)).toMatchObject({ kind: 'unavailable', subnet: { packageName: 'nvlsm' } });
  });
});
