import { offersOf, type MigGpu } from '../../diagnosis/mig-state.ts';
import type { Action } from '../../domain/action.ts';
import { layoutText } from '../../domain/mig-layout.ts';
import { devicesOf, isParted } from '../../domain/mig-shape.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { MigInstances } from '../../probes/mig-instances.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { atBoot } from './at-boot.ts';
import { gpusWithMig, noMigWanted } from './gpus.ts';
import { inUse, withoutWatchers, type InUse } from './in-use.ts';
import { cut, listOf, type Cut, type CutFacts } from './cut.ts';

const AHEAD = ['driver.install', 'driver.load', 'mig.mode'];

/** Until the mode is on, nothing is known of instances, and there are none. */
const isAhead = ({ ahead }: Task): boolean => AHEAD.some((id) => ahead.has(id));

type Ready = Extract<Cut, { readonly kind: 'cut' }>;

function nothingOpen(gpus: readonly MigGpu[]): Proposal {
  const asked = gpus.some(({ shapes }) => shapes.length > 0);
  return done(asked ? say('step.mig.instances.done') : say('step.mig.instances.none'));
}

type Around = { readonly on: readonly MigGpu[]; readonly there: MigInstances; readonly users: InUse; readonly kept: readonly Action[] };

/** What the plan says beforehand of instances that go. */
function warningsOf(ready: readonly Ready[], { there, users: { watchers } }: Around): readonly Message[] {
  const lost = ready.filter(({ destroyed }) => destroyed.length > 0);
  if (lost.length === 0) return [];
  return [
    ...lost.map(({ gpu, destroyed }) => say('step.mig.instances.loses', { address: gpu.address, names: listOf(destroyed, there) })),
    ...(watchers.length > 0 ? [say('step.mig.stops', { services: watchers.join(', ') })] : []),
  ];
}

function change(ready: readonly Ready[], around: Around): Proposal {
  const { on, users, kept } = around;
  const lost = ready.flatMap(({ destroyed }) => destroyed);
  if (lost.length > 0 && users.workers !== null) return blocked(say('step.mig.in-use', { names: users.workers }));
  const changes = ready.flatMap(({ actions }) => actions);
  const alone = lost.length > 0 ? withoutWatchers(users, changes) : changes;
  // What several devices share is made by the script that makes it at boot.
  const isScripts = on.some(({ shapes }) => shapes.some(isParted));
  const actions = isScripts ? [...kept, ...alone] : [...alone, ...kept];
  if (actions.length === 0) return nothingOpen(on);
  const layout = on.map(({ address, shapes }) => `${address}: ${layoutText(devicesOf(shapes))}`).join('; ');
  return {
    kind: 'todo',
    because: changes.length > 0 ? say('step.mig.instances.todo', { layout }) : say('step.mig.instances.unit'),
    actions,
    warnings: warningsOf(ready, around),
  };
}

const lacksMode = ({ mode }: MigGpu): boolean => mode !== 'enabled';

export const migInstances = defineStep({
  id: 'mig.instances',
  on: ['linux'],
  optional: true,
  cures: ['mig.no-instances'],
  needs: ['nvidiaSmi', 'migInstances', 'migUnit'],
  wants: ['migProfiles', 'gpuClients'],
  undo: say('step.mig.instances.undo'),
  unwanted: noMigWanted,
  propose({ nvidiaSmi, migInstances: there, migUnit, migProfiles, gpuClients }, task) {
    const gpus = gpusWithMig({ nvidiaSmi, migInstances: there }, task);
    if ('kind' in gpus) return gpus;
    const on = gpus.filter(({ wanted }) => wanted === 'enabled');
    const later = isAhead(task);
    if (!later && on.some(lacksMode)) return blocked(say('step.mig.instances.mode-off'));
    const facts: CutFacts = { there, profiles: valueOf(migProfiles), replace: task.profile.mig.replace, later };
    const cuts = on.filter(({ shapes }) => shapes.length > 0).map((gpu) => cut(gpu, facts));
    const refused = cuts.find((one) => one.kind === 'refused');
    if (refused) return blocked(refused.why);
    const kept = atBoot(on.map((gpu) => ({ gpu, offers: offersOf(gpu, facts.profiles) })), migUnit);
    return change(cuts.filter((one) => one.kind === 'cut'), { on, there, users: inUse(gpuClients), kept });
  },
});
