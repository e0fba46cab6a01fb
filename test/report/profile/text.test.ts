/** What `profile init` writes is a profile that `profile check` takes, whatever the guest. */
import { describe, expect, it } from 'vitest';
import { findMedia } from '../../../src/engine/find-media.ts';
import { survey } from '../../../src/engine/survey.ts';
import { defaultProfile } from '../../../src/domain/profile.ts';
import { readProfile } from '../../../src/planning/profile-file.ts';
import { profileDraft, type MediaSeen } from '../../../src/report/profile/draft.ts';
import { profileText } from '../../../src/report/profile/text.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import { simulations } from '../../../src/simulated/index.ts';
import { translator } from '../../../src/words/translate.ts';

async function drafted(name: string, media?: MediaSeen) {
  const { observer } = simulationNamed(name).start();
  const found = await findMedia(observer);
  const seen = media ?? (found ? { kind: 'found' as const, ...found } : { kind: 'none' as const });
  const { choice, gpus } = await survey(observer, defaultProfile);
  return profileDraft(choice, gpus, seen);
}

const head = { rows: [{ label: 'GPU', text: 'a GPU\nhold: false\u001b[2J' }], file: 'gpu.yml', version: '1', platform: 'linux' } as const;

describe('a profile for a guest', () => {
  it.each(simulations.map(({ name }) => name))(
    '%s reads back as what was proposed, in every language',
    async (name) => {
      const draft = await drafted(name);
      for (const language of ['en', 'zh-CN', 'ja'] as const) {
        const text = profileText({ ...head, draft }, await translator(language));
        expect(readProfile(text)).toEqual({ ok: true, profile: draft.profile });
        expect(text).not.toMatch(/profile\.(key|init)\.|choice\.|\{[a-z]+\}/);
        expect(text.split('\n').filter((line) => line.length > 110)).toEqual([]);
      }
    },
  );

  it('proposes the goal, names the media, and says what auto is on this guest', async () => {
    const { profile, notes } = await drafted('p40-8q-vsphere');
    expect(profile).toMatchObject({ goal: 'workstation', media: '/mnt/Shared/nv', driver: { kind: 'auto' } });
    expect(Object.keys(notes)).toEqual(
      expect.arrayContaining(['goal', 'media', 'driver.kind', 'driver.kernelModule', 'license.token', 'cuda.toolkit']),
    );
    expect(notes['driver.kernelModule']).toMatchObject({ values: { word: 'proprietary' } });
  });

  it('leaves the goal open where no GPU was seen', async () => {
    const { choice } = await survey(simulationNamed('p40-8q-vsphere').start().observer, defaultProfile);
    const { profile, notes } = profileDraft(choice, [], { kind: 'none' });
    expect(profile).toEqual(defaultProfile);
    expect(Object.keys(notes)).toEqual(['media']);
  });

  it('holds a folder whose name YAML would take for something else', async () => {
    for (const folder of ['/mnt/a: b # c', '/mnt/"x"', '/mnt/日本 語', '- x/y', 'D:\\media\\nv']) {
      const draft = await drafted('t4-no-token', { kind: 'given', folder });
      const text = profileText({ ...head, draft }, await translator('en'));
      expect(readProfile(text)).toMatchObject({ ok: true, profile: { media: folder } });
    }
  });

  it('for a Windows guest has nothing of Linux, and reads back as well', async () => {
    const { choice, gpus } = await survey(simulationNamed('p40-8q-vsphere').start().observer, defaultProfile);
    const draft = profileDraft(choice, gpus, { kind: 'none', usual: 'C:\\Shared\\nv' });
    for (const language of ['en', 'zh-CN', 'ja'] as const) {
      const text = profileText({ ...head, draft, platform: 'windows' }, await translator(language));
      expect(readProfile(text)).toEqual({ ok: true, profile: { ...draft.profile, media: 'C:\\Shared\\nv' } });
      expect(text).not.toMatch(/sudo|gridd\.conf|runfile|^ *(kernelModule|containers|image|hold):/m);
    }
  });

  it('begins with what an editor looks for', async () => {
    const text = profileText({ ...head, draft: await drafted('t4-no-token') }, await translator('en'));
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=gpu-guest-profile.schema.json');
  });
});
