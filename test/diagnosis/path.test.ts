import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { judged } from './judged.ts';
import { toolkits } from './made-up.ts';

describe('PATH', () => {
  const shell = (kind: 'login' | 'sudo' | 'cron', nvcc: string | null, untried: string | null = null) => ({
    shell: kind,
    nvcc,
    version: null,
    untried,
  });
  const cudaToolkits = toolkits('12.1');
  const NVCC = '/usr/local/cuda/bin/nvcc';
  it('of a shell without nvcc is a warning that names it', () => {
    const shellPaths = [shell('login', NVCC), shell('cron', null)];
    expect(judged('path.nvcc-missing', { cudaToolkits, shellPaths })).toMatchObject({
      detail: { values: { shells: 'cron' } },
    });
    expect(judged('path.nvcc-missing', { cudaToolkits, shellPaths: [shell('login', NVCC)] }).kind).toBe('healthy');
    expect(judged('path.nvcc-missing', { shellPaths }).kind).toBe('not-applicable');
  });
  it('of sudo is asked alone, and not guessed', () => {
    const kindOf = (...tried: ReturnType<typeof shell>[]) =>
      judged('path.not-in-sudo', { cudaToolkits, shellPaths: tried }).kind;
    expect(kindOf(shell('sudo', null))).toBe('problem');
    expect(kindOf(shell('sudo', NVCC))).toBe('healthy');
    expect(kindOf(shell('sudo', null, 'tool-missing'))).toBe('inconclusive');
    expect(kindOf(shell('login', NVCC))).toBe('inconclusive');
  });
  it('is stale where it names a folder that is gone', () => {
    const files = (environment: string) => ({
      environment,
      profileD: null,
      ldSoConfD: null,
      links: {},
      scripts: {},
      cudaBinaries: [],
    });
    const kindOf = (path: string) => judged('path.stale', { cudaToolkits, pathFiles: files(path) }).kind;
    expect(kindOf('PATH="/usr/local/cuda-11.8/bin:/usr/bin"')).toBe('problem');
    expect(kindOf('PATH="/usr/local/cuda-12.1/bin:/usr/local/cuda/bin"')).toBe('healthy');
    expect(kindOf('# PATH="/usr/local/cuda-11.8/bin"')).toBe('healthy');
  });
});

describe('a path that is stale', () => {
  const stale = (more: Partial<FactValues['pathFiles']>, current = true) => {
    const verdict = judged('path.stale', {
      cudaToolkits: current ? toolkits('12.1') : toolkits(),
      pathFiles: {
        environment: null,
        profileD: null,
        ldSoConfD: null,
        links: {},
        scripts: {},
        cudaBinaries: [],
        ...more,
      },
    });
    return verdict.kind === 'problem' ? [verdict.fix.byHand ?? false, ...verdict.fix.steps.map(({ key }) => key)] : [];
  };
  const [apply, edit, link] = ['finding.path.fix.apply', 'finding.path.stale.fix.1', 'finding.path.stale.fix.link'];

  it.each([
    ['the PATH line', { environment: 'PATH="/usr/local/cuda-11.8/bin:/usr/bin"' }, [false, apply]],
    ['another line', { environment: 'LD_LIBRARY_PATH=/usr/local/cuda-11.8/lib64' }, [true, edit]],
    ['both', { environment: 'CUDA_HOME=/usr/local/cuda-11.8\nPATH=/usr/local/cuda-11.8/bin' }, [true, apply, edit]],
    ['a link that we would make', { links: { nvcc: '/usr/local/cuda-11.8/bin/nvcc' } }, [false, apply]],
    ['a link of the user’s own', { links: { mine: '/usr/local/cuda-11.8/bin/mine' } }, [true, link]],
  ])('in %s is mended by us only where we may', (_, files, expected) => {
    expect(stale(files)).toEqual(expected);
  });

  it('is not mended by us where no toolkit is left to lead to', () => {
    expect(stale({ environment: 'PATH="/usr/local/cuda-11.8/bin:/usr/bin"' }, false)).toEqual([true, edit]);
  });
});
