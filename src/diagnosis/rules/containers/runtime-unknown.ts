import { valueOf } from '../../../domain/fact.ts';
import type { Evidence, Judgement } from '../../../domain/finding.ts';
import { CONTAINERD_CONFIG, DOCKER_CONFIG } from '../../../domain/places.ts';
import { defaultProfile } from '../../../domain/profile.ts';
import type { ContainerRuntime, ContainerRuntimes } from '../../../probes/container-runtimes.ts';
import { say } from '../../../words/say.ts';
import { saidByRuntime } from '../../container-error-lines.ts';
import { runtimesFor } from '../../container-state.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

const SAYS = /unknown (?:or invalid )?runtime (?:name|specified):? nvidia/i;

/** All that the guest has, as a profile with `auto` would mean them. */
const ANY = { ...defaultProfile, containers: { runtime: 'auto', toolkit: 'auto' } } as const;

const hasNone = ({ nvidia }: ContainerRuntime): boolean => nvidia === null;

const lineOf = ({ name }: ContainerRuntime): Evidence =>
  seen(name === 'docker' ? DOCKER_CONFIG : CONTAINERD_CONFIG, 'nvidia: –');

/** A daemon turned a container away: an error. A toolkit of which no daemon was told: `docker run --gpus` works without. */
function unknown(said: readonly Evidence[], bare: ContainerRuntimes, version: string | null): Judgement {
  const wasSaid = said.length > 0;
  return problem({
    severity: wasSaid ? 'error' : 'info',
    detail: wasSaid
      ? say('finding.containers.runtime-unknown.detail')
      : say('finding.containers.runtime-unknown.detail.unset', { version: version ?? '?' }),
    evidence: [...said, ...bare.map(lineOf)],
    fix: {
      by: 'guest',
      steps: [say('finding.containers.fix.apply'), say('finding.containers.runtime-unknown.fix.1')],
    },
    becauseOf: ['containers.toolkit-missing'],
  });
}

export const containersRuntimeUnknown = defineRule({
  id: 'containers.runtime-unknown',
  needs: [],
  wants: ['containerErrors', 'containerRuntimes', 'containerToolkit'],
  judge(facts) {
    const daemons = runtimesFor(ANY, valueOf(facts.containerRuntimes) ?? []).filter(({ name }) => name !== 'podman');
    // What was said before is mended where the runtime is named now.
    if (daemons.length > 0 && !daemons.some(hasNone)) return healthy;
    const said = saidByRuntime(facts.containerErrors, SAYS);
    const version = valueOf(facts.containerToolkit)?.version ?? null;
    const bare = version === null ? [] : daemons.filter(hasNone);
    return said.length + bare.length === 0 ? healthyIfKnown(facts) : unknown(said, bare, version);
  },
});
