import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { CdiSpecs } from '../../../probes/cdi-specs.ts';
import type { ContainerErrors } from '../../../probes/container-errors.ts';
import type { MigInstances } from '../../../probes/mig-instances.ts';
import { say } from '../../../words/say.ts';
import { saidByRuntime } from '../../container-error-lines.ts';
import { cdiName, describesMig, specInUse } from '../../container-state.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';
import { loadedModule } from '../../what-is-there.ts';

type Told = { readonly detail: Message; readonly evidence: readonly Evidence[] };

/** It names other MIG devices than there are; null: it does not, or nobody knows. */
function otherDevices(spec: CdiSpecs[number], mig: MigInstances | undefined): Told | null {
  if (mig === undefined || describesMig(spec, mig)) return null;
  const named = spec.devices.join(', ');
  const there = mig.devices.map(cdiName).join(', ') || '–';
  const listed = mig.devices.map((one) => `MIG ${one.name} ${cdiName(one)}`).join(', ') || 'no MIG devices';
  return {
    detail: say('finding.containers.cdi-stale.detail.mig', { path: spec.path, named, there }),
    evidence: [seen(spec.path, named), seen('nvidia-smi -L', listed)],
  };
}

/** crun: ``cannot stat `/usr/…/libcuda.so.525.105.17`: No such file or directory``; runc: `error mounting "/usr/…" to rootfs at …: no such file or directory`. */
const GONE = /\b(?:crun|runc)\b.*\/lib(?:cuda|nvidia[\w-]*)\.so\.(\d+\.\d[\d.]*\d).*no such file or directory/i;
const UNRESOLVED = /unresolvable CDI devices/i;

/** What a runtime printed; null: nothing of the kind. */
function saidOf(errors: Fact<ContainerErrors>): Told | null {
  const [gone] = saidByRuntime(errors, GONE);
  const [, driver] = GONE.exec(gone?.text ?? '') ?? [];
  if (gone && driver !== undefined) return { detail: say('finding.containers.cdi-stale.detail.gone', { driver }), evidence: [gone] };
  const evidence = saidByRuntime(errors, UNRESOLVED);
  return evidence.length === 0 ? null : { detail: say('finding.containers.cdi-stale.detail.said'), evidence };
}

/** Which MIG devices there are matters to a specification alone. */
const ifDescribed = (spec: CdiSpecs[number] | undefined, migInstances: Fact<MigInstances>) => (spec ? { migInstances } : {});

export const containersCdiStale = defineRule({
  id: 'containers.cdi-stale',
  needs: [],
  wants: ['containerErrors', 'cdiSpecs', 'nvidiaModule', 'migInstances'],
  judge(facts) {
    const { containerErrors, cdiSpecs, nvidiaModule, migInstances } = facts;
    const spec = specInUse(valueOf(cdiSpecs) ?? []);
    const driver = loadedModule(nvidiaModule)?.version;
    const fix = {
      by: 'guest',
      steps: [say('finding.containers.fix.apply'), say('finding.containers.cdi-stale.fix.1')],
    } as const;
    if (spec?.driver != null && driver !== undefined && spec.driver !== driver)
      return problem({
        severity: 'error',
        detail: say('finding.containers.cdi-stale.detail', { path: spec.path, described: spec.driver, driver }),
        evidence: [seen(spec.path, `libcuda.so.${spec.driver}`), seen('/proc/driver/nvidia/version', driver)],
        fix,
        becauseOf: ['driver.reboot-pending', 'driver.userspace-kernel-mismatch'],
      });
    const other = spec && otherDevices(spec, valueOf(migInstances));
    if (other) return problem({ severity: 'error', ...other, fix });
    const said = saidOf(containerErrors);
    if (said === null) return healthyIfKnown({ containerErrors, cdiSpecs, nvidiaModule, ...ifDescribed(spec, migInstances) });
    return problem({
      severity: 'error',
      ...said,
      fix,
      becauseOf: ['containers.toolkit-missing'],
    });
  },
});
