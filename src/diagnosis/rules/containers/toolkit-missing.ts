import type { Evidence } from '../../../domain/finding.ts';
import { valueOf } from '../../../domain/fact.ts';
import { DOCKER_CONFIG, CONTAINERD_CONFIG } from '../../../domain/places.ts';
import type { Message } from '../../../domain/message.ts';
import type { CdiSpecs } from '../../../probes/cdi-specs.ts';
import type { ContainerRuntimes } from '../../../probes/container-runtimes.ts';
import { say } from '../../../words/say.ts';
import { saidByRuntime } from '../../container-error-lines.ts';
import { specInUse } from '../../container-state.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

/** Docker finds no driver for `--gpus`, or the program that it was told to call is not there. */
const SAYS =
  /could not select device driver|nvidia-container-runtime(?:-hook)?"?: (?:executable file not found|no such file)|fork\/exec \S*\/nvidia-(?:ctk|cdi-hook): no such file/i;

/** A configuration that names NVIDIA's runtime outlives the toolkit. */
const leftOver = (runtimes: ContainerRuntimes | undefined): readonly Evidence[] =>
  (runtimes ?? []).flatMap(({ name, nvidia }) =>
    nvidia === null ? [] : [seen(name === 'docker' ? DOCKER_CONFIG : CONTAINERD_CONFIG, `nvidia: ${nvidia}`)],
  );

/** Where its packages put it: a toolkit in a folder of its own is somebody else's. */
const PACKAGED = '/usr/bin/nvidia-';

/** So does a CDI specification, which has the toolkit called for each container. */
function leftSpec(specs: CdiSpecs | undefined, runtimes: ContainerRuntimes | undefined): readonly Evidence[] {
  const spec = runtimes?.length === 0 ? undefined : specInUse(specs ?? []);
  return spec?.hook?.startsWith(PACKAGED) ? [seen(spec.path, `hook: ${spec.hook}`)] : [];
}

function detailOf(said: readonly Evidence[], left: readonly Evidence[]): Message {
  if (said.length > 0) return say('finding.containers.toolkit-missing.detail');
  return left.length > 0 ? say('finding.containers.toolkit-missing.detail.left') : say('finding.containers.toolkit-missing.detail.spec');
}

export const containersToolkitMissing = defineRule({
  id: 'containers.toolkit-missing',
  needs: [],
  wants: ['containerErrors', 'containerRuntimes', 'containerToolkit', 'cdiSpecs'],
  judge(facts) {
    const { containerErrors, containerRuntimes, containerToolkit, cdiSpecs } = facts;
    const toolkit = valueOf(containerToolkit);
    // What a runtime said before the toolkit came is mended.
    if (toolkit && toolkit.version !== null) return healthy;
    const said = saidByRuntime(containerErrors, SAYS);
    const left = toolkit === undefined ? [] : leftOver(valueOf(containerRuntimes));
    const spec = toolkit === undefined ? [] : leftSpec(valueOf(cdiSpecs), valueOf(containerRuntimes));
    if (said.length + left.length + spec.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: detailOf(said, left),
      evidence: [...said, ...left, ...spec],
      fix: {
        by: 'guest',
        steps: [say('finding.containers.fix.apply'), say('finding.containers.toolkit-missing.fix.1')],
      },
    });
  },
});
