import { classifyGriddLog, type GriddReading, type GriddState } from '../../diagnosis/gridd-log-lines.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import { CONTAINER_SERVICE } from '../../domain/windows-places.ts';
import type { GriddLog } from '../../probes/gridd-log.ts';
import type { GriddService } from '../../probes/gridd-service.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { isForImage } from '../image.ts';
import { isLicensed, wantedProduct } from './licensed.ts';

/** The finding that stands behind what the service says, and whether waiting can still help. */
const BEHIND: Partial<Record<GriddState, string>> = {
  'token-missing': 'license.token-missing',
  'token-invalid': 'license.token-invalid',
  'token-expired': 'license.token-expired',
  'no-entitlement': 'license.no-entitlement',
  'clock-skew': 'license.clock-skew',
  'server-unreachable': 'license.server-unreachable',
  'server-certificate': 'license.server-certificate',
  'feature-type-invalid': 'license.feature-type-invalid',
};

/** Of a licence for another product than the one that is needed: what it is for. */
function otherProduct(smi: NvidiaSmi | undefined, task: Task): string | null {
  if (smi?.kind !== 'answered' || wantedProduct(task) === null) return null;
  return smi.gpus.find(({ licence }) => licence?.state === 'licensed')?.licence?.product ?? null;
}

type WaitFacts = {
  readonly smi: NvidiaSmi | undefined;
  readonly griddLog: Fact<GriddLog>;
  readonly griddService: Fact<GriddService>;
};

/** Windows may run several display containers, each with a licence of its own: of them the first that has none. */
function unlicensedReading(log: GriddLog): GriddReading {
  const instances = [...new Set(log.map(({ instance }) => instance))];
  const readings = instances.map((one) => classifyGriddLog(log.filter(({ instance }) => instance === one)));
  return readings.find(({ state }) => state !== 'licensed' && state !== 'silent') ?? classifyGriddLog(log);
}

const ON_LINUX = {
  noLog: 'step.license.wait.no-log',
  said: 'step.license.wait.said',
  ofState: (state: GriddState) => `step.license.wait.${state}` as const,
} as const;

const ON_WINDOWS = {
  noLog: 'step.license.wait.windows.no-log',
  said: 'step.license.wait.windows.said',
  ofState: (state: GriddState) =>
    state === 'feature-type-invalid' ? 'step.license.wait.windows.feature-type-invalid' : ON_LINUX.ofState(state),
} as const;

const wordsFor = (service: Fact<GriddService>) =>
  valueOf(service)?.name === CONTAINER_SERVICE ? ON_WINDOWS : ON_LINUX;

/** Why there is no licence yet, in the service's own words where it has some. */
function whyNot({ smi, griddLog, griddService }: WaitFacts, task: Task): { readonly because: Message; readonly finding: string } {
  const other = otherProduct(smi, task);
  if (other !== null)
    return {
      because: say('step.license.wait.other-product', { found: other, wanted: wantedProduct(task) ?? '?' }),
      finding: 'license.product-mismatch',
    };
  const words = wordsFor(griddService);
  if (!griddLog.known) return { because: say(words.noLog), finding: 'license.unlicensed' };
  const { state, line } = unlicensedReading(griddLog.value);
  const what = say(words.ofState(state));
  return {
    because: line === null ? what : say(words.said, { what, line }),
    finding: BEHIND[state] ?? 'license.unlicensed',
  };
}

export const licenseWait = defineStep({
  id: 'license.wait',
  on: ['linux', 'windows'],
  cures: ['license.unlicensed', 'license.unlicensed-restricted'],
  needs: [],
  wants: ['nvidiaSmi', 'griddLog', 'griddService'],
  undo: say('step.license.wait.undo'),
  unwanted(task) {
    const { licence } = task.choice;
    if (licence.kind === 'not-required') return licence.reason;
    return isForImage(task) ? say('step.image.license.wait') : null;
  },
  patienceMs: ({ profile }) => profile.license.waitSeconds * 1000,
  propose({ nvidiaSmi, griddLog, griddService }, task) {
    const { licence } = task.choice;
    if (licence.kind === 'token-missing') return blocked(licence.reason, 'license.token-missing');
    const isAhead = [...task.ahead].some((id) => /^(nouveau|driver|license)\./.test(id));
    if (isAhead) return { kind: 'todo', because: say('step.license.wait.todo'), actions: [] };
    // A guest that has just started may be too busy to answer in time.
    if (!nvidiaSmi.known)
      return {
        kind: 'todo',
        because: say('step.license.wait.no-answer', { why: ignoranceSaid(nvidiaSmi.ignorance) }),
        actions: [],
      };
    const smi = nvidiaSmi.value;
    if (isLicensed(smi, task)) return done(say('step.license.wait.done'));

    if (smi.kind !== 'answered' || smi.gpus.length === 0) return blocked(say('step.license.wait.no-smi'));
    const { because, finding } = whyNot({ smi, griddLog, griddService }, task);
    // A service that ended on a bad token will not try again; one that runs may still succeed.
    const service = valueOf(griddService);
    const isOver = service !== undefined && !service.active;
    return isOver ? blocked(because, finding) : { kind: 'todo', because, actions: [] };
  },
});
