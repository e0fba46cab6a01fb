import { describe, expect, it } from 'vitest';
import { newestBranchOf, supportOf } from '../../src/catalog/branches.ts';
import { boardOf, gpuById, gpusByName, vgpuDevice } from '../../src/catalog/gpus.ts';
import { runsCuda, vgpuTypeByIds, vgpuTypeByName } from '../../src/catalog/vgpu-types.ts';

/** Read by hand from the raw sources that resources/knowledge/SOURCES.md names. */
const BOARDS = [
  ['20b0', 'NVIDIA A100-SXM4-40GB', 'Ampere', 595],
  ['20b2', 'NVIDIA A100-SXM4-80GB', 'Ampere', 595],
  ['20b5', 'NVIDIA A100 80GB PCIe', 'Ampere', 595],
  ['20f1', 'NVIDIA A100-PCIE-40GB', 'Ampere', 595],
  ['2236', 'NVIDIA A10', 'Ampere', 595],
  ['2235', 'NVIDIA A40', 'Ampere', 595],
  ['27b8', 'NVIDIA L4', 'Ada', 595],
  ['26b5', 'NVIDIA L40', 'Ada', 595],
  ['26b9', 'NVIDIA L40S', 'Ada', 595],
  ['26ba', 'NVIDIA L20', 'Ada', 595],
  ['2330', 'NVIDIA H100 80GB HBM3', 'Hopper', 595],
  ['2331', 'NVIDIA H100 PCIe', 'Hopper', 595],
  ['2335', 'NVIDIA H200', 'Hopper', 595],
  ['2901', 'NVIDIA B200', 'Blackwell', 595],
  ['1eb8', 'Tesla T4', 'Turing', 595],
  ['1db4', 'Tesla V100-PCIE-16GB', 'Volta', 580],
  ['1db5', 'Tesla V100-SXM2-32GB', 'Volta', 580],
  ['1bb3', 'Tesla P4', 'Pascal', 580],
  ['1b38', 'Tesla P40', 'Pascal', 580],
  ['15f8', 'Tesla P100-PCIE-16GB', 'Pascal', 580],
  ['13bd', 'Tesla M10', 'Maxwell', 580],
  ['13f2', 'Tesla M60', 'Maxwell', 580],
  ['102d', 'Tesla K80', 'Kepler', 470],
  ['26b1', 'NVIDIA RTX 6000 Ada Generation', 'Ada', 595],
  ['2bb5', 'NVIDIA RTX PRO 6000 Blackwell Server Edition', 'Blackwell', 595],
  ['2684', 'NVIDIA GeForce RTX 4090', 'Ada', 595],
] as const;

const TYPES = [
  ['1b38', '11ed', 'GRID P40-8Q', 'Q', 8192],
  ['25b6', '1601', 'NVIDIA A16-4Q', 'Q', 4096],
  ['20b0', '1474', 'GRID A100X-4C', 'C', 4096],
  ['13bd', '11d2', 'GRID M10-8Q', 'Q', 8192],
  ['13f2', '1150', 'GRID M60-8Q', 'Q', 8192],
  ['2236', '14bb', 'NVIDIA A10-4Q', 'Q', 4096],
  ['1eb8', '130f', 'GRID T4-8Q', 'Q', 8192],
  ['2bb5', '216f', 'NVIDIA RTX Pro 6000 Blackwell DC-1-24Q', 'Q', 24576],
] as const;

