import { describe, expect, it } from 'vitest';
import { compatibility } from '../../src/catalog/vgpu-compatibility.ts';
import {
  linuxGuestsOfBranch,
  nearestRelease,
  releasesByHost,
  releasesByLinuxGuest,
  vgpuMajors,
  vgpuReleases,
} from '../../src/catalog/vgpu-releases.ts';

describe('vGPU releases', () => {
  it('are found by host and by guest, whose numbers differ', () => {
    expect(releasesByHost('525.105.14').map(({ release, linuxGuest }) => [release, linuxGuest])).toEqual([
      ['15.2', '525.105.17'],
    ]);
    expect(releasesByHost('535.183.04').map(({ release }) => release)).toEqual(['16.7', '16.6']);
    expect(releasesByLinuxGuest('570.158.01').map(({ host }) => host)).toEqual(['570.158.02']);
    expect(releasesByHost('525.105.17')).toEqual([]);
  });

  it('of a branch come newest first', () => {
    expect(linuxGuestsOfBranch(525)).toEqual(['525.147.05', '525.125.06', '525.105.17', '525.85.05', '525.60.13']);
    expect(linuxGuestsOfBranch(999)).toEqual([]);
  });

  it('nearest to a host that no list names', () => {
    expect(nearestRelease('525.110.01')?.release).toBe('15.2');
    expect(nearestRelease('460.16')?.linuxGuest).toBe('460.32.03');
    expect(nearestRelease('600.1')).toBeUndefined();
  });

  it('every host and guest of a release is of its main release’s branch', () => {
    const branchOfMajor = new Map(vgpuMajors().map(({ major, branch }) => [String(major), String(branch)]));
    for (const { release, host, linuxGuest } of vgpuReleases())
      for (const version of [host, linuxGuest])
        if (version !== null)
          expect([release, version.split('.')[0]]).toEqual([release, branchOfMajor.get(release.split('.')[0]!)]);
  });
});

describe('host and guest', () => {
  it.each([
    ['525.105.14', '525.105.17', 'same-release'],
    ['525.105.14', '525.147.05', 'same-branch'],
    ['525.105.14', '510.108.03', 'previous-branch'],
    ['525.105.14', '535.54.03', 'guest-newer'],
    ['525.105.14', '470.256.02', 'guest-too-old'],
    ['535.161.05', '470.256.02', 'previous-long-term-branch'],
    ['470.256.02', '450.248.02', 'previous-long-term-branch'],
    ['535.161.05', '450.248.02', 'guest-too-old'],
    ['580.65.05', '535.261.03', 'guest-too-old'],
    ['550.54.10', '470.256.02', 'guest-too-old'],
    ['440.43', '418.70', 'guest-too-old'],
    ['418.66', '418.240', 'same-branch'],
    ['610.10', '610.20', 'same-branch'],
    ['610.10', '595.71.05', 'not-listed'],
    ['460.16', '460.32.03', 'same-branch'],
  ] as const)('%s and %s: %s', (host, guest, verdict) => {
    expect(compatibility(host, guest)).toBe(verdict);
  });
});
