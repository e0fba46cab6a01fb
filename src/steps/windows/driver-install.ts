import { reboot } from '../../domain/act.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { WindowsDriver } from '../../probes/windows-driver.ts';
import { say } from '../../words/say.ts';
import { noDriverWanted, targetVersion, type Chosen } from '../driver/chosen.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { installDriver, keepDriver } from './driver-commands.ts';
import { answersForAll, boundDrivers, cardState, inTheWay } from './driver-state.ts';

/** CM_PROB_NEED_RESTART (Microsoft Learn, "Device Manager error messages"). */
const NEEDS_RESTART = 14;

/** No room for the card's memory, disabled by somebody, a signature that Windows refuses; each with what diagnose says of it. */
const NO_RESTART_HELPS: Readonly<Partial<Record<number, string>>> = {
  12: 'pci.bar-unassigned',
  22: 'gpu.init-failed',
  52: 'driver.module-signature-rejected',
};

const nameOf = (chosen: Chosen) =>
  say('step.driver.name', { kind: say(`step.driver.kind.${chosen.driver}`), version: targetVersion(chosen) ?? '?' });

/** What speaks against a package by its INF is the finding that setup would end in. */
const REFUSED = new Set(['choice.media.windows-not-listed', 'choice.media.windows-newer']);

function unavailable({ rejected }: Chosen, why: Parameters<typeof blocked>[0]): Proposal {
  const refused = rejected.find((one) => REFUSED.has(one.why.key));
  if (refused === undefined) return blocked(why);
  return blocked(say('step.windows.driver.install.refused', { file: refused.what, why: refused.why }), 'windows.wrong-package');
}

function install(chosen: Chosen, fact: WindowsDriver, { ahead }: Task): Proposal {
  const { source } = chosen;
  const version = targetVersion(chosen);
  if (source.kind === 'unavailable') return unavailable(chosen, source.why);
  if (source.kind !== 'media' || version === null)
    return blocked(say('step.windows.driver.install.no-package', { driver: nameOf(chosen) }));
  // What the step before removes, it keeps itself.
  const removed = ahead.has('driver.remove-conflicting') ? inTheWay(chosen, fact) : [];
  const replaced = boundDrivers(fact).filter((one) => !removed.includes(one) && one.version !== version);
  return {
    kind: 'todo',
    because: say('step.driver.install.todo', { driver: nameOf(chosen), reason: chosen.reason }),
    actions: [...replaced.flatMap(keepDriver), ...installDriver(source, version)],
  };
}

export const windowsDriverInstall = defineStep({
  id: 'driver.install',
  on: ['windows'],
  cures: ['driver.missing', 'driver.wrong-kind', 'driver.host-guest-mismatch'],
  needs: ['windowsDisplays', 'windowsDriver'],
  wants: ['nvidiaSmi'],
  undo: say('step.windows.driver.install.undo'),
  unwanted: noDriverWanted,
  // A device that has got its driver takes some seconds to start.
  patienceMs: () => 60_000,
  propose({ windowsDisplays, windowsDriver, nvidiaSmi }, task) {
    const { driver } = task.choice;
    if (driver.kind !== 'chosen') return blocked(driver.reason);
    const state = cardState(driver, windowsDisplays, windowsDriver);
    switch (state.kind) {
      case 'ready':
        return done(say('step.windows.driver.install.done', { driver: nameOf(driver) }));
      case 'unknown':
        return answersForAll(valueOf(nvidiaSmi), windowsDisplays)
          ? done(say('step.windows.driver.install.answers', { driver: nameOf(driver) }))
          : blocked(say('step.windows.driver.install.unknown', { driver: nameOf(driver) }));
      case 'problem': {
        const finding = NO_RESTART_HELPS[state.code];
        if (finding !== undefined)
          return blocked(say('step.windows.driver.install.no-restart', { driver: nameOf(driver), code: state.code }), finding);
        return {
          kind: 'todo',
          because: say('step.windows.driver.install.restart', { driver: nameOf(driver), code: state.code }),
          actions: [reboot('step.windows.driver.reboot')],
          ...(state.code === NEEDS_RESTART && { byRebootAlone: true }),
        };
      }
      case 'to-install':
        return install(driver, windowsDriver, task);
    }
  },
});
