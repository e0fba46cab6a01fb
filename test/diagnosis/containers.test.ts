import { describe, expect, it } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { factsOf, UNKNOWN } from '../steps/facts-of.ts';
import { moduleOf } from '../steps/guests.ts';
import { judged, shown } from './judged.ts';

const docker = (nvidia: string | null): FactValues['containerRuntimes'] => [{ name: 'docker', nvidia, snap: false }];
const toolkit = (version: string | null, hooks: readonly string[] = []): FactValues['containerToolkit'] => ({
  version,
  offered: false,
  hooks,
});
const spec = (driver: string): FactValues['cdiSpecs'] => [{ path: '/etc/cdi/nvidia.yaml', driver, devices: ['0'] }];
const HOOK = '/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json';

async function idsOf(text: string): Promise<readonly string[]> {
  const facts = await examine(observerOf([{ name: 'post', bytes: new TextEncoder().encode(text) }]));
  return diagnose(facts, [], '', { origin: 'recorded' })
    .findings.map(({ id }) => id)
    .filter((id) => id.startsWith('containers.'));
}

describe('what a container runtime says', () => {
  it.each([
    [
      'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].',
      'toolkit-missing',
    ],
    [
      'Error response from daemon: could not select device driver "nvidia" with capabilities: [[gpu]]',
      'toolkit-missing',
    ],
    ['exec: "nvidia-container-runtime-hook": executable file not found in $PATH: unknown.', 'toolkit-missing'],
    ['exec: "nvidia-container-runtime": executable file not found in $PATH: : unknown.', 'toolkit-missing'],
    ['docker: Error response from daemon: unknown or invalid runtime name: nvidia.', 'runtime-unknown'],
    ['docker: Error response from daemon: Unknown runtime specified nvidia.', 'runtime-unknown'],
    ['Failed to initialize NVML: Unknown Error', 'cgroup-lost'],
    ['Error: setting up CDI devices: unresolvable CDI devices nvidia.com/gpu=all', 'cdi-stale'],
  ])('%s', async (line, state) => {
    expect(await idsOf(`$ docker run\n${line}\n`)).toEqual([`containers.${state}`]);
  });

  it.each([
    'Failed to initialize NVML: Driver/library version mismatch',
    'docker: Error response from daemon: unknown or invalid runtime name: kata.',
    'could not select device driver "cdi" with capabilities: [[sound]]',
  ])('and does not mean these: %s', async (line) => {
    expect(await idsOf(`$ docker run\n${line}\n`)).toEqual([]);
  });
});

it('NVML’s unknown error is of a container where the text is', async () => {
  expect(await idsOf('$ nvidia-smi\nFailed to initialize NVML: Unknown Error\n')).toEqual([]);
});

describe('what a guest shows', () => {
  it('a runtime that names a toolkit which is gone', () => {
    expect(shown('containers.toolkit-missing', { containerRuntimes: docker('nvidia-container-runtime') })).toEqual([
      'nvidia: nvidia-container-runtime',
    ]);
    const there = { containerRuntimes: docker('nvidia-container-runtime'), containerToolkit: toolkit('1.17.8') };
    expect(judged('containers.toolkit-missing', there).kind).toBe('healthy');
    expect(judged('containers.toolkit-missing', { containerRuntimes: docker(null) }).kind).toBe('healthy');
  });

  it('a toolkit of which nobody told Docker is worth knowing, and no error', () => {
    const facts = { containerRuntimes: docker(null), containerToolkit: toolkit('1.17.8') };
    expect(judged('containers.runtime-unknown', facts)).toMatchObject({ kind: 'problem', severity: 'info' });
    const told = { ...facts, containerRuntimes: docker('nvidia-container-runtime') };
    expect(judged('containers.runtime-unknown', told).kind).toBe('healthy');
    expect(judged('containers.runtime-unknown', { containerRuntimes: docker(null) }).kind).toBe('healthy');
  });

  it('a specification of another driver than the one that is loaded', () => {
    const nvidiaModule = moduleOf('535.161.07');
    expect(shown('containers.cdi-stale', { nvidiaModule, cdiSpecs: spec('535.154.05') })).toEqual([
      'libcuda.so.535.154.05',
      '535.161.07',
    ]);
    expect(judged('containers.cdi-stale', { nvidiaModule, cdiSpecs: spec('535.161.07') }).kind).toBe('healthy');
    expect(judged('containers.cdi-stale', { cdiSpecs: spec('535.154.05') }).kind).toBe('healthy');
  });

  it('a specification is not called right where nobody knows which MIG devices there are', () => {
    const facts = factsOf({ nvidiaModule: moduleOf('535.161.07'), cdiSpecs: spec('535.161.07') });
    const { verdicts } = diagnose({ ...facts, migInstances: UNKNOWN }, [], '');
    expect(verdicts.find(({ id }) => id === 'containers.cdi-stale')?.verdict.kind).toBe('inconclusive');
  });

  it('a hook beside CDI; without CDI it is how Podman gets its GPUs', () => {
    const containerToolkit = toolkit('1.17.8', [HOOK]);
    expect(shown('containers.old-hook', { containerToolkit, cdiSpecs: spec('535.161.07') })).toEqual([
      HOOK,
      '/etc/cdi/nvidia.yaml',
    ]);
    expect(judged('containers.old-hook', { containerToolkit }).kind).toBe('healthy');
  });
});
