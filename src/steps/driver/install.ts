import { refresh } from '../../domain/act.ts';
import type { Proposal } from '../../domain/plan.ts';
import { valueOf } from '../../domain/fact.ts';
import { say } from '../../words/say.ts';
import { unholdPackages } from '../package-commands.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { driverState, isSameVersion, noDriverWanted, packagesOf, targetVersion, type Chosen } from './chosen.ts';
import { buildFor, installation, type InstallationFacts } from './installation.ts';
import { isSecureBootOn, signingActions } from './signing.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Dkms } from '../../probes/dkms.ts';
import type { HeldPackages } from '../../probes/held-packages.ts';
import type { Repository } from '../../probes/repository.ts';

type InstallFacts = InstallationFacts & {
  readonly heldPackages: Fact<HeldPackages>;
  readonly dkms: Fact<Dkms>;
  readonly repository: Fact<Repository>;
};

const nameOfDriver = (chosen: Chosen) =>
  say('step.driver.name', {
    kind: say(`step.driver.kind.${chosen.driver}`),
    version: targetVersion(chosen) ?? '?',
  });

/** The packages are there and the module is not: their sources are built again where DKMS has them. */
function withoutModule(chosen: Chosen, kernel: string, facts: InstallFacts): Proposal | null {
  const target = targetVersion(chosen);
  const hasSources = (valueOf(facts.dkms) ?? []).some(
    ({ module, version }) => module.startsWith('nvidia') && (target === null || isSameVersion(version, target)),
  );
  if (hasSources)
    return {
      kind: 'todo',
      because: say('step.driver.install.build', { kernel }),
      actions: [...signingActions(facts), buildFor(kernel), refresh(['depmod', '-a', kernel], 5 * 60_000)],
    };
  return chosen.source.kind === 'installed'
    ? blocked(say('step.driver.install.no-sources', { kernel }), 'driver.module-missing-for-kernel')
    : null;
}

/** A driver that is there in part is made whole from where it came from. */
function source(chosen: Chosen, { repository }: InstallFacts): Chosen {
  const target = targetVersion(chosen);
  if (chosen.source.kind !== 'installed' || target === null) return chosen;
  const offer = valueOf(repository)?.drivers.find(
    ({ version, flavour }) => isSameVersion(version, target) && flavour === chosen.kernelModule,
  );
  return offer ? { ...chosen, source: { kind: 'distro', packages: offer.packages } } : chosen;
}

function install(chosen: Chosen, facts: InstallFacts, task: Task, isInPart: boolean): Proposal {
  if (isSecureBootOn(facts) && !facts.machineOwnerKey.known) return blocked(say('step.driver.install.no-key-read'));
  const actions = installation(chosen, facts, task);
  if (actions === null) return blocked(say('step.blocked.no-package-manager'));
  if (actions.length === 0)
    return blocked(
      say('step.driver.install.not-whole', { flavour: say(`step.driver.flavour.${chosen.kernelModule}`) }),
    );
  const held = packagesOf(chosen).filter((name) => valueOf(facts.heldPackages)?.includes(name));
  return {
    kind: 'todo',
    because: isInPart
      ? say('step.driver.install.whole', { driver: nameOfDriver(chosen) })
      : say('step.driver.install.todo', { driver: nameOfDriver(chosen), reason: chosen.reason }),
    actions: [...unholdPackages(facts.os.packageManager, held, task.bundle), ...signingActions(facts), ...actions],
  };
}

export const driverInstall = defineStep({
  id: 'driver.install',
  on: ['linux'],
  cures: [
    'driver.missing',
    'driver.wrong-kind',
    'driver.host-guest-mismatch',
    'driver.branch-too-old-for-gpu',
    'driver.gpu-dropped-from-branch',
    'driver.open-module-required',
    'driver.open-module-unsupported',
    'driver.too-old-for-kernel',
    'driver.module-missing-for-kernel',
    'driver.module-wrong-kernel-abi',
    'driver.dkms-failed',
  ],
  needs: ['os', 'kernel', 'installedDrivers', 'nvidiaModule'],
  wants: [
    'packageList',
    'tools',
    'driverLibraries',
    'secureBoot',
    'machineOwnerKey',
    'heldPackages',
    'dkms',
    'repository',
  ],
  undo: say('step.driver.install.undo'),
  unwanted: noDriverWanted,
  propose(facts, task) {
    const { driver } = task.choice;
    if (driver.kind !== 'chosen') return blocked(driver.reason);
    const state = driverState(driver, facts);
    if (state.kind === 'there') return done(say('step.driver.install.done', { driver: nameOfDriver(driver) }));
    if (driver.source.kind === 'unavailable') return blocked(driver.source.why);
    if (state.kind === 'without-module') {
      const proposal = withoutModule(driver, state.kernel, facts);
      if (proposal) return proposal;
    }
    const isInPart = state.kind === 'incomplete' || state.kind === 'without-module';
    return install(state.kind === 'incomplete' ? source(driver, facts) : driver, facts, task, isInPart);
  },
});