describe('the tables say what their raw sources say', () => {
  it.each(BOARDS)('%s is %s, %s, newest branch %i', (id, name, arch, newest) => {
    expect(gpuById(id)).toMatchObject({ name, arch });
    expect(newestBranchOf(id)).toBe(newest);
  });

  it.each(TYPES)('%s:%s is %s', (device, subsystem, name, series, framebufferMiB) => {
    expect(vgpuTypeByIds(device, subsystem)).toMatchObject({ name, series, framebufferMiB });
    expect(vgpuTypeByName(name)).toMatchObject({ name, series, framebufferMiB, deviceId: device });
  });

  it('tells an A16 from an A2 by the board', () => {
    const gpu = gpuById('25b6')!;
    expect([boardOf(gpu, '10de', '14a9'), boardOf(gpu, '10de', '157e'), boardOf(gpu, '10de', '1601')]).toEqual([
      { name: 'NVIDIA A16' },
      { name: 'NVIDIA A2' },
      null,
    ]);
  });

  it('knows the physical boards of a device that vGPUs share', () => {
    expect(vgpuDevice('1b38')).toEqual({ id: '1b38', board: 'Tesla P40', types: 32, physical: ['11d9'] });
    expect(vgpuDevice('2684')).toBeUndefined();
  });

  it('knows no card that is not listed', () => {
    expect([gpuById('ffff'), gpuById('1EB8'), vgpuTypeByIds('1eb8', '12a2')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a branch supports a card, or not, or nobody says', () => {
  it.each([
    ['2236', 450, null, false, 'older-than-the-card'],
    ['2236', 535, null, true, 'listed'],
    ['1eb8', 550, null, true, 'listed'],
    ['1eb8', 560, null, true, 'inferred'],
    ['1db4', 595, null, false, 'dropped'],
    ['1db4', 580, null, true, 'listed'],
    ['102d', 535, null, false, 'dropped'],
    ['2901', 550, null, false, 'older-than-the-card'],
    ['2335', 550, '550.54.15', false, 'since'],
    ['2335', 550, '550.127.05', true, 'listed'],
    ['2335', 550, null, true, 'since'],
    ['20f6', 525, '525.147.05', null, 'until'],
    ['20f6', 520, null, false, 'not-listed'],
    ['13bd', 535, null, null, 'by-architecture'],
    ['13bd', 590, null, false, 'dropped'],
    ['1eb8', 610, null, null, 'newer-than-the-lists'],
    ['ffff', 580, null, null, 'unknown-card'],
  ] as const)('%s in %i (%s): %s, %s', (id, branch, version, supports, kind) => {
    expect(supportOf(id, branch, version)).toMatchObject({ supports, because: { kind } });
  });
});

describe('a product name leads to the card', () => {
  it.each([
    ['Tesla T4', ['1eb8']],
    ['NVIDIA T4G', ['1eb4']],
    ['A100-SXM4-40GB', ['20b0']],
    ['NVIDIA A2', ['25b6']],
    ['NVIDIA H200', ['2335']],
    ['NVIDIA GeForce RTX 4090', ['2684']],
    ['Tesla', []],
    ['', []],
  ])('%s', (name, ids) => {
    expect(gpusByName(name).map(({ id }) => id)).toEqual(ids);
  });

  it('finds vGPU types by former names, by spelling, and never a GeForce name', () => {
    expect(vgpuTypeByName('NVIDIA H200-70C')).toMatchObject({ series: 'C', deviceId: '233b' });
    expect(vgpuTypeByName('NVIDIA RTXA6000-24Q')).toMatchObject({
      series: 'Q',
      framebufferMiB: 24576,
      deviceId: '2230',
    });
    expect(vgpuTypeByName('GRID A100-1-5C')).toMatchObject({ series: 'C', framebufferMiB: 5120 });
    expect(vgpuTypeByName('NVIDIA X9-2-48Q')).toMatchObject({
      name: 'NVIDIA X9-2-48Q',
      series: 'Q',
      framebufferMiB: 49152,
      deviceId: null,
    });
    expect(vgpuTypeByName('NVIDIA GeForce RTX 3060')).toBeNull();
    expect(vgpuTypeByName('Tesla T4')).toBeNull();
  });
});

it('Q and C types run CUDA, B and A do not, a small Maxwell type does not', () => {
  expect(runsCuda('Q', 1024, 'Turing')).toBe(true);
  expect(runsCuda('Q', 4096, 'Maxwell')).toBe(false);
  expect(runsCuda('Q', 8192, 'Maxwell')).toBe(true);
  expect([runsCuda('B', 1024, 'Ampere'), runsCuda('A', 1024, 'Ampere'), runsCuda('C', 4096, 'Ampere')]).toEqual([
    false,
    false,
    true,
  ]);
});
