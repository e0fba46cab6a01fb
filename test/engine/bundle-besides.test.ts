import { describe, expect, test } from 'vitest';
import { filesAtHand, isPackedPackage, librariesFor, packageGroups, unpackersFor, wantsToolkit } from '../../src/engine/bundle/besides.ts';
import { targetOf } from '../../src/engine/bundle/target.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { item } from './bundle-media.ts';

const DEBIAN = 'ID=debian\nVERSION_ID="12"\n';

describe('what comes out of packages besides the driver', () => {
  const toolkitOf = (name: string, version: string) => item(`/m/${name}.deb`, { what: 'container-toolkit', version });
  test('files that need each other are asked for together, drivers one by one', () => {
    const items = [
      item('/m/grid.deb', {}), item('/m/grid-550.deb', { version: '550.1' }),
      toolkitOf('toolkit', '1.17.8'), toolkitOf('base', '1.17.8'), toolkitOf('old', '1.14.3'),
      item('/m/grid.run', { format: 'run' }), item('/m/in.zip!cudnn.deb', { what: 'cudnn', source: { path: '/m/in.zip', range: { offset: 1, length: 1 } } }),
    ];
    expect(packageGroups(filesAtHand(items))).toEqual([['/m/grid.deb'], ['/m/grid-550.deb'], ['/m/toolkit.deb', '/m/base.deb'], ['/m/old.deb']]);
    expect(items.filter(isPackedPackage).map(({ file }) => file)).toEqual(['/m/in.zip!cudnn.deb']);
  });

  test('what unpacks them', () => {
    expect(unpackersFor([item('/m/a.deb', {})])).toEqual([]);
    expect(unpackersFor([item('/m/a.run', { format: 'run' })])).toEqual(['tar', 'xz', 'gzip']);
    expect(new Set(unpackersFor([item('/m/c.run', { what: 'cuda', format: 'run' }), item('/m/l.tar.xz', { what: 'nccl', format: 'tar' })]))).toEqual(new Set(['tar', 'xz', 'gzip', 'perl']));
  });

  const wanting = (changes: Partial<Profile>): Profile => ({ ...defaultProfile, ...changes });
  test('the toolkit, where the profile wants it and no medium has it', () => {
    const containers = { ...defaultProfile.containers, runtime: 'podman' } as const;
    expect(wantsToolkit(wanting({ containers }), [])).toBe(true);
    expect(wantsToolkit(wanting({ containers }), [toolkitOf('toolkit', '1')])).toBe(false);
    expect(wantsToolkit(wanting({ containers: { ...containers, toolkit: 'media' } }), [])).toBe(false);
    expect(wantsToolkit(defaultProfile, [])).toBe(false);
  });

  test('cuDNN and NCCL for the CUDA that goes along, as the guest will choose them', () => {
    const profile = wanting({ libraries: { cudnn: 'auto', nccl: 'repository' } });
    const target = targetOf(DEBIAN, 'rocky-9');
    const offers = [
      { name: 'libcudnn9-cuda-12', version: '9.1.0.70-1' }, { name: 'libcudnn9-devel-cuda-12', version: '9.1.0.70-1' },
      { name: 'libcudnn9-cuda-13', version: '9.12.0-1' }, { name: 'libnccl', version: '2.21.5-1+cuda12.4' },
    ];
    const cuda = item('/m/cuda.run', { what: 'cuda', version: '12.4.1', format: 'run' });
    expect(librariesFor({ target, profile }, [cuda])(offers)).toEqual([
      ['libcudnn9-cuda-12-9.1.0.70-1', 'libcudnn9-devel-cuda-12-9.1.0.70-1'], ['libnccl-2.21.5-1+cuda12.4'],
    ]);
    expect(librariesFor({ target, profile }, [])(offers), 'no CUDA is known').toEqual([]);
    expect(librariesFor({ target, profile: wanting({ libraries: { cudnn: 'media', nccl: 'none' } }) }, [cuda])(offers)).toEqual([]);
  });
});
