import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../src/domain/profile.ts';
import { proposePlan } from '../../src/planning/propose-plan.ts';
import { runtime } from '../steps/container-guests.ts';
import { factsOf, type SomeFacts } from '../steps/facts-of.ts';
import { finished, KERNEL } from '../steps/guests.ts';
import { NO_LIBRARIES, taskOf } from '../steps/task-of.ts';

const plan = (facts: SomeFacts, task = taskOf()) => proposePlan(factsOf(facts), task, 'linux');
const bareWithNouveau: SomeFacts = { nouveau: { loaded: true, inKernels: [KERNEL], blacklistedBy: null } };

describe('a plan with extras that cannot be had', () => {
  const why = { key: 'choice.libraries.none', values: { cuda: 12 } };
  const docker: SomeFacts = { containerRuntimes: [runtime('docker')] };
  const profile = { ...defaultProfile, containers: { runtime: 'docker', toolkit: 'media' }, libraries: { cudnn: 'auto', nccl: 'none' } } as const;
  const task = taskOf({
    profile,
    libraries: { ...NO_LIBRARIES, cudnn: { kind: 'unavailable', cudaMajor: 12, why, rejected: [] } },
    containers: { kind: 'unavailable', why: { key: 'choice.containers.no-media', values: { names: 'x' } }, rejected: [] },
  });
  const leftOut = (steps: Awaited<ReturnType<typeof plan>>['steps']) =>
    steps.flatMap(({ id, proposal }) => (proposal.kind === 'blocked' && proposal.leftOut ? [id] : []));

  it('leaves them out by name, and what builds on them; driver and licence are to do as ever', async () => {
    const { steps: planned } = await plan({ ...bareWithNouveau, ...docker }, task);
    expect(leftOut(planned)).toEqual(['cudnn.install', 'containers.install', 'containers.configure']);
    expect(planned.find(({ id }) => id === 'driver.install')?.proposal.kind).toBe('todo');
    expect(planned.find(({ id }) => id === 'verify')?.proposal.kind).toBe('todo');
  });

  it('is not fulfilled where all else is done: verify is blocked, and says what is missing and what to do', async () => {
    const { steps: planned } = await plan({ ...finished, ...docker }, task);
    expect(planned.find(({ id }) => id === 'verify')?.proposal).toMatchObject({
      kind: 'blocked',
      by: { values: { check: 'containers.docker', found: { key: 'check.containers.unavailable' } } },
    });
    const { steps: without } = await plan(finished, { ...task, profile: { ...profile, containers: defaultProfile.containers } });
    expect(without.find(({ id }) => id === 'verify')?.proposal).toMatchObject({
      by: { values: { check: 'cudnn', found: { key: 'check.libraries.unavailable', values: { why } } } },
    });
  });

  it('does not count the fabric manager among them: without it no program can use GPUs behind NVSwitch', async () => {
    const fabric = { kind: 'unavailable', version: '550.127.05', why, rejected: [] } as const;
    const { steps: planned } = await plan({ ...finished, nvSwitches: ['0000:07:00.0'] }, taskOf({ fabric }));
    const { proposal } = planned.find(({ id }) => id === 'fabric.install')!;
    expect(proposal).toEqual({ kind: 'blocked', by: why });
  });
});
