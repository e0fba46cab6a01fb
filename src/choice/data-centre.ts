import { supportOf } from '../catalog/branches.ts';
import { cardsAlike } from '../catalog/gpus.ts';
import { FIRST_GEFORCE_IN_GUESTS } from '../catalog/windows-drivers.ts';
import type { Gpu } from '../domain/gpu.ts';
import { compareVersions } from '../domain/version.ts';
import { say } from '../words/say.ts';
import { together, unfit, type Driver, type Judgement } from './judgement.ts';
import { gpuIds, gpuName } from './presentation.ts';
import { supportWords } from '../words/branch-support.ts';

/** Known support comes before what no list says yet. */
const UNCERTAIN = 10;

/** A driver that does not start a consumer card of a guest, whatever its lists say. */
const minds = ({ cardClass }: Gpu, { version, windows }: Driver): boolean =>
  windows === true && cardClass === 'consumer' && version !== null && compareVersions(version, FIRST_GEFORCE_IN_GUESTS) < 0;

/** Does a driver support a card that is passed through? No host matters; the support lists decide. */
export function judgeForCard(gpu: Gpu, driver: Driver): Judgement {
  if (minds(gpu, driver)) return unfit(say('choice.media.geforce-in-guest', { first: FIRST_GEFORCE_IN_GUESTS }));
  if (gpu.deviceId !== null) return judgeById(gpu, gpu.deviceId, driver);
  const cards = cardsAlike(gpu.name ?? '');
  return cards.length === 0
    ? unfit(say('choice.support.no-device-id', { gpu: gpuName(gpu) }))
    : together(cards.map(({ id }) => judgeById(gpu, id, driver)));
}

function judgeById(gpu: Gpu, deviceId: string, { branch, version, windows }: Driver): Judgement {
  // Point releases are known by their Linux numbers.
  const support = supportOf(deviceId, branch, windows === true ? null : version);
  const why = supportWords(gpuName(gpu), branch, support.because);
  if (support.supports === false) return unfit(why);
  if (support.because.kind === 'unknown-card') return unfit(say('choice.support.unknown-card', { gpu: gpuIds(gpu) }));
  const known = support.supports === true || support.because.kind === 'by-architecture';
  return { fits: true, rank: known ? 0 : UNCERTAIN, exact: gpu.doubtful !== true, why };
}
