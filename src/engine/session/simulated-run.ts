/** A run on a simulated guest, in this process, at a pace that a person can follow. */
import { FaultError } from '../../domain/fault.ts';
import type { Translate } from '../../words/translate.ts';
import { say } from '../../words/say.ts';
import { applyPlan } from '../apply.ts';
import type { Bench, LiveEvent, RunResult } from '../bench.ts';
import { eventLine } from '../event-line.ts';
import { registryPlanner } from '../registry-planner.ts';
import { resumeRun } from '../resume.ts';
import { undoRun } from '../undo.ts';
import { rebootOf, runOf, type Order } from './order.ts';
import type { SessionMachine } from './machines.ts';
import type { SessionPorts } from './ports.ts';
import { closePage, type RunPage } from './run-page.ts';

type Simulated = Extract<SessionMachine, { kind: 'simulated' }>;

/** A boot takes as long as so many commands. */
const BOOT_STEPS = 8;

function carryOut(bench: Bench, order: Order): Promise<RunResult> {
  switch (order.kind) {
    case 'apply':
      return applyPlan(bench, registryPlanner(), { profile: order.profile, steps: null, expect: order.digest });
    case 'resume':
      return resumeRun(bench, registryPlanner(), { reboot: order.reboot });
    case 'undo':
      return undoRun(bench, order.run, { reboot: order.reboot });
  }
}

export type SimulatedRun = {
  readonly machine: Simulated;
  readonly page: RunPage;
  readonly translate: Translate;
  readonly ports: SessionPorts;
  /** It has begun, under this id. */
  readonly onRun: (run: string) => void;
};

/** Commands of a simulated guest end at once; a person wants to see them at work. */
function paced({ executor }: Simulated, { pause, simulatedStepMs }: SessionPorts): Simulated['executor'] {
  return {
    ...executor,
    async run(command, deed) {
      await pause(simulatedStepMs);
      return executor.run(command, deed);
    },
    async reboot() {
      await pause(simulatedStepMs * BOOT_STEPS);
      await executor.reboot();
    },
  };
}

function benchOf(order: Order, work: SimulatedRun, stop: AbortController): Bench {
  const { machine, page, translate, ports, onRun } = work;
  let run = runOf(order);
  let begun = false;
  const goesOn = rebootOf(order) === 'auto';
  return {
    machine: machine.observer,
    executor: paced(machine, ports),
    store: machine.store,
    lock: machine.lock,
    pause: () => ports.pause(ports.simulatedStepMs),
    signal: stop.signal,
    onEvent(event: LiveEvent) {
      if (event.kind === 'run-started') ({ run } = event);
      const line = eventLine(event, translate, { run, simulated: true });
      if (line === undefined) return;
      page.append(line, 'heard', goesOn && line.event === 'reboot-needed');
      if (run === null || begun) return;
      begun = true;
      onRun(run);
    },
    self: null,
    version: ports.version,
  };
}

/** A simulated guest has no unit that goes on after the reboot: what it would do is done here. */
async function throughReboots(bench: Bench, order: Order): Promise<RunResult> {
  let result = await carryOut(bench, order);
  while (result.outcome === 'reboot' && result.run !== null && rebootOf(order) === 'auto')
    result = await carryOut(bench, { kind: 'resume', run: result.run, reboot: 'auto' });
  return result;
}

/** Resolves when the run has ended for now; rejects where it does not begin. Its page is ended in any case. */
export async function runSimulated(order: Order, work: SimulatedRun): Promise<RunResult> {
  const { machine, page, translate, ports } = work;
  const stop = new AbortController();
  const before = page.lines().length;
  page.begin(() => {
    stop.abort();
  });
  const close = (run: string | null, message: string, cancelled = false) => {
    if (run === null || page.lines().length === before) page.end();
    else closePage(page, before, { run, t: machine.observer.now().toISOString(), message, cancelled });
  };
  try {
    const result = await throughReboots(benchOf(order, work, stop), order);
    close(result.run, result.message === null ? '' : translate(result.message), result.outcome === 'cancelled');
    return result;
  } catch (error) {
    // A refusal, or a bug: told by whoever awaits this; a run that had begun has its end here.
    if (!(error instanceof FaultError)) ports.onBug(error);
    close(page.lines().at(-1)?.run ?? null, translate(say('cli.internal', { error: error instanceof Error ? error.message : String(error) })));
    throw error;
  }
}
