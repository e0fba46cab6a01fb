import { describe, expect, it } from 'vitest';
import { catalogGpu } from '../../src/catalog/catalog-gpu.ts';
import { catalogDocument } from '../../src/report/catalog-document.ts';
import { CatalogGpu } from '../../src/contract/documents/catalog-gpu.ts';
import { translator } from '../../src/words/translate.ts';

describe('what the catalogue knows of a PCI id', () => {
  it.each([
    [
      '10de:1eb8',
      { name: 'Tesla T4', vgpu: null, board: null, kernelModules: 'both', newestBranch: 595, vgpuTypes: 23 },
    ],
    [
      '10de:1eb8:10de:12a2',
      { name: 'Tesla T4', vgpu: null, board: 'Tesla T4', kernelModules: 'both', newestBranch: 595 },
    ],
    [
      '10de:1eb8:10de:130f',
      {
        name: 'Tesla T4',
        vgpu: { type: 'GRID T4-8Q', series: 'Q', framebufferMiB: 8192, cuda: true },
        kernelModules: 'proprietary',
        newestBranch: 595,
      },
    ],
    [
      '10DE:1B38:10DE:11ED',
      {
        id: '10de:1b38:10de:11ed',
        vgpu: { type: 'GRID P40-8Q', series: 'Q', framebufferMiB: 8192, cuda: true },
        newestBranch: 535,
      },
    ],
    [
      '10de:1b38',
      {
        name: 'Tesla P40',
        architecture: 'Pascal',
        class: 'datacenter',
        kernelModules: 'proprietary',
        newestBranch: 580,
      },
    ],
    ['10de:25b6:10de:157e', { name: 'NVIDIA A2', board: 'NVIDIA A2' }],
    ['10de:2901', { kernelModules: 'open', newestBranch: 595 }],
    ['10de:102d', { newestBranch: 470 }],
    ['10de:13bd', { newestBranch: 580 }],
    ['10de:2684', { class: 'consumer', vgpuTypes: 0 }],
    ['10de:1eb8:1028:130f', { vgpu: null, board: null }],
    ['10de:ffee', { known: false, name: null, newestBranch: null, branches: [] }],
    ['8086:1eb8', { known: false, name: null }],
  ])('%s', (id, expected) => {
    expect(catalogGpu(id)).toMatchObject({ known: true, ...expected });
  });

  it.each(['', '1eb8', '10de', '10de:1eb', '10de:1eb8:10de', '10de:1eb8:130f:', 'gggg:1eb8', '10de:1eb8:10de:130f:0'])(
    '%s is no PCI id',
    (text) => {
      expect(catalogGpu(text)).toBeUndefined();
    },
  );

  it('is a document that keeps its promise, each branch with a sentence', async () => {
    const translate = await translator('en');
    for (const id of ['10de:1b38:10de:11ed', '10de:2335', '10de:ffee', '10de:13bd']) {
      const document = CatalogGpu.parse(catalogDocument(catalogGpu(id)!, translate));
      for (const { why } of document.branches) expect(why).toMatch(/^[A-Z5][^{}]*\.$/);
    }
    const p40 = catalogDocument(catalogGpu('10de:1b38:10de:11ed')!, translate);
    expect(p40.branches.find(({ branch }) => branch === 550)).toEqual({
      branch: 550,
      supports: false,
      why: 'R550 no longer knows GRID P40-8Q; 550.40.07 was the last release to name it.',
    });
  });
});
