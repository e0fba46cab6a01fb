import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../src/domain/profile.ts';
import { fitsOf, mediaIn } from '../../src/engine/media-in.ts';
import { planOf, surveyForPlan } from '../../src/engine/plan-of.ts';
import { translator } from '../../src/words/translate.ts';
import { guestOf } from '../machine/guest.ts';
import { readSpec, type MachineSpec } from '../machine/spec.ts';

const MEDIA = '/mnt/Shared/nv';
const translate = await translator('en');

async function told(spec: MachineSpec) {
  const machine = guestOf(spec);
  const items = await mediaIn([machine], MEDIA, {});
  return { machine, why: (await fitsOf(machine, { ...defaultProfile, media: MEDIA }, items, translate)).items.map(({ why }) => why) };
}

/** A bare guest with a whole V100, CUDA 12.2 in its media, and the distribution's 535 in its repository. */
const bare = readSpec('v100-held-by-nouveau');

describe('a toolkit in the media of a guest without a driver', () => {
  it('is judged by the driver that the plan takes, which may be the distribution’s', async () => {
    const { machine, why } = await told(bare);
    const { choice } = (await planOf(await surveyForPlan(machine, { ...defaultProfile, media: MEDIA }), null, translate)).document;
    expect(why).toEqual(['CUDA 12.2.2 runs on driver 535.261.03 without reservation.']);
    expect(why).toEqual([choice.cuda]);
  });

  it('is said to need a driver, and to run on none, where nobody has one', async () => {
    const { why } = await told({ ...bare, offers: {} });
    expect(why).toEqual(['CUDA 12.2.2 needs driver 525.60.13 or later. No driver for this guest is at hand yet.']);
  });
});
