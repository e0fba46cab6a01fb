import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidBy } from '../steps/ask.ts';
import { isValid } from '../steps/valid.ts';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { canonical, digestOf } from '../../src/planning/digest.ts';
import { unifiedDiff } from '../../src/planning/diff.ts';
import { CONTAINER_STEPS, LIBRARY_STEPS, MIG_STEPS, MULTI_GPU_STEPS, STEP_ORDER } from '../../src/planning/order.ts';
import { proposePlan } from '../../src/planning/propose-plan.ts';
import { proposeStep } from '../../src/planning/propose-step.ts';
import type { FactKey } from '../../src/probes/facts.ts';
import { steps } from '../../src/steps/index.ts';
import type { Step } from '../../src/steps/step.ts';
import { en } from '../../src/words/en/index.ts';
import { factsOf, UNKNOWN, type SomeFacts } from '../steps/facts-of.ts';
import { finished, KERNEL, smiOf, VWS } from '../steps/guests.ts';
import { taskOf, tesla, noLicence, noCuda } from '../steps/task-of.ts';

const all = steps as readonly Step[];
const plan = (facts: SomeFacts, task = taskOf(), only: readonly string[] | null = null) =>
  proposePlan(factsOf(facts), task, 'linux', { only });

const bareWithNouveau: SomeFacts = { nouveau: { loaded: true, inKernels: [KERNEL], blacklistedBy: null } };

describe('the steps', () => {
  it('are those of the contract, and each has its words', () => {
    expect([...new Set(all.map(({ id }) => id))].sort()).toEqual([...STEP_ORDER].sort());
    for (const { id, undo } of all) {
      expect(en).toHaveProperty([`step.${id}.title`]);
      expect(en).toHaveProperty([undo.key]);
    }
  });

  it('in a finished guest have nothing to do, and say so with words that exist', () => {
    for (const step of all.filter(({ on }) => on.includes('linux'))) {
      const proposal = proposeStep(step, factsOf(finished), taskOf());
      expect([step.id, proposal.kind]).toEqual([step.id, expect.stringMatching(/^(done|not-wanted)$/)]);
      expect(en).toHaveProperty([saidBy(proposal)]);
    }
  });

  it('are never done by ignorance of a fact that they need', () => {
    for (const step of all)
      for (const key of step.needs) {
        const proposal = proposeStep(step, factsOf({ ...finished, [key]: UNKNOWN }), taskOf());
        expect([step.id, key, proposal.kind]).not.toEqual([step.id, key, 'done']);
      }
  });

  it('never throw, whatever is unknown and whatever is ahead', () => {
    const keys = Object.keys(factsOf()) as FactKey[];
    fc.assert(
      fc.property(fc.subarray(keys), fc.subarray([...STEP_ORDER]), fc.boolean(), (unknown, ahead, isFinished) => {
        const facts = factsOf({
          ...(isFinished ? finished : bareWithNouveau),
          ...Object.fromEntries(unknown.map((key) => [key, UNKNOWN])),
        });
        for (const step of all) expect(isValid(proposeStep(step, facts, taskOf({ ahead })))).toBe(true);
      }),
    );
  });
});

describe('a plan', () => {
  it('stands in the order of the contract and has one reboot from bare to licensed', async () => {
    const { steps: planned } = await plan(bareWithNouveau);
    expect(planned.map(({ id }) => id)).toEqual(
      STEP_ORDER.filter((id) => !([...LIBRARY_STEPS, ...MULTI_GPU_STEPS, ...MIG_STEPS, ...CONTAINER_STEPS] as readonly string[]).includes(id)),
    );
    const reboots = planned.filter(
      ({ proposal }) => proposal.kind === 'todo' && proposal.actions.some(({ kind }) => kind === 'reboot'),
    );
    expect(reboots.map(({ id }) => id)).toEqual(['driver.load']);
    expect(planned.filter(({ proposal }) => proposal.kind === 'blocked')).toEqual([]);
  });

  it('for a finished guest has nothing to do, and asks for no rights', async () => {
    const { steps: planned } = await plan({ ...finished, rights: 'user' });
    expect(planned.every(({ proposal }) => ['done', 'not-wanted'].includes(proposal.kind))).toBe(true);
  });

  it('for a guest without rights still says what would be done', async () => {
    const { steps: planned } = await plan({ rights: 'user' });
    expect(planned[0]?.proposal).toMatchObject({ kind: 'blocked', finding: 'rights' });
    expect(planned[1]?.proposal.kind).toBe('todo');
  });

  it('holds only the steps that were asked for', async () => {
    const { steps: planned } = await plan(bareWithNouveau, taskOf(), ['driver.install', 'nouveau.disable']);
    expect(planned.map(({ id }) => id)).toEqual(['nouveau.disable', 'driver.install']);
  });

  it('has the same digest for the same guest, and another for other actions', async () => {
    const first = await plan(bareWithNouveau);
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await plan(bareWithNouveau)).digest).toBe(first.digest);
    expect((await plan({ ...bareWithNouveau, rights: 'user' })).digest).toBe(first.digest);
    expect((await plan(bareWithNouveau, taskOf({ driver: tesla }))).digest).not.toBe(first.digest);
  });

  it('shows what a file says now beside what it will say', async () => {
    const environment = 'PATH="/usr/bin"\n';
    const { steps: planned } = await plan({
      ...finished,
      pathFiles: { environment, profileD: null, ldSoConfD: null, links: {}, cudaBinaries: ['nvcc'] },
    });
    expect(planned.find(({ id }) => id === 'path.configure')?.before).toEqual({ '/etc/environment': environment });
  });
});

