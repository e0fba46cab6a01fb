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
    // Podman 4.3.1 with crun 1.8.1 and runc 1.1.5, Docker 20.10.24 with containerd 1.6.20: test/lab/containers.lab.test.ts.
    [
      "Error: crun: error stat'ing file `/usr/lib/x86_64-linux-gnu/libcuda.so.525.105.17`: No such file or directory: OCI runtime attempted to invoke a command that was not found",
      'cdi-stale',
    ],
    [
      'Error: runc: runc create failed: unable to start container process: error during container init: error mounting "/usr/lib/x86_64-linux-gnu/libcuda.so.525.105.17" to rootfs at "/usr/lib/x86_64-linux-gnu/libcuda.so.525.105.17": stat /usr/lib/x86_64-linux-gnu/libcuda.so.525.105.17: no such file or directory: OCI runtime attempted to invoke a command that was not found',
      'cdi-stale',
    ],
    [
      'Error: runc: runc create failed: unable to start container process: error during container init: error running hook #0: fork/exec /usr/bin/nvidia-ctk: no such file or directory: OCI runtime attempted to invoke a command that was not found',
      'toolkit-missing',
    ],
    [
      'docker: Error response from daemon: failed to create shim task: OCI runtime create failed: unable to retrieve OCI runtime error (open /run/containerd/io.containerd.runtime.v2.task/moby/fa419683e8e8/log.json: no such file or directory): exec: "nvidia-container-runtime": executable file not found in $PATH: unknown.',
      'toolkit-missing',
    ],
  ])('%s', async (line, state) => {
    expect(await idsOf(`$ docker run\n${line}\n`)).toEqual([`containers.${state}`]);
  });

  it.each([
    'Failed to initialize NVML: Driver/library version mismatch',
    'docker: Error response from daemon: unknown or invalid runtime name: kata.',
    'could not select device driver "cdi" with capabilities: [[sound]]',
    'Error: crun: error stat\'ing file `/srv/libraries/libcudart.so.12`: No such file or directory',
  ])('and does not mean these: %s', async (line) => {
    expect(await idsOf(`$ docker run\n${line}\n`)).toEqual([]);
  });
});

it('NVML’s unknown error is of a container where the text is', async () => {
  expect(await idsOf('$ nvidia-smi\nFailed to initialize NVML: Unknown Error\n')).toEqual([]);
});

it('a library that a CDI specification names and that is gone is told with the driver it was of', async () => {
  const text = "$ podman run\nError: crun: error stat'ing file `/usr/lib64/libnvidia-ml.so.525.105.17`: No such file or directory\n";
  const facts = await examine(observerOf([{ name: 'post', bytes: new TextEncoder().encode(text) }]));
  const [finding] = diagnose(facts, [], '', { origin: 'recorded' }).findings;
  expect(finding?.detail).toMatchObject({ key: 'finding.containers.cdi-stale.detail.gone', values: { driver: '525.105.17' } });
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

  it('a CDI specification of a toolkit that is gone, unless that was never a package', () => {
    const containerRuntimes = [{ name: 'podman', nvidia: null, snap: false }] as const;
    const left = (hook: string) => ({ containerRuntimes, cdiSpecs: [{ path: '/etc/cdi/nvidia.yaml', driver: '525.105.17', devices: ['0'], hook }] });
    expect(shown('containers.toolkit-missing', left('/usr/bin/nvidia-ctk'))).toEqual(['hook: /usr/bin/nvidia-ctk']);
    expect(judged('containers.toolkit-missing', { ...left('/usr/bin/nvidia-cdi-hook'), containerToolkit: toolkit('1.18.0') }).kind).toBe('healthy');
    expect(judged('containers.toolkit-missing', left('/usr/local/nvidia/toolkit/nvidia-ctk')).kind).toBe('healthy');
    expect(judged('containers.toolkit-missing', { ...left('/usr/bin/nvidia-ctk'), containerRuntimes: [] }).kind).toBe('healthy');
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
