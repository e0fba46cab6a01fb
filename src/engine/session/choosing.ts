/** Media, plan and verification for what the user chose. */
import type { Choices } from '../../contract/choices.ts';
import type { PlanDocument } from '../../contract/documents/plan.ts';
import type { Verification } from '../../contract/documents/verification.ts';
import type { ReadingMedia } from '../../contract/questions.ts';
import { checksOf } from '../../diagnosis/checks/index.ts';
import type { Observer } from '../../domain/machine.ts';
import { defaultProfile, type PartSource, type Profile } from '../../domain/profile.ts';
import type { ScanOptions } from '../../media/scan.ts';
import { tokenDocument } from '../../report/media-document.ts';
import { verificationDocument } from '../../report/verification-document.ts';
import type { Translate } from '../../words/translate.ts';
import { fitsOf, mediaIn } from '../media-in.ts';
import { planOf, surveyForPlan } from '../plan-of.ts';
import type { SessionMachine } from './machines.ts';
import { migWanted } from './mig-wanted.ts';

const source = (isWanted: boolean | undefined): PartSource => (isWanted === true ? 'auto' : 'none');

const wantedAfter = (after: NonNullable<Choices['after']>): Pick<Profile, 'containers' | 'libraries' | 'multiGpu'> => ({
  containers: { ...defaultProfile.containers, runtime: after.containers === true ? 'auto' : 'none' },
  libraries: { cudnn: source(after.cudnn), nccl: source(after.nccl) },
  multiGpu: { fabricManager: source(after.fabricManager), persistence: after.persistence === true },
});

/** What is chosen in the wizard, as the profile that the command line would be given. */
export const profileOf = (choices: Choices, reboot: Profile['reboot']): Profile => ({
  ...defaultProfile,
  goal: choices.goal,
  media: choices.media,
  driver: { ...defaultProfile.driver, ...choices.driver },
  license: { ...defaultProfile.license, ...choices.license },
  cuda: choices.cuda,
  ...wantedAfter(choices.after ?? {}),
  mig: migWanted(choices.mig),
  reboot,
});

/** Where media of a guest are looked for: a simulated guest has a folder of its own, a recorded one has none. */
export function mediaPlaces({ kind, observer }: SessionMachine, here: () => Observer): readonly Observer[] {
  switch (kind) {
    case 'this':
      return [observer];
    case 'given':
      return [here()];
    case 'simulated':
      return [observer, here()];
  }
}

/** Progress is told at each of so many steps of a file's reading: a line for every chunk would be thousands. */
const PROGRESS_STEPS = 100;

export async function readMediaAloud(
  machine: SessionMachine,
  folder: string,
  ask: {
    readonly places: readonly Observer[];
    readonly translate: Translate;
    readonly options: ScanOptions;
    readonly tell: (event: ReadingMedia) => void;
  },
): Promise<void> {
  const { translate, tell } = ask;
  const told = new Map<string, number>();
  const items = await mediaIn(ask.places, folder, {
    ...ask.options,
    onProgress: (file, doneBytes, totalBytes) => {
      const step = Math.floor((doneBytes / Math.max(totalBytes, 1)) * PROGRESS_STEPS);
      if (told.get(file) === step) return;
      told.set(file, step);
      tell({ kind: 'progress', file, doneBytes, totalBytes });
    },
  });
  tell({
    kind: 'read',
    media: await fitsOf(machine.observer, { ...defaultProfile, media: folder }, items, translate),
    tokens: items.flatMap(({ file, token }) => (token === null ? [] : [{ file, token: tokenDocument(token, translate) }])),
  });
}

type Asked = { readonly translate: Translate; readonly options: ScanOptions };

/** A recorded guest has no media folder. */
const skipMedia = ({ kind }: SessionMachine): boolean => kind === 'given';

export async function planFor(
  machine: SessionMachine,
  profile: Profile,
  { translate, options, program }: Asked & { readonly program: string },
): Promise<PlanDocument> {
  const seen = await surveyForPlan(machine.observer, profile, {
    ...options,
    program: machine.kind === 'simulated' ? '' : program,
    skipMedia: skipMedia(machine),
  });
  return (await planOf(seen, null, translate)).document;
}

export async function verificationFor(
  machine: SessionMachine,
  profile: Profile,
  { translate, options }: Asked,
): Promise<Verification> {
  const { facts, task } = await surveyForPlan(machine.observer, profile, { ...options, skipMedia: skipMedia(machine) });
  return verificationDocument(checksOf(facts, task), machine.kind === 'simulated', translate);
}
