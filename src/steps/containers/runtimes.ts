import { runtimesFor } from '../../diagnosis/container-state.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { ContainerRuntimes } from '../../probes/container-runtimes.ts';
import { say } from '../../words/say.ts';
import type { Task } from '../step.ts';

export const noContainersWanted = ({ choice: { containers } }: Task): Message | null =>
  containers.kind === 'not-wanted' ? containers.reason : null;

type Blocked = Extract<Proposal, { readonly kind: 'blocked' }>;

/** The runtimes that the profile means, or why it cannot be done. */
export function wantedRuntimes(there: ContainerRuntimes, { profile }: Task): ContainerRuntimes | Blocked {
  const wanted = runtimesFor(profile, there);
  const { runtime } = profile.containers;
  if (wanted.length === 0)
    return {
      kind: 'blocked',
      by: runtime === 'auto' ? say('step.containers.no-runtime') : say('step.containers.not-there', { runtime }),
    };
  return wanted.some(({ snap }) => snap) ? { kind: 'blocked', by: say('step.containers.snap') } : wanted;
}
