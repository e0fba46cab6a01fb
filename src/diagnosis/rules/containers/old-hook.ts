import { say } from '../../../words/say.ts';
import { specInUse } from '../../container-state.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

/** Without a CDI specification the hook is how Podman gets its GPUs, and no mistake. */
export const containersOldHook = defineRule({
  id: 'containers.old-hook',
  needs: ['containerToolkit', 'cdiSpecs'],
  judge({ containerToolkit, cdiSpecs }) {
    const [hook] = containerToolkit.hooks;
    const spec = specInUse(cdiSpecs);
    if (hook === undefined || spec === undefined) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.containers.old-hook.detail', { hook, spec: spec.path }),
      evidence: [seen('OCI hooks', hook), seen('CDI', spec.path)],
      fix: {
        by: 'guest',
        steps: [say('finding.containers.fix.apply'), say('finding.containers.old-hook.fix.1', { hook })],
      },
    });
  },
});
