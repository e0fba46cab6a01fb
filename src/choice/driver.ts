import type { DriverChoice, DriverSource, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import { compareVersions } from '../domain/version.ts';
import type { NvidiaModule } from '../probes/nvidia-module.ts';
import { say } from '../words/say.ts';
import { kindForImage, saidForImage } from './awaited.ts';
import { chosen, withDoubt, type Chosen } from './chosen.ts';
import { demandOf, type DriverDemand } from './demand.ts';
import type { ChoiceInput } from './guest.ts';
import { isWishedVersion, keptDriver, type Kept } from './installed.ts';
import { flavourOf, judge, type Build } from './judge.ts';
import { isWindows, numbered } from './numbered.ts';
import { offersFor, type Offer } from './offers.ts';
import { theoryFor, type Fit, type Theory } from './theory.ts';
import { unavailable } from './unavailable.ts';

type Fitting = {
  readonly offer: Offer;
  readonly branch: number;
  readonly build: Build;
  readonly judgement: Fit;
};

/** The driver that is right for this guest: installed and fitting before media, media before the distribution's repository. */
export function chooseDriver(input: ChoiceInput): DriverChoice {
  const demand = demandOf(input);
  switch (demand.kind) {
    case 'not-wanted':
      return { kind: 'not-wanted', reason: demand.reason };
    case 'impossible':
      return { kind: 'nothing-fits', reason: demand.reason, rejected: [] };
    case 'driver':
      return kindForImage(input) === null
        ? fromWhatIsThere(input, demand)
        : saidForImage(fromWhatIsThere(input, demand), input);
  }
}

function fromWhatIsThere(input: ChoiceInput, demand: DriverDemand): DriverChoice {
  const { driver: wanted, faces } = demand;
  const { kept, rejected: unkept } = keptDriver({ ...input, wanted, faces });
  const judged = offersFor(input, wanted).map((offer) => judgeOffer(offer, input, demand));
  const fitting = judged.filter((one): one is Fitting => 'branch' in one).sort(byFitness);
  const unfit = [...unkept, ...judged.filter((one): one is Rejected => 'why' in one)];
  const theory = theoryFor(wanted, faces, input);
  const [best] = fitting;
  if (kept && (input.profile.driver.source === 'auto' || best === undefined || best.offer.version === kept.version))
    return {
      ...keep(kept, demand, [...unfit, ...newer(theory, kept.branch)]),
      source: isWhole(input, kept) ? { kind: 'installed' } : sourceOf(kept, fitting),
    };
  if (best === undefined) return unavailable(input, demand, theory, unfit);
  return {
    ...chosen(demand, best.judgement, best.branch, best.build.flavour),
    versions: [...new Set(fitting.map(({ offer }) => offer.version))],
    source: best.offer.source,
    rejected: [
      ...unfit,
      ...fitting.slice(1).map(({ offer }) => second(offer, best.offer)),
      ...newer(theory, best.branch),
    ],
  };
}

const second = (offer: Offer, better: Offer): Rejected => ({
  what: offer.what,
  why: say('choice.second', { better: better.what }),
});

/** The catalogue's word on branches that are newer than the chosen one. */
const newer = (theory: Theory, branch: number): readonly Rejected[] =>
  theory.rejected.filter(({ what }) => Number(what.slice(1)) > branch);

function judgeOffer(offer: Offer, { facts, profile }: ChoiceInput, { faces }: DriverDemand): Fitting | Rejected {
  const rejected = (why: Message): Rejected => ({ what: offer.what, why });
  if (offer.unusable) return rejected(offer.unusable);
  const driver = numbered(offer.version, isWindows(facts));
  if (driver === null) return rejected(say('choice.media.no-version'));
  if (!isWishedVersion(offer.version, profile))
    return rejected(say('choice.version.other', { wished: profile.driver.version }));
  const wish = profile.driver.kernelModule;
  const judgement = judge(faces, driver, wish);
  if (!judgement.fits) return rejected(judgement.why);
  const build = flavourOf(faces, driver, wish, offer.flavours);
  return build === null
    ? rejected(say('choice.module.offered', { offered: offer.flavours.join(', ') }))
    : { offer, branch: driver.branch, build, judgement };
}

const inMedia = ({ offer }: Fitting): number => (offer.source.kind === 'media' ? 0 : 1);

/** Media first; then how well it fits; then a cloud's own build; then the newest; then the flavour that is preferred. */
const byFitness = (a: Fitting, b: Fitting): number =>
  inMedia(a) - inMedia(b) ||
  a.judgement.rank - b.judgement.rank ||
  Number(b.offer.order < 2) - Number(a.offer.order < 2) ||
  compareVersions(b.offer.version, a.offer.version) ||
  Number(b.build.preferred) - Number(a.build.preferred) ||
  a.offer.order - b.offer.order;

/** An installation that was cut off leaves a driver without its programs, or without a module for the kernel that boots next. */
function isWhole({ facts }: ChoiceInput, kept: Kept): boolean {
  const modules = valueOf(facts.nvidiaModule)?.files;
  const next = valueOf(facts.kernel)?.nextBoot;
  const isIts = ({ kernel, version }: NvidiaModule['files'][number]): boolean =>
    kernel === next && (version === null || version === kept.version);
  const lacksModule = modules !== undefined && next !== undefined && !modules.some(isIts);
  return valueOf(facts.nvidiaSmi)?.kind !== 'absent' && !lacksModule;
}

/** The very package again, where it is at hand: from it the driver is made whole. */
const sourceOf = ({ version, flavour }: Kept, fitting: readonly Fitting[]): DriverSource =>
  fitting.find(({ offer, build }) => offer.version === version && build.flavour === flavour)?.offer.source ?? {
    kind: 'installed',
  };

const keep = (kept: Kept, demand: DriverDemand, rejected: readonly Rejected[]): Chosen => ({
  ...chosen(demand, kept.judgement, kept.branch, kept.flavour),
  reason: say('choice.installed.kept', { version: kept.version, why: withDoubt(demand, kept.judgement.why) }),
  versions: [kept.version],
  source: { kind: 'installed' },
  rejected,
});