describe('digest and diff', () => {
  it('do not depend on the order of keys', async () => {
    expect(canonical({ b: [1, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":1}]}');
    expect(await digestOf({ goal: 'x', steps: [] })).toBe(await digestOf({ steps: [], goal: 'x' }));
  });

  it('show a change with its file, a new file against /dev/null, and no change as nothing', () => {
    expect(unifiedDiff('/etc/x', 'a\nb\n', 'a\nc\n')).toBe('--- /etc/x\n+++ /etc/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
    expect(unifiedDiff('/etc/x', null, 'a\n')).toContain('--- /dev/null\n+++ /etc/x\n');
    expect(unifiedDiff('/etc/x', 'a', 'a')).toBe('');
  });
});

describe('the checks', () => {
  const failed = (facts: SomeFacts, task = taskOf()) =>
    checksOf(factsOf(facts), task)
      .filter(({ ok }) => !ok)
      .map(({ id }) => id);

  it('of a finished guest all hold, one for each GPU, licence, shell and what else counts', () => {
    expect(checksOf(factsOf(finished), taskOf()).map(({ id, ok }) => [id, ok])).toEqual(
      [
        'module',
        'gpu.0000:00:05.0',
        'reboot',
        'license.0000:00:05.0',
        'nvcc.login',
        'nvcc.non-login',
        'nvcc.sudo',
        'nvcc.cron',
        'nvcc.service',
        'path',
        'hypervisor',
      ].map((id) => [id, true]),
    );
  });

  it.each<[string, SomeFacts, readonly string[]]>([
    ['a licence for another product', { nvidiaSmi: smiOf('NVIDIA Virtual Applications') }, ['license.0000:00:05.0']],
    ['no licence', { nvidiaSmi: smiOf(VWS, 'unlicensed') }, ['license.0000:00:05.0']],
    [
      'no devices',
      { nvidiaSmi: { kind: 'failed', exitCode: 6, text: 'No devices were found\n' } },
      ['gpu.0000:00:05.0', 'license'],
    ],
    ['a module that is not loaded', { nvidiaModule: { loaded: null, files: [] } }, ['module', 'reboot']],
    [
      'a shell without nvcc',
      { shellPaths: [{ shell: 'cron', nvcc: null, version: null, untried: null }] },
      ['nvcc.cron'],
    ],
    [
      'what is not known',
      { nvidiaSmi: UNKNOWN, shellPaths: UNKNOWN, hypervisor: UNKNOWN },
      ['gpu.0000:00:05.0', 'license', 'nvcc'],
    ],
  ])('fail by %s', (_, facts, expected) => {
    expect(failed({ ...finished, ...facts })).toEqual(expected);
  });

  it('do not miss nvcc in the sudo of a guest that has no sudo', () => {
    const without = (untried: string): SomeFacts => ({
      ...finished,
      shellPaths: [
        { shell: 'login', nvcc: '/usr/local/bin/nvcc', version: '12.0.140', untried: null },
        { shell: 'sudo', nvcc: null, version: null, untried },
      ],
    });
    expect(failed(without('tool-missing'))).toEqual([]);
    expect(failed(without('permission-denied'))).toEqual(['nvcc.sudo']);
  });

  it('ask for nothing that is not wanted', () => {
    const task = taskOf({ driver: { kind: 'not-wanted', reason: { key: 'x' } }, licence: noLicence, cuda: noCuda });
    expect(checksOf(factsOf(), task).map(({ id }) => id)).toEqual(['hypervisor']);
  });
});
