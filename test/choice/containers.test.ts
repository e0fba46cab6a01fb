import { describe, expect, it } from 'vitest';
import { chooseContainers, fitOfToolkit } from '../../src/choice/containers.ts';
import type { ChoiceInput } from '../../src/choice/guest.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { guest } from './guests.ts';
import { toolkitFile } from './media.ts';

const NAMES = [
  'libnvidia-container1',
  'libnvidia-container-tools',
  'nvidia-container-toolkit-base',
  'nvidia-container-toolkit',
];
const set = (version: string): readonly MediaItem[] => NAMES.map((name) => toolkitFile(name, version));

function asking(media: readonly MediaItem[], containers: Partial<Profile['containers']> = {}): ChoiceInput {
  const input = guest({ cards: ['1eb8:10de:130f'], media });
  return {
    ...input,
    profile: { ...input.profile, containers: { runtime: 'auto', toolkit: 'auto', ...containers } },
  };
}

describe('the container toolkit', () => {
  it('is nothing to a profile that asks for no containers', () => {
    expect(chooseContainers(asking(set('1.17.8'), { runtime: 'none' })).kind).toBe('not-wanted');
  });

  it('comes from the media in the newest version of which all four packages are there', () => {
    const newer = toolkitFile('nvidia-container-toolkit', '1.18.0');
    const choice = chooseContainers(asking([newer, ...set('1.16.2'), ...set('1.17.8')]));
    expect(choice).toMatchObject({
      kind: 'media',
      version: '1.17.8',
      files: NAMES.map((packageName) => ({ packageName, file: `/nv/${packageName}_1.17.8-1_amd64.deb` })),
      rejected: [{ what: newer.file, why: { key: 'choice.containers.incomplete' } }],
    });
  });

  it.each([
    ['auto', { kind: 'repository', setUp: false }],
    ['repository', { kind: 'repository', setUp: true }],
    ['media', { kind: 'unavailable', why: { key: 'choice.containers.no-media' } }],
  ] as const)('with a part of it on the media, toolkit: %s', (toolkit, expected) => {
    expect(chooseContainers(asking(set('1.17.8').slice(1), { toolkit }))).toMatchObject(expected);
  });

  it('comes from the repository where the profile says so, whatever the media have', () => {
    expect(chooseContainers(asking(set('1.17.8'), { toolkit: 'repository' }))).toMatchObject({ setUp: true });
  });

  it('of another package manager, of another processor, or broken, is none', () => {
    const because = { key: 'media.truncated-end' };
    const bad: readonly Partial<MediaItem>[] = [
      { format: 'rpm' },
      { arch: 'aarch64' },
      { integrity: { kind: 'broken', because } },
    ];
    for (const fields of bad) {
      const [first, ...rest] = set('1.17.8');
      const media = [{ ...first!, ...fields }, ...rest];
      expect(chooseContainers(asking(media)).kind).toBe('repository');
      expect(fitOfToolkit(media[0]!, asking(media)).fits).toBe(false);
      expect(fitOfToolkit(media[1]!, asking(media))).toMatchObject({
        fits: false,
        why: { key: 'choice.containers.incomplete', values: { names: 'libnvidia-container1' } },
      });
    }
    expect(fitOfToolkit(set('1.17.8')[0]!, asking(set('1.17.8'))).fits).toBe(true);
  });
});
