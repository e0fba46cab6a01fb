import { describe, expect, it } from 'vitest';
import { chooseDriver } from '../../src/choice/driver.ts';
import { guest } from './guests.ts';
import { driverFile } from './media.ts';

describe('every rejected candidate has its reason', () => {
  const whyNot = (facts: Parameters<typeof guest>[0]) => {
    const choice = chooseDriver(guest(facts));
    return choice.kind === 'not-wanted'
      ? {}
      : Object.fromEntries(choice.rejected.map(({ what, why }) => [what, why.key]));
  };

  it('files for a vGPU', () => {
    expect(
      whyNot({
        cards: ['1eb8:10de:130f@525.105.14'],
        media: [
          driverFile('525.105.17'),
          driverFile('525.85.05'),
          driverFile('535.261.03'),
          driverFile('470.256.02'),
          driverFile('525.105.17', 'tesla'),
          driverFile('525.147.05', 'grid-azure'),
          driverFile('525.105.14', 'grid', { file: '/nv/host', what: 'driver-host' }),
          driverFile('525.105.17', 'grid', { file: '/nv/arm', arch: 'aarch64' }),
          driverFile('525.105.17', 'grid', { file: '/nv/cut', integrity: { kind: 'broken', because: { key: 'media.cut' } } }),
          driverFile('525.105.17', 'grid', { file: '/nv/a.rpm', format: 'rpm' }),
          driverFile('528.89', 'grid', { file: '/nv/a.exe', format: 'exe' }),
        ],
      }),
    ).toEqual({
      '/nv/525.85.05-grid.run': 'choice.second',
      '/nv/535.261.03-grid.run': 'choice.host.guest-newer',
      '/nv/470.256.02-grid.run': 'choice.host.guest-too-old',
      '/nv/525.105.17-tesla.run': 'choice.media.not-grid',
      '/nv/525.147.05-grid-azure.run': 'choice.media.cloud',
      '/nv/host': 'choice.media.host',
      '/nv/arm': 'choice.media.arch',
      '/nv/cut': 'media.cut',
      '/nv/a.rpm': 'choice.media.format',
      '/nv/a.exe': 'choice.media.windows',
      R535: 'choice.host.guest-newer',
      R550: 'choice.host.guest-newer',
      R570: 'choice.host.guest-newer',
      R580: 'choice.host.guest-newer',
      R595: 'choice.host.guest-newer',
    });
  });

  it('the distribution’s driver on a vGPU', () => {
    expect(
      whyNot({ cards: ['1eb8:10de:130f@525.105.14'], distro: [['nvidia-driver', '525.147.05', 'proprietary']] }),
    ).toMatchObject({
      'nvidia-driver': 'choice.distro.not-grid',
    });
  });

  it('branches that dropped the card, or never knew it', () => {
    expect(whyNot({ cards: ['1b38:10de:11d9'] })).toEqual({
      R590: 'choice.support.dropped',
      R595: 'choice.support.dropped',
    });
    expect(whyNot({ cards: ['102d:10de:106c', '2335:10de:18be'] })).toMatchObject({
      R595: 'choice.support.dropped',
      R470: 'choice.support.older-than-the-card',
    });
    expect(whyNot({ cards: ['1b38:10de:11ed'] })).toMatchObject({ R550: 'choice.type.gone', R595: 'choice.type.gone' });
  });
});

it('a board that no list names is said so in the reason, and is no exact choice', () => {
  const choice = chooseDriver(guest({ cards: ['1eb8:10de:ffee'] }));
  expect(choice).toMatchObject({ kind: 'chosen', driver: 'tesla', exact: false });
  expect(choice.reason).toMatchObject({
    key: 'choice.doubt',
    values: { doubt: { key: 'choice.mode.unlisted-board' } },
  });
});
