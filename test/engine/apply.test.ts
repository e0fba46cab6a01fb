import { describe, expect, it } from 'vitest';
import { nothingToUndo, run } from '../../src/domain/act.ts';
import { FaultError } from '../../src/domain/fault.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { statesOf } from '../../src/journal/run-store.ts';
import { failed, succeeded } from '../../src/simulated/guest.ts';
import type { Step } from '../../src/steps/step.ts';
import { autoProfile, benchOf, tiny, type Tiny } from './tiny-bench.ts';
import { snapshot } from './tiny-guest.ts';
import { todo } from './tiny-steps.ts';
import { ORDER, planner, toTheEnd } from './to-the-end.ts';

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: unknown) => (error instanceof FaultError ? error.fault.code : String(error)),
  );

describe('apply', () => {
  it('refuses a second run while one is at work, and says which', async () => {
    const world = tiny();
    const lock = memoryRunLock(() => new Date());
    const first = applyPlan(benchOf(world, { lock }), planner(world), ORDER);
    const second = await applyPlan(benchOf(world, { lock }), planner(world), ORDER).catch((error: unknown) => error);
    expect((second as FaultError).fault).toMatchObject({ code: 'busy', message: { key: 'run.busy' } });
    expect((await first).outcome).toBe('reboot');
  });

  it('refuses to begin beside a run that waits for its reboot; undo of it is open', async () => {
    const world = tiny();
    const start = snapshot(world.guest);
    const order = { ...ORDER, profile: { ...autoProfile, reboot: 'never' as const } };
    expect((await applyPlan(benchOf(world), planner(world), order)).message?.key).toBe('run.reboot.needed');
    expect(await codeOf(applyPlan(benchOf(world), planner(world), ORDER))).toBe('unfinished-run');
    expect((await resumeRun(benchOf(world), planner(world))).outcome).toBe('reboot');
    await undoRun(benchOf(world), null);
    expect(snapshot(world.guest)).toEqual(start);
  });

  it('lets whoever looks on hear of the reboot before the machine goes down with what shows it', async () => {
    const world = tiny();
    const bench = benchOf(world);
    const seen: string[] = [];
    await applyPlan(
      {
        ...bench,
        onEvent: ({ kind }) => seen.push(kind),
        pause: (ms) => Promise.resolve(void seen.push(ms > 0 ? 'pause' : 'none')),
        executor: { ...bench.executor, reboot: () => Promise.resolve(void seen.push('reboot')) },
      },
      planner(world),
      ORDER,
    );
    expect(seen.slice(-3)).toEqual(['reboot-needed', 'pause', 'reboot']);
  });

  it('goes on by itself after a reboot, whoever makes it', async () => {
    const world = tiny();
    const order = { ...ORDER, profile: { ...autoProfile, reboot: 'never' as const } };
    await applyPlan(benchOf(world), planner(world), order);
    const unit = '/etc/systemd/system/gpu-guest-resume.service';
    expect(world.guest.files.text(unit)).toContain('resume --yes');
    await benchOf(world).executor.reboot();
    expect((await resumeRun(benchOf(world), planner(world))).outcome).toBe('done');
    expect(world.guest.files.text(unit)).toBeUndefined();
  });

  it('goes on by a Node.js that only root can replace: one from a home folder is kept with the program', async () => {
    const world = tiny();
    world.guest.files.write('/home/me/.nvm/node', 'a Node.js');
    const order = { ...ORDER, profile: { ...autoProfile, reboot: 'never' as const } };
    const bench = benchOf(world);
    await applyPlan({ ...bench, self: { ...bench.self!, node: '/home/me/.nvm/node' } }, planner(world), order);
    const unit = world.guest.files.text('/etc/systemd/system/gpu-guest-resume.service');
    expect(unit).toContain('ExecStart="/var/lib/gpu-guest/program/node"');
    expect(unit).not.toContain('/home/');
    expect(world.guest.files.text('/var/lib/gpu-guest/program/node')).toBe('a Node.js');
    await benchOf(world).executor.reboot();
    expect((await resumeRun(benchOf(world), planner(world))).outcome).toBe('done');
    expect(world.guest.files.text('/var/lib/gpu-guest/program/node')).toBeUndefined();
  });

  it('refuses another plan than the one agreed to, and takes the very one', async () => {
    const world = tiny();
    expect(await codeOf(applyPlan(benchOf(world), planner(world), { ...ORDER, expect: 'another' }))).toBe(
      'machine-changed',
    );
    expect(await world.store.ids()).toEqual([]);
    const assembled = await planner(world).taskOf(benchOf(world).machine, autoProfile, '');
    const { digest } = await planner(world).proposePlan(benchOf(world).machine, assembled, null);
    expect((await applyPlan(benchOf(world), planner(world), { ...ORDER, expect: digest })).outcome).toBe('reboot');
  });

  it('does only the steps that are asked for, and names a misspelt one', async () => {
    const world = tiny();
    const result = await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
    expect(result.steps.map(({ id, outcome }) => [id, outcome])).toEqual([['license.configure', 'done']]);
    const wrong = await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['licence.configure'] }).catch(
      (error: unknown) => error,
    );
    expect((wrong as FaultError).fault).toMatchObject({
      code: 'bad-request',
      message: { values: { nearest: 'license.configure' } },
    });
  });

  it('needs root, and says so before anything else', async () => {
    const world = tiny();
    world.guest.files.write('/proc/self/status', 'Uid:\t1000\t1000\t1000\t1000\n');
    expect(await codeOf(applyPlan(benchOf(world), planner(world), ORDER))).toBe('needs-admin');
  });

  it('stops where a command fails, with its last lines, and goes on later', async () => {
    const world = tiny();
    const works = world.guest.programs.get('apt-get')!;
    world.guest.programs.set('apt-get', (words, guest) =>
      words[1] === 'install'
        ? failed('E: no network\nE: token eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln', 100)
        : works(words, guest),
    );
    const result = await applyPlan(benchOf(world), planner(world), ORDER);
    expect(result).toMatchObject({ outcome: 'failed', message: { key: 'run.failed.exit', values: { code: 100 } } });
    expect(result.steps.at(-1)).toMatchObject({
      id: 'driver.install',
      outcome: 'failed',
      lastLines: ['E: no network', 'E: token <token-1>'],
    });
    expect(result.steps.map(({ id }) => id)).not.toContain('license.configure');

    world.guest.programs.set('apt-get', works);
    expect((await toTheEnd(world, benchOf(world))).outcome).toBe('done');
    // Newest first, until there is nothing left to take back.
    const start = snapshot(tiny().guest);
    await undoRun(benchOf(world), null);
    await undoRun(benchOf(world), null);
    expect(snapshot(world.guest)).toEqual(start);
    expect(await codeOf(undoRun(benchOf(world), null))).toBe('not-found');
  });

  it('does the refresh that a failed run owed', async () => {
    const fails = { now: true };
    const world = tiny();
    const [first, ...rest] = world.steps;
    const step = {
      ...first!,
      propose: (facts: never, task: never) => {
        const proposal = first!.propose(facts, task);
        if (proposal.kind !== 'todo') return proposal;
        const [write, ...refreshes] = proposal.actions;
        return todo(write!, run(['second-part'], { undo: nothingToUndo('a test') }), ...refreshes);
      },
    } as Step;
    const tinyWorld: Tiny = { ...world, steps: [step, ...rest] };
    world.guest.programs.set('second-part', () => (fails.now ? failed('no') : succeeded()));
    expect((await applyPlan(benchOf(tinyWorld), planner(tinyWorld), ORDER)).outcome).toBe('failed');
    expect(world.guest.files.text('/boot/initrd.img')).toBe('made from: nothing');
    // The file is as the step wants it, so the step itself has nothing to say any more.
    await applyPlan(benchOf(tinyWorld), planner(tinyWorld), { ...ORDER, steps: ['nouveau.disable'] });
    expect(world.guest.files.text('/boot/initrd.img')).toBe('made from: blacklist');
  });

  it('is cancelled between two actions, and can go on', async () => {
    const world = tiny();
    const abort = new AbortController();
    const bench = benchOf(world, { signal: abort.signal });
    const cancelling: Bench = {
      ...bench,
      onEvent: (event) => {
        if (event.kind === 'action-done') abort.abort();
      },
    };
    expect(await applyPlan(cancelling, planner(world), ORDER)).toMatchObject({ outcome: 'cancelled' });
    expect((await statesOf(world.store)).at(-1)).toMatchObject({ status: 'cancelled' });
    let result = await resumeRun(benchOf(world), planner(world));
    while (result.outcome === 'reboot') result = await resumeRun(benchOf(world), planner(world));
    expect(result.outcome).toBe('done');
    expect(world.guest.files.text('/boot/initrd.img')).toBe('made from: blacklist');
  });
});
