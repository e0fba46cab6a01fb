import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Disk } from '../../../probes/disk.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/** MiB below which even a module for one kernel, or its initramfs, no longer fits. What a plan needs, `preflight` asks by itself. */
const LEAST: Readonly<Record<string, number>> = { '/': 100, '/usr': 100, '/var': 100, '/tmp': 50, '/boot': 30, 'C:\\': 500 };

const fullMounts = (disk: Fact<Disk>): Disk =>
  (valueOf(disk) ?? []).filter(({ path, freeMiB }) => freeMiB < (LEAST[path] ?? 0));

export const diskFull = defineRule({
  id: 'disk.full',
  needs: [],
  wants: ['buildLog', 'disk'],
  judge({ buildLog, disk }) {
    const full = fullMounts(disk);
    // What a build ran into may have been cleared away since.
    const message = disk.known ? undefined : buildSays(buildLog, 'disk-full');
    if (full.length === 0 && message === undefined) return healthyIfKnown({ disk });
    return problem({
      severity: 'error',
      detail:
        full[0] === undefined
          ? say('finding.disk.full.detail.said')
          : say('finding.disk.full.detail', { mount: full[0].mount, freeMiB: full[0].freeMiB }),
      evidence: [
        ...full.map(({ mount, path, freeMiB }) => seen('df', `${path} (${mount}): ${freeMiB} MiB`)),
        ...fromBuildLog(message),
      ],
      fix: { by: 'guest', steps: [say('finding.disk.full.fix.1'), say('finding.disk.full.fix.2')] },
    });
  },
});
