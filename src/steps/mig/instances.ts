import { offersOf, type MigGpu } from '../../diagnosis/mig-state.ts';
import { layoutText } from '../../domain/mig-layout.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Proposal } from '../../domain/plan.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { atBoot } from './at-boot.ts';
import { gpusWithMig, noMigWanted } from './gpus.ts';
import { inUse, withoutWatchers } from './in-use.ts';
import { cut, type Cut, type CutFacts } from './cut.ts';

const AHEAD = ['driver.install', 'driver.load', 'mig.mode'];

/** Until the mode is on, nothing is known of instances, and there are none. */
const isAhead = ({ ahead }: Task): boolean => AHEAD.some((id) => ahead.has(id));

function whyNot(cuts: readonly Cut[]): Proposal | null {
  const first = cuts.find((one) => one.kind === 'refused');
  return first?.kind === 'refused' ? blocked(first.why) : null;
}

const nothingOpen = (gpus: readonly MigGpu[]): Proposal =>
  done(gpus.some(({ sizes }) => sizes.length > 0) ? say('step.mig.instances.done') : say('step.mig.instances.none'));

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
    if (!later && on.some(({ mode }) => mode !== 'enabled')) return blocked(say('step.mig.instances.mode-off'));
    const facts: CutFacts = { there, profiles: valueOf(migProfiles), replace: task.profile.mig.replace, later };
    const cuts = on.filter(({ sizes }) => sizes.length > 0).map((gpu) => cut(gpu, facts));
    const refusal = whyNot(cuts);
    if (refusal !== null) return refusal;
    const users = inUse(gpuClients);
    const ready = cuts.filter((one) => one.kind === 'cut');
    const lost = ready.flatMap(({ destroyed }) => destroyed);
    if (lost.length > 0 && users.workers !== null) return blocked(say('step.mig.in-use', { names: users.workers }));
    const changes = ready.flatMap(({ actions }) => actions);
    const kept = atBoot(on.map((gpu) => ({ gpu, offers: offersOf(gpu, facts.profiles) })), migUnit);
    const actions = [...(lost.length > 0 ? withoutWatchers(users, changes) : changes), ...kept];
    if (actions.length === 0) return nothingOpen(on);
    const layout = on.map(({ address, sizes }) => `${address}: ${layoutText(sizes)}`).join('; ');
    return {
      kind: 'todo',
      because: changes.length > 0 ? say('step.mig.instances.todo', { layout }) : say('step.mig.instances.unit'),
      actions,
      warnings: [
        ...(lost.length > 0 ? [say('step.mig.instances.loses', { names: lost.map(({ name, id }) => `${name} (${id})`).join(', ') })] : []),
        ...(lost.length > 0 && users.watchers.length > 0 ? [say('step.mig.stops', { services: users.watchers.join(', ') })] : []),
      ],
    };
  },
});
