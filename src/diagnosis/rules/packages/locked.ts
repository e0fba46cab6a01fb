import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { PackageManager } from '../../../probes/package-manager.ts';
import { say } from '../../../words/say.ts';
import { buildSays, type BuildMessage } from '../../build-log-lines.ts';
import { fromBuildLog, seen } from '../../evidence.ts';
import { watchCommand } from '../../package-tools.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

type Holder = { readonly name: string | Message; readonly evidence: readonly Evidence[] };

function holder(manager: Fact<PackageManager>): Holder | undefined {
  const locked = valueOf(manager)?.lockedBy ?? null;
  if (locked === null) return undefined;
  const name = [locked.program ?? 'PID', ...(locked.pid === null ? [] : [`(${locked.pid})`])].join(' ');
  return { name, evidence: [seen(valueOf(manager)?.manager ?? 'lock', name)] };
}

/** `It is held by process 2054 (unattended-upgr)` of apt; `running as pid 1741`, `process with pid 1741` of dnf and yum. */
function toldHolder(message: BuildMessage): Holder {
  const [, held, program, pid = held] = /held by process (\d+)(?: \(([^)]{1,60})\))?|\bpid (\d+)/.exec(message.line.text) ?? [];
  const name = pid === undefined ? say('finding.packages.locked.another') : `${program ?? 'PID'} (${pid})`;
  return { name, evidence: fromBuildLog(message) };
}

export const packagesLocked = defineRule({
  id: 'packages.locked',
  needs: [],
  wants: ['buildLog', 'os', 'packageManager'],
  judge({ buildLog, os, packageManager }) {
    const message = buildSays(buildLog, 'packages-locked');
    // What an installer said counts where the lock itself cannot be looked at.
    const said = packageManager.known || message === undefined ? undefined : toldHolder(message);
    const locked = holder(packageManager) ?? said;
    if (locked === undefined) return healthyIfKnown({ packageManager });
    const watch = watchCommand(valueOf(packageManager)?.manager ?? valueOf(os)?.packageManager);
    return problem({
      severity: 'warning',
      detail: say('finding.packages.locked.detail', { holder: locked.name }),
      evidence: locked.evidence,
      fix: {
        by: 'guest',
        steps: [say('finding.packages.locked.fix.1', { watch }), say('finding.packages.locked.fix.2')],
      },
    });
  },
});
