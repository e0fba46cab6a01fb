import type { DriverChoice } from '../domain/choice.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { chooseCuda, driverVersion, fitWords, needsWords, runsOn, unfitToolkit, withoutCuda } from './cuda.ts';
import { otherSystem } from './cuda-installer.ts';
import { fitOfToolkit } from './containers.ts';
import { demandOf } from './demand.ts';
import type { ChoiceInput } from './guest.ts';
import { flavourOf, judge } from './judge.ts';
import { unusableDriver, unusableFile } from './media-driver.ts';
import { isWindows, numbered } from './numbered.ts';
import { fitOfFabricManager } from './fabric.ts';
import { fitOfLibrary } from './libraries.ts';
import { bundleMisfit, bundleWords, otherKernel } from './offline.ts';
import { unusableToken } from './tokens.ts';

export type Fitness = { readonly fits: boolean; readonly why: Message };

const yes = (why: Message): Fitness => ({ fits: true, why });
const no = (why: Message): Fitness => ({ fits: false, why });

type Judge = (item: MediaItem, input: ChoiceInput, driver: DriverChoice) => Fitness;

const fitOfLibraryHere: Judge = (item, input, driver) => fitOfLibrary(item, input, chooseCuda(input, driver));

/** By kind; each is asked when it is there. */
const JUDGES: Readonly<Record<MediaItem['what'], Judge>> = {
  driver: (item, input) => fitOfDriver(item, input),
  'driver-host': (item, input) => fitOfDriver(item, input),
  cuda: (item, input, driver) => fitOfCuda(item, input, driver),
  token: (item, input, driver) => fitOfToken(item, input, driver),
  'container-toolkit': fitOfToolkit,
  cudnn: fitOfLibraryHere,
  nccl: fitOfLibraryHere,
  'fabric-manager': fitOfFabricManager,
  'offline-bundle': (item, input) => fitOfBundle(item, input),
  'vgpu-bundle': (item) => fitOfZip(item),
  unknown: (item) => no(whyUnknown(item)),
};

/** Does this file fit this guest, whatever else lies beside it? `driver`: the choice made for the guest, for CUDA's sake. */
export const fitOf: Judge = (item, input, driver) => JUDGES[item.what](item, input, driver);

const whyUnknown = (item: MediaItem): Message => item.remark ?? spoilt(item) ?? say('choice.media.unknown');

const fitOfZip = (item: MediaItem): Fitness => {
  const because = spoilt(item);
  return because ? no(because) : yes(say('choice.media.bundle'));
};

const spoilt = ({ integrity }: MediaItem): Message | null => (integrity.kind === 'broken' ? integrity.because : null);

function fitOfBundle({ integrity, offline }: MediaItem, { facts }: ChoiceInput): Fitness {
  if (offline === undefined || integrity.kind !== 'intact')
    return no(integrity.kind === 'intact' ? say('media.offline-bundle.spoilt') : integrity.because);
  const misfit = bundleMisfit(offline, facts) ?? otherKernel(offline, facts);
  return misfit ? no(misfit) : yes(bundleWords(offline));
}

function fitOfDriver(item: MediaItem, input: ChoiceInput): Fitness {
  const demand = demandOf(input);
  const wanted = demand.kind === 'driver' ? demand.driver : item.flavour === 'grid' ? 'grid' : 'tesla';
  const unusable = unusableDriver(item, wanted, input);
  if (unusable) return no(unusable);
  if (demand.kind !== 'driver') return no(demand.reason);
  const driver = numbered(item.version ?? '', isWindows(input.facts));
  if (driver === null) return no(say('choice.media.no-version'));
  const wish = input.profile.driver.kernelModule;
  const judgement = judge(demand.faces, driver, wish);
  if (!judgement.fits) return no(judgement.why);
  return flavourOf(demand.faces, driver, wish, item.moduleFlavours) === null
    ? no(say('choice.module.offered', { offered: item.moduleFlavours.join(', ') }))
    : yes(judgement.why);
}

/** Which driver it will be: one that is at hand, or the one that the host of a vGPU asks for. */
const isSettled = (driver: DriverChoice): boolean =>
  driver.kind !== 'chosen' || driver.source.kind !== 'unavailable' || (driver.driver === 'grid' && driver.exact);

function fitOfCuda(item: MediaItem, input: ChoiceInput, driver: DriverChoice): Fitness {
  const unusable = unusableFile(item, input.facts) ?? otherSystem(item, input.facts);
  if (unusable) return no(unusable);
  const unable = withoutCuda(input.gpus);
  if (unable) return no(unable);
  const version = driverVersion(input, driver);
  if (version === null) return no(say('choice.cuda.no-driver'));
  const on = runsOn(input.facts, version);
  const why = unfitToolkit(item.version, input.gpus, on);
  if (why) return no(why);
  return yes(isSettled(driver) ? fitWords(item.version ?? '', on) : needsWords(item.version ?? '', on));
}

function fitOfToken(item: MediaItem, { now }: ChoiceInput, driver: DriverChoice): Fitness {
  const unusable = unusableToken(item, now);
  if (unusable) return no(unusable);
  const unlicensed = driver.kind === 'chosen' && driver.driver !== 'grid';
  if (unlicensed) return no(say('choice.licence.no-licensing'));
  const until = item.token?.expiresAt ?? null;
  return yes(until === null ? say('choice.token.no-expiry') : say('choice.token.valid', { until }));
}
