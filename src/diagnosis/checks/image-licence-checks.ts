/** Licence and CUDA of an image: what stands in its files. */
import type { LicenceChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import { majorMinor } from '../../domain/version.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';
import type { GriddConfig } from '../../probes/gridd-config.ts';
import type { GriddService } from '../../probes/gridd-service.ts';
import type { Setting } from '../../probes/setting.ts';
import type { Tokens } from '../../probes/tokens.ts';
import { say } from '../../words/say.ts';
import { withKnown, type Aim, type Check } from './check.ts';
import { cudaChecks, pathCheck, type CudaCheckFacts } from './cuda-checks.ts';

export type ImageLicenceFacts = {
  readonly griddConfig: Fact<GriddConfig>;
  readonly griddService: Fact<GriddService>;
  readonly tokens: Fact<Tokens>;
};

const LATER = 'choice.licence.image';

function configCheck(fact: Fact<GriddConfig>, wanted: number): readonly Check[] {
  const id = 'license.config';
  const expected = say('check.image.config', { type: wanted });
  return withKnown(id, fact, expected, ({ featureType }): Check => {
    const found =
      featureType === null ? say('check.image.config.none') : say('check.image.config', { type: featureType });
    return { id, ok: featureType === wanted, expected, found, evidence: null };
  });
}

function tokenCheck(fact: Fact<Tokens>, licence: LicenceChoice): readonly Check[] {
  const id = 'license.token';
  if (licence.kind === 'token-missing' && licence.reason.key === LATER) {
    const later = say('check.image.token.later');
    return [{ id, ok: true, expected: later, found: later, evidence: null }];
  }
  const expected = say('check.image.token');
  return withKnown(id, fact, expected, ({ files }): Check => {
    const [file] = files.filter(({ reading }) => reading.valid);
    const ok = files.length === 1 && file !== undefined;
    return { id, ok, expected, found: ok ? expected : say('check.image.token.none'), evidence: file?.path ?? null };
  });
}

function serviceCheck(fact: Fact<GriddService>): readonly Check[] {
  const id = 'license.service';
  const expected = say('check.image.service');
  return withKnown(id, fact, expected, ({ unit, startsAtBoot }): Check => {
    const ok = unit === 'installed' && startsAtBoot === true;
    const not = say(unit === 'absent' ? 'check.image.service.absent' : 'check.image.service.off');
    return { id, ok, expected, found: ok ? expected : not, evidence: null };
  });
}

export function imageLicenceChecks(facts: ImageLicenceFacts, { choice: { licence } }: Aim): readonly Check[] {
  switch (licence.kind) {
    case 'not-required':
      return [];
    case 'provider':
      return serviceCheck(facts.griddService);
    case 'token':
    case 'keep':
    case 'token-missing':
      return [
        ...configCheck(facts.griddConfig, licence.featureType),
        ...tokenCheck(facts.tokens, licence),
        ...serviceCheck(facts.griddService),
      ];
  }
}

export type ImageCudaFacts = CudaCheckFacts & {
  readonly cudaToolkits: Fact<CudaToolkits>;
  readonly setting: Fact<Setting>;
};

/** In a builder that runs, every kind of shell is tried; in an image that is mounted, there is none to try. */
export function imageCudaChecks(facts: ImageCudaFacts, aim: Aim): readonly Check[] {
  const { cuda } = aim.choice;
  if (cuda.kind === 'none' || valueOf(facts.setting)?.kind !== 'mounted') return cudaChecks(facts, aim);
  const wanted = majorMinor(cuda.version);
  const expected = say('check.image.nvcc', { version: wanted });
  const nvcc = withKnown('nvcc', facts.cudaToolkits, expected, ({ toolkits }): Check => {
    const there = toolkits.find(({ version, nvcc: has }) => has && version !== null && majorMinor(version) === wanted);
    const found = there ? expected : say('check.nvcc.none');
    return { id: 'nvcc', ok: there !== undefined, expected, found, evidence: there?.path ?? null };
  });
  return [...nvcc, ...(aim.profile.path ? pathCheck(facts.pathFiles) : [])];
}
