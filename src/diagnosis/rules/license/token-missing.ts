import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import type { Message } from '../../../domain/message.ts';
import { TOKEN_FOLDER } from '../../../domain/places.ts';
import type { Cloud } from '../../../probes/cloud.ts';
import type { GriddConfig } from '../../../probes/gridd-config.ts';
import type { Tokens } from '../../../probes/tokens.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, seen } from '../../evidence.ts';
import {
  cloudLicenses,
  griddReading,
  lacksLicence,
  needsLicence,
  smiSaysLicensed,
  wholeCardsOnly,
  type LicenceFacts,
} from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { isImage } from '../../what-is-there.ts';

/** A folder without any file. What is in it and no token is `license.token-invalid`. */
const emptyFolder = (tokens: Fact<Tokens>): readonly Evidence[] =>
  tokens.known && tokens.value.files.length === 0 ? [seen(tokens.value.folder, 'no *.tok file')] : [];

/** A legacy server, or a cloud that licenses by itself: no token is missed. */
const hasOtherWay = (config: Fact<GriddConfig>, cloud: Fact<Cloud>): boolean =>
  (valueOf(config)?.serverAddress ?? null) !== null || cloudLicenses(cloud);

/** The service found none when it looked; a whole one lies there all the same. */
const unseen = (tokens: Fact<Tokens>): string | undefined =>
  valueOf(tokens)?.files.find(({ reading }) => reading.valid)?.path;

const folderOf = (config: Fact<GriddConfig>): string => valueOf(config)?.tokenFolder ?? TOKEN_FOLDER;

/** Due, or missed: the driver or its licensing service says that there is none, and nothing says that only whole cards are there. */
function isDue(facts: LicenceFacts & { readonly griddConfig: Fact<GriddConfig> }, gpus: readonly Gpu[]): boolean {
  const { nvidiaSmi, griddConfig } = facts;
  if (needsLicence(gpus, nvidiaSmi, griddConfig)) return true;
  return lacksLicence(facts) && !wholeCardsOnly(gpus, nvidiaSmi, griddConfig);
}

const stepsFor = (there: string | undefined): readonly Message[] => [
  ...(there === undefined
    ? [say('finding.license.token-missing.fix.1'), say('finding.license.token.fix.install')]
    : [say('finding.license.token-permissions.fix.1', { path: there })]),
  say('finding.fix.restart-gridd'),
];

export const licenseTokenMissing = defineRule({
  id: 'license.token-missing',
  needs: [],
  wants: ['cloud', 'griddConfig', 'griddLog', 'image', 'nvidiaSmi', 'tokens'],
  judge({ image, ...facts }, { gpus }) {
    if (isImage(image)) return notApplicable('its clones get theirs at their first start');
    const { cloud, griddConfig, griddLog, nvidiaSmi, tokens } = facts;
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    const reading = griddReading(griddLog);
    const said = reading.state === 'token-missing' ? fromGriddLog(reading.line) : [];
    const expected = reading.state !== 'licensed' && isDue(facts, gpus);
    const missing = expected && !hasOtherWay(griddConfig, cloud) ? emptyFolder(tokens) : [];
    if (said.length + missing.length === 0) return healthyIfKnown(facts);
    const there = unseen(tokens);
    return problem({
      severity: 'error',
      detail:
        there === undefined
          ? say('finding.license.token-missing.detail', { folder: folderOf(griddConfig) })
          : say('finding.license.token-missing.detail.unseen', { path: there }),
      evidence: [...said, ...missing],
      fix: {
        by: 'guest',
        steps: stepsFor(there),
      },
      becauseOf: [there === undefined ? 'license.legacy-server-config' : 'license.token-permissions'],
    });
  },
});
