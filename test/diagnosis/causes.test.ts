/** Who causes whom: read out of the rules' sources, so that it holds for every rule to come. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/diagnosis/index.ts';
import { CAUSES_OF_NO_LICENCE } from '../../src/diagnosis/licence-causes.ts';
import { diagnose, type DiagnoseOptions } from '../../src/engine/diagnose.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { factsOf, packages, UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { moduleOf } from '../steps/guests.ts';
import { p40Vgpu, wholeCard, withHost } from './judged.ts';
import { built, driver, failed, notLoaded } from './made-up.ts';

const NOW = '2026-11-22T07:00:00Z';
const ids: readonly string[] = rules.map(({ id }) => id);
const sourceOf = (id: string): string => readFileSync(`src/diagnosis/rules/${id.replace('.', '/')}.ts`, 'utf8');

/** Every id of a rule that stands quoted in another's source is a cause there. */
function causesIn(id: string): readonly string[] {
  const text = sourceOf(id);
  const quoted = [...text.matchAll(/'([a-z]+\.[a-z0-9-]+)'/g)].map(([, one]) => one ?? '');
  const shared = text.includes('CAUSES_OF_NO_LICENCE') ? CAUSES_OF_NO_LICENCE : [];
  return [...quoted, ...shared].filter((one) => one !== id && ids.includes(one));
}

const graph = new Map(ids.map((id) => [id, causesIn(id)]));

/** The first way from a rule back to itself. */
function ringFrom(start: string, at: string = start, way: readonly string[] = []): readonly string[] | null {
  for (const cause of graph.get(at) ?? []) {
    if (cause === start) return [...way, at, start];
    if (way.includes(cause)) continue;
    const ring = ringFrom(start, cause, [...way, at]);
    if (ring) return ring;
  }
  return null;
}

const FAMILIES = new Set(ids.map((id) => id.split('.')[0]));

describe('the causes that rules name', () => {
  it.each(ids)('%s causes itself in no way', (id) => {
    expect(ringFrom(id)).toBeNull();
  });

  it.each(ids)('%s names only rules that exist', (id) => {
    const quoted = [...sourceOf(id).matchAll(/becauseOf:[^\]]*\]/g)].flatMap(([list]) =>
      [...list.matchAll(/'([a-z]+\.[a-z0-9-]+)'/g)].map(([, one]) => one ?? ''),
    );
    expect(quoted.filter((one) => FAMILIES.has(one.split('.')[0]) && !ids.includes(one))).toEqual([]);
  });
});

type Case = {
  readonly story: string;
  readonly facts: SomeFacts;
  readonly gpus?: readonly Gpu[];
  readonly options?: DiagnoseOptions;
  /** Errors that nothing else causes, in their order. */
  readonly roots: readonly string[];
  readonly follow: readonly string[];
};

const gridd = (...lines: string[]): FactValues['griddLog'] => lines.map((text) => ({ time: null, text }));
const kernelLog = (...lines: string[]): FactValues['kernelLog'] => lines;
const NO_DRIVER =
  "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.";
const runs = { name: 'nvidia-gridd', unit: 'installed', active: true, state: 'active running', startedMs: 0 } as const;
const printed = (...lines: string[]): FactValues['repositoryLog'] =>
  lines.map((text) => ({ source: 'package manager', text }));

