import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/domain/profile.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { actionsOf, ask, linesOf } from './ask.ts';
import { type SomeFacts } from './facts-of.ts';
import { finished } from './guests.ts';
import { taskOf } from './task-of.ts';

describe('path.configure and cuda.install', () => {
  it('install the toolkit alone, and lead /usr/local/cuda to it', () => {
    expect(linesOf(ask('cuda.install'))).toEqual([
      'sh /mnt/Shared/nv/cuda_12.0.1_525.85.12_linux.run --silent --toolkit --toolkitpath=/usr/local/cuda-12.0 --override --no-drm --no-man-page --no-opengl-libs --tmpdir=/var/tmp',
      'link /usr/local/cuda -> /usr/local/cuda-12.0',
      'refresh: ldconfig',
    ]);
  });

  it('notice when the driver is another one afterwards', () => {
    const facts: SomeFacts = {
      ...finished,
      installedDrivers: [{ version: '525.60.13', kind: 'tesla', origin: 'deb', packages: [] }],
    };
    expect(ask('cuda.install', facts)).toMatchObject({ kind: 'blocked', finding: 'cuda.package-replaces-driver' });
    expect(ask('cuda.install', finished).kind).toBe('done');
  });

  it('set the link only, where the toolkit is there and another one is current', () => {
    const cudaToolkits = { ...(finished.cudaToolkits as object), current: '/usr/local/cuda-11.8' } as never;
    expect(linesOf(ask('cuda.install', { ...finished, cudaToolkits }))).toEqual([
      'link /usr/local/cuda -> /usr/local/cuda-12.0',
      'refresh: ldconfig',
    ]);
  });

  it('tell every kind of shell, and nothing twice', () => {
    const facts: SomeFacts = {
      ...finished,
      pathFiles: {
        environment: 'LANG=C\n',
        profileD: null,
        ldSoConfD: null,
        links: {},
        scripts: {},
        cudaBinaries: ['nvcc', 'ptxas', 'cuda-gdb'],
      },
    };
    expect(linesOf(ask('path.configure', facts))).toEqual([
      'write /etc/environment',
      'write /etc/profile.d/gpu-guest-cuda.sh',
      'write /etc/ld.so.conf.d/gpu-guest-cuda.conf',
      'refresh: ldconfig',
      'write /usr/local/bin/nvcc',
      'write /usr/local/bin/cuda-gdb',
    ]);
    expect(ask('path.configure', finished).kind).toBe('done');
    const profile: Profile = { ...taskOf().profile, path: false };
    expect(ask('path.configure', facts, { profile }).kind).toBe('not-wanted');
  });

  it('takes what names a toolkit that is gone away: the PATH entry, and links by our programs’ names', () => {
    const { pathFiles } = finished as { pathFiles: FactValues['pathFiles'] };
    const stale = {
      ...finished,
      pathFiles: {
        ...pathFiles,
        environment: (pathFiles.environment ?? '').replace('PATH="', 'PATH="/usr/local/cuda-9.0/bin:'),
        links: { nsys: '/usr/local/cuda-9.0/bin/nsys', mine: '/usr/local/cuda-9.0/bin/mine' },
      },
    };
    const proposal = ask('path.configure', stale);
    expect(linesOf(proposal)).toEqual(['write /etc/environment', 'remove /usr/local/bin/nsys']);
    expect(actionsOf(proposal)[0]).toMatchObject({ content: pathFiles.environment });
  });
});
