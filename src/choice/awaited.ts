/** A driver for an image: the card that its guests will have is not in the machine that builds it. */
import type { DriverChoice } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { DriverKind } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import type { ChoiceInput } from './guest.ts';
import type { Judgement } from './judgement.ts';

/** A card of which nothing is known but the kind of driver that the profile names for it. */
export type Awaited = { readonly kind: 'awaited'; readonly driver: DriverKind; readonly gpu: Gpu };

const UNKNOWN: Gpu = {
  address: null,
  vendorId: '10de',
  deviceId: null,
  subsystemVendorId: null,
  subsystemDeviceId: null,
  classId: null,
  name: null,
  architecture: null,
  cardClass: null,
  mode: 'unknown',
  modeReason: say('choice.mode.awaited'),
  vgpu: null,
  mig: null,
  boundDriver: null,
};

export const awaited = (driver: DriverKind): Awaited => ({ kind: 'awaited', driver, gpu: UNKNOWN });

/** The files of a guest that does not run show no card, whatever is plugged into the machine that has them mounted. */
export const isMounted = ({ setting }: ChoiceInput['facts']): boolean =>
  setting !== undefined && valueOf(setting)?.kind === 'mounted';

/**
 * The kind of driver that an image is to have: the profile names one, and no NVIDIA GPU is here. Null: this guest is set up for
 * itself, or it is not known whether it has a GPU.
 */
export function kindForImage({ gpus, profile, facts }: ChoiceInput): DriverKind | null {
  const { kind } = profile.driver;
  if (kind === 'auto' || kind === 'none') return null;
  const noneHere = gpus.length === 0 && facts.displays?.known !== false;
  return isMounted(facts) || noneHere ? kind : null;
}

export const judgeForAwaited = (driver: DriverKind): Judgement => ({
  fits: true,
  rank: 0,
  exact: false,
  why: say('choice.image.guess', { kind: driver }),
});

/** With what the choice of modules stands on, where the profile leaves it to us. */
export function saidForImage(choice: DriverChoice, { profile }: ChoiceInput): DriverChoice {
  if (choice.kind !== 'chosen' || profile.driver.kernelModule !== 'auto') return choice;
  const doubt = say(`choice.image.${choice.kernelModule}`);
  return { ...choice, reason: say('choice.doubt', { why: choice.reason, doubt }) };
}