const cases: readonly Case[] = [
  {
    story: 'a GRID guest whose gridd finds no token and says so four times',
    facts: {
      griddService: runs,
      installedDrivers: [driver('535.261.03', 'grid')],
      nvidiaModule: moduleOf('535.261.03'),
      nvidiaSmi: failed('No devices were found'),
      griddLog: gridd(
        'Unable to fetch the client configuration token file',
        'Valid GRID license not found. GPU features and performance will be restricted.',
      ),
    },
    roots: ['gpu.init-failed', 'license.token-missing'],
    follow: [],
  },
  {
    story: 'a guest driver of a newer branch than the host',
    gpus: [withHost('535.261.04')],
    facts: {
      griddService: runs,
      installedDrivers: [driver('570.158.01', 'grid')],
      nvidiaModule: moduleOf('570.158.01'),
      nvidiaSmi: failed('No devices were found'),
      griddLog: gridd('Licensing not supported for GPUs in the system'),
      tokens: { folder: '/t', files: [] },
      cloud: 'azure',
    },
    roots: ['driver.host-guest-mismatch'],
    follow: ['gpu.init-failed', 'license.unlicensed'],
  },
  {
    story: 'no headers, so no module, so nothing is loaded',
    gpus: [wholeCard('1eb8', 'Turing')],
    facts: {
      installedDrivers: [driver('535.261.03', 'tesla')],
      buildLog: built(
        'Error! Your kernel headers for kernel 6.1.0-37-amd64 cannot be found at /lib/modules/6.1.0-37-amd64/build',
        'Error! Bad return status for module build on kernel: 6.1.0-37-amd64 (x86_64)',
      ),
      nvidiaModule: { loaded: null, files: [] },
      nvidiaSmi: failed(NO_DRIVER),
    },
    roots: ['kernel.headers-unavailable'],
    follow: ['driver.dkms-failed', 'driver.module-missing-for-kernel', 'driver.not-loaded'],
  },
  {
    story: 'Secure Boot rejects the module',
    gpus: [wholeCard('1eb8', 'Turing')],
    facts: {
      secureBoot: 'on',
      installedDrivers: [driver('535.261.03', 'tesla')],
      nvidiaModule: notLoaded,
      nvidiaSmi: failed(NO_DRIVER),
      kernelLog: kernelLog('Loading of module with unavailable key is rejected'),
    },
    roots: ['driver.module-signature-rejected'],
    follow: ['driver.not-loaded'],
  },
  {
    story: 'a text: the disk is full, the build fails, nothing is loaded',
    gpus: [],
    options: { origin: 'recorded' },
    facts: {
      buildLog: built(
        '/tmp/cc1.s: No space left on device',
        'Error! Bad return status for module build on kernel: 6.1.0-37-amd64 (x86_64)',
      ),
      disk: UNKNOWN,
      displays: UNKNOWN,
      nvidiaModule: UNKNOWN,
      nvidiaSmi: failed(NO_DRIVER),
    },
    roots: ['disk.full'],
    follow: ['driver.dkms-failed', 'driver.not-loaded'],
  },
  {
    story: 'a text: the repositories are out of reach, so headers and driver cannot be had',
    gpus: [wholeCard('1eb8', 'Turing')],
    options: { origin: 'recorded' },
    facts: {
      repositoryLog: printed(
        'Err:1 http://deb.debian.org/debian bookworm InRelease',
        "  Could not resolve 'deb.debian.org'",
      ),
      buildLog: built('E: Unable to locate package linux-headers-6.1.0-37-amd64'),
    },
    roots: ['packages.unreachable'],
    follow: ['driver.missing', 'kernel.headers-unavailable'],
  },
  {
    story: 'a CUDA metapackage has put the public driver over the GRID driver',
    facts: {
      installedDrivers: [driver('570.133.20', 'tesla')],
      packageList: packages('cuda-drivers'),
      nvidiaModule: moduleOf('570.133.20'),
      nvidiaSmi: failed('No devices were found'),
      cloud: 'azure',
    },
    roots: ['cuda.package-replaces-driver'],
    follow: ['driver.wrong-kind', 'gpu.init-failed', 'license.service-missing'],
  },
  {
    story: 'the GPU fell off the bus and took its licence with it',
    facts: {
      griddService: runs,
      installedDrivers: [driver('535.261.03', 'grid')],
      nvidiaModule: moduleOf('535.261.03'),
      nvidiaSmi: failed('Unable to determine the device handle for GPU 0000:02:01.0: Unknown Error'),
      kernelLog: kernelLog('NVRM: Xid (PCI:0000:02:01): 79, GPU has fallen off the bus.'),
      griddLog: gridd('Licensing not supported for GPUs in the system'),
      cloud: 'azure',
    },
    roots: ['gpu.fallen-off-bus'],
    follow: ['license.unlicensed'],
  },
];

describe('findings that come together', () => {
  it.each(cases)('$story', ({ facts, gpus = [p40Vgpu], options, roots, follow }) => {
    const errors = diagnose(factsOf(facts), gpus, NOW, options ?? {}).findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.filter(({ becauseOf }) => becauseOf === null).map(({ id }) => id)).toEqual(roots);
    const followers = errors.filter(({ becauseOf }) => becauseOf !== null).map(({ id }) => id);
    expect(followers.sort()).toEqual([...follow].sort());
  });
});
