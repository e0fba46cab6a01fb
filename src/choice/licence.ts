import { cloudRecord, type CloudRecord } from '../catalog/clouds.ts';
import { expectedProduct, productOfFeatureType } from '../catalog/licence-products.ts';
import { majorOfBranch } from '../catalog/vgpu-releases.ts';
import type { DriverChoice, LicenceChoice, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import { say } from '../words/say.ts';
import { isLicensed } from './goal.ts';
import { kindForImage } from './awaited.ts';
import type { ChoiceInput } from './guest.ts';
import { isSameFile } from './offers.ts';
import { offeredToken } from './tokens.ts';

type FeatureType = 0 | 1 | 2 | 4;
type Need = { readonly featureType: FeatureType; readonly product: string | null };

/** How the GRID driver is licensed: by the cloud, by a token that is offered or in place, or not at all. */
export function chooseLicence(input: ChoiceInput, driver: DriverChoice): LicenceChoice {
  const unneeded = notNeeded(driver, input);
  if (unneeded) return unneeded;
  const need = needOf(input, driver);
  const cloud = licensingCloud(input);
  if (cloud) return byProvider(cloud, need.product);
  if (takesTokens(driver) === false) return byLegacyServer(input, need);
  return byToken(input, need);
}

function notNeeded(driver: DriverChoice, { facts }: ChoiceInput): LicenceChoice | null {
  switch (driver.kind) {
    case 'nothing-fits':
      return { kind: 'not-required', reason: say('choice.licence.no-driver') };
    case 'not-wanted': {
      const grid = valueOf(facts.installedDrivers)?.some(({ kind }) => kind === 'grid') ?? false;
      return grid ? null : { kind: 'not-required', reason: say('choice.licence.no-driver') };
    }
    case 'chosen':
      return driver.driver === 'grid' ? null : { kind: 'not-required', reason: say('choice.licence.no-licensing') };
  }
}

/**
 * FeatureType 1 on a vGPU, whose type decides by itself; 2, a workstation, on a card that is passed through. In an image 1, as a vGPU
 * is the likelier to come, unless it is to be a workstation: a vGPU takes 2 as well as 1, a whole card needs it.
 */
function needOf(input: ChoiceInput, driver: DriverChoice): Need {
  const { gpus, profile } = input;
  const vgpu = gpus.find(({ mode }) => mode === 'vgpu')?.vgpu;
  const wished = profile.license.featureType;
  if (!vgpu) {
    const usual = kindForImage(input) !== null && profile.goal !== 'workstation' ? 1 : 2;
    const featureType = wished === 'auto' ? usual : wished;
    return { featureType, product: productOfFeatureType(featureType) };
  }
  const branch = driver.kind === 'chosen' ? driver.branch : null;
  return {
    featureType: wished === 'auto' ? 1 : wished,
    product: vgpu.series === null ? null : expectedProduct(vgpu.series, branch),
  };
}

/** A profile that names a token file wants to be licensed by it, wherever it is. */
function licensingCloud({ facts, profile }: ChoiceInput): CloudRecord | null {
  const here = valueOf(facts.cloud);
  const record = here === undefined ? undefined : cloudRecord(here);
  const named = profile.license.token !== 'auto' && profile.license.token !== 'none';
  return record?.licenses && !named ? record : null;
}

const byProvider = ({ name }: CloudRecord, product: string | null): LicenceChoice => ({
  kind: 'provider',
  cloud: name,
  product,
  reason: say('choice.licence.provider', { cloud: name }),
});

const takesTokens = (driver: DriverChoice): boolean | null => {
  const major = driver.kind === 'chosen' && driver.branch !== null ? majorOfBranch(driver.branch) : undefined;
  return major ? major.licenceServer !== 'legacy' : null;
};

/** Branches before R470 know the legacy licence server alone. */
function byLegacyServer({ facts }: ChoiceInput, need: Need): LicenceChoice {
  const server = valueOf(facts.griddConfig)?.serverAddress ?? null;
  return server === null
    ? { kind: 'token-missing', ...need, reason: say('choice.licence.legacy-only'), rejected: [] }
    : { kind: 'keep', ...need, reason: say('choice.licence.legacy-server', { server }) };
}

/** A guest of an image gets a token of its own; what the service is to ask for is written all the same. */
function comesLater(input: ChoiceInput, rejected: readonly Rejected[]): boolean {
  const { token } = input.profile.license;
  return kindForImage(input) !== null && (token === 'none' || (token === 'auto' && rejected.length === 0));
}

function byToken(input: ChoiceInput, need: Need): LicenceChoice {
  const { facts, profile, now } = input;
  const { best, rejected } = offeredToken(input);
  if (best)
    return {
      kind: 'token',
      ...need,
      file: best.file,
      source: best.source,
      sha256: best.sha256 ?? '',
      reason: say('choice.licence.token', { file: best.file, until: best.token?.expiresAt ?? '?' }),
    };
  const inPlace = valueOf(facts.tokens)?.files.find(
    ({ reading }) => reading.valid && (reading.expiresAt === null || Date.parse(reading.expiresAt) > now.getTime()),
  );
  if (inPlace) return { kind: 'keep', ...need, reason: say('choice.licence.in-place', { file: inPlace.path }) };
  if (isLicensed(facts)) return { kind: 'keep', ...need, reason: say('choice.licence.licensed') };
  if (comesLater(input, rejected)) return { kind: 'token-missing', ...need, reason: say('choice.licence.image'), rejected };
  if (profile.license.token === 'none') return { kind: 'not-required', reason: say('choice.licence.profile-none') };
  return { kind: 'token-missing', ...need, reason: whyMissing(input, rejected), rejected };
}

function whyMissing({ media, profile, facts }: ChoiceInput, rejected: readonly Rejected[]) {
  const { token } = profile.license;
  const early = valueOf(facts.tokens)?.files.find(({ reading }) => reading.trouble === 'not-yet-valid');
  if (early?.reading.why) return say('choice.licence.in-place-early', { file: early.path, why: early.reading.why });
  const unusable = rejected.find(({ what }) => token === 'auto' || isSameFile(what, token));
  if (unusable) return say('choice.licence.unusable', { file: unusable.what, why: unusable.why });
  if (token !== 'auto') return say('choice.licence.file-missing', { file: token });
  return media === null
    ? say('choice.licence.media-not-read')
    : say('choice.licence.missing', { folder: profile.media });
}
