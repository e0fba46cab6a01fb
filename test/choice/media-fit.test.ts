import { expect, it } from 'vitest';
import { chooseDriver } from '../../src/choice/driver.ts';
import { fitOf } from '../../src/choice/media-fit.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { guest, unknown } from './guests.ts';
import { cudaFile, driverFile, tokenFile } from './media.ts';

const VGPU = ['1eb8:10de:130f@525.105.14'];
const CARD = ['1eb8:10de:12a2'];
const unknownFile: MediaItem = { ...tokenFile('x'), what: 'unknown', token: null };

it.each([
  [VGPU, driverFile('525.105.17'), true, 'choice.host.same-release'],
  [VGPU, driverFile('525.85.05'), true, 'choice.host.same-branch'],
  [VGPU, driverFile('535.54.03'), false, 'choice.host.guest-newer'],
  [VGPU, driverFile('525.105.17', 'tesla'), false, 'choice.media.not-grid'],
  [VGPU, driverFile('525.105.14', 'grid', { what: 'driver-host' }), false, 'choice.media.host'],
  [VGPU, cudaFile('12.0.1'), true, 'choice.cuda.native'],
  [VGPU, cudaFile('13.0.0'), false, 'choice.cuda.driver-too-old'],
  [VGPU, tokenFile('a'), true, 'choice.token.valid'],
  [VGPU, tokenFile('a', { expiresAt: null }), true, 'choice.token.no-expiry'],
  [VGPU, tokenFile('a', { expiresAt: '2020-01-01T00:00:00Z' }), false, 'choice.token.expired'],
  [VGPU, driverFile('525.105.17', 'grid', { what: 'vgpu-bundle' }), true, 'choice.media.bundle'],
  [VGPU, unknownFile, false, 'choice.media.unknown'],
  [CARD, driverFile('525.105.17'), false, 'choice.media.grid-not-wanted'],
  [CARD, driverFile('535.54.03', 'geforce'), true, 'choice.support.listed'],
  [CARD, driverFile('390.157', 'tesla'), false, 'choice.support.older-than-the-card'],
  [CARD, tokenFile('a'), false, 'choice.licence.no-licensing'],
  [['1eb8'], driverFile('525.105.17'), false, 'choice.none.mode'],
  [[], driverFile('525.105.17', 'tesla'), false, 'choice.none.no-gpu'],
] as const)('in a guest with %j, a file fits or not: %#', (cards, item, fits, key) => {
  const input = guest({ cards, media: [item] });
  expect(fitOf(item, input, chooseDriver(input))).toMatchObject({ fits, why: { key } });
});

it('where nothing says the processor, a file for ARM is not said to fit beside the one for x86_64', () => {
  const arm = cudaFile('12.0.1', { file: '/nv/arm', arch: 'aarch64' });
  const input = guest({ cards: VGPU, media: [cudaFile('12.0.1'), arm], facts: { kernel: unknown } });
  const fits = input.media!.map((item) => fitOf(item, input, chooseDriver(input)));
  expect(fits).toMatchObject([{ fits: true }, { fits: false, why: { key: 'choice.media.arch-unknown' } }]);
});

it('of a damaged file the reason is given once', () => {
  const because = { key: 'media.cut' };
  const cut = cudaFile('12.0.1', { integrity: { kind: 'broken', because } });
  const input = guest({ cards: VGPU, media: [cut] });
  expect(fitOf(cut, input, chooseDriver(input)).why).toEqual(because);
});
