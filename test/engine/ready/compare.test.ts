import { describe, expect, it } from 'vitest';
import type { ReadyParts } from '../../../src/domain/ready-mark.ts';
import { differences } from '../../../src/engine/ready/compare.ts';

const WAS: ReadyParts = {
  profile: 'aa',
  program: '0.1.0',
  driver: '525.105.17',
  kind: 'grid',
  module: '525.105.17 proprietary',
  kernel: '6.1.0-37-amd64',
  nextKernel: '6.1.0-37-amd64',
  arch: 'x86_64',
  gpus: '10de:1eb8:10de:130f',
  held: 'nvidia-linux-grid-525',
  files: { '/etc/nvidia/gridd.conf': 'bb', '/etc/nvidia/ClientConfigToken/a.tok': 'cc', '/usr/local/cuda': 'none' },
  media: {
    '/mnt/Shared/nv/a.tok': '10 2026-01-01T00:00:00.000Z',
    '/mnt/Shared/nv/b.run': '20 2026-01-01T00:00:00.000Z',
  },
};

const keys = (is: ReadyParts) => differences(WAS, is).map(({ key }) => key);

describe('a guest that was verified', () => {
  it('is the same where nothing has changed', () => {
    expect(differences(WAS, structuredClone(WAS))).toEqual([]);
  });

  it.each(['driver', 'kind', 'module', 'kernel', 'nextKernel', 'arch', 'gpus', 'held', 'program'] as const)(
    'is another by its %s, which is named with what it was and what it is',
    (part) => {
      expect(differences(WAS, { ...WAS, [part]: 'other' })).toEqual([
        {
          key: 'ready.differs.part',
          values: { part: { key: `ready.part.${part}` }, was: WAS[part], is: 'other' },
        },
      ]);
    },
  );

  it('is another where the profile is, and the digests are nobody’s to read', () => {
    expect(differences(WAS, { ...WAS, profile: 'ff' })).toEqual([{ key: 'ready.differs.profile' }]);
  });

  it('says of another profile that it is another, and not that it asks for other files', () => {
    const files = { ...WAS.files, '/etc/docker/daemon.json': 'none', '/etc/nvidia/gridd.conf': 'ff' };
    expect(differences(WAS, { ...WAS, profile: 'ff', held: 'none', files })).toEqual([
      { key: 'ready.differs.profile' },
      { key: 'ready.differs.file', values: { path: '/etc/nvidia/gridd.conf' } },
    ]);
  });

  it('says of a driver that is gone that there is none', () => {
    expect(differences(WAS, { ...WAS, module: 'none' })[0]?.values).toMatchObject({ is: { key: 'ready.none' } });
  });

  it('is another where a file that the steps write is changed, new or gone', () => {
    const { files } = WAS;
    expect(keys({ ...WAS, files: { ...files, '/etc/nvidia/gridd.conf': 'ff' } })).toEqual(['ready.differs.file']);
    expect(keys({ ...WAS, files: { ...files, '/etc/nvidia/ClientConfigToken/b.tok': 'ff' } })).toHaveLength(1);
    expect(keys({ ...WAS, files: { '/usr/local/cuda': 'none' } })).toHaveLength(2);
    expect(
      keys({ ...WAS, files: { '/etc/nvidia/gridd.conf': 'bb', '/etc/nvidia/ClientConfigToken/a.tok': 'cc' } }),
    ).toEqual([]);
  });

  it('is another where the media offer something new, and the same where they are away', () => {
    const media = { '/mnt/Shared/nv/a.tok': '11 2026-02-01T00:00:00.000Z' };
    expect(differences(WAS, { ...WAS, media })).toEqual([
      { key: 'ready.differs.media', values: { path: '/mnt/Shared/nv/a.tok' } },
    ]);
    expect(keys({ ...WAS, media: null })).toEqual([]);
    expect(keys({ ...WAS, media: {} })).toEqual([]);
    expect(differences({ ...WAS, media: null }, WAS)).toHaveLength(2);
  });
});
