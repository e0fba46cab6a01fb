/** What a clone does at its first start: it takes a token from an attached disk, where one is, and is an image no longer. */
import { valueOf } from '../../domain/fact.ts';
import { FaultError } from '../../domain/fault.ts';
import type { Command } from '../../domain/machine.ts';
import type { Message } from '../../domain/message.ts';
import { CLONE_MARK, SEAL_MARK } from '../../domain/places.ts';
import { defaultProfile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';
import { applyPlan } from '../apply.ts';
import type { Bench } from '../bench.ts';
import { examine } from '../examine.ts';
import { registryPlanner } from '../registry-planner.ts';
import { requireRoot } from '../require-root.ts';
import { FIRST_START_UNIT, FIRST_START_WANTED } from './first-start-unit.ts';

/** udev links every file system by its label. FAT labels are in capitals. */
const DISKS = ['/dev/disk/by-label/GPU-GUEST', '/dev/disk/by-label/gpu-guest'];
const MOUNT = '/run/gpu-guest/first-start';
const MINUTE = 60_000;

export type FirstStart = {
  readonly outcome: 'done' | 'failed' | 'nothing-to-do';
  readonly message: Message;
};

const ran = async ({ executor }: Bench, command: Command): Promise<boolean> => {
  const ending = await executor.run(command, { timeoutMs: MINUTE });
  return ending.kind === 'exited' && ending.exitCode === 0;
};

async function attachedDisk({ machine }: Bench): Promise<string | undefined> {
  for (const disk of DISKS) if ((await machine.status(disk)) !== undefined) return disk;
  return undefined;
}

/** Of the whole plan only these: what else the image has was made, and checked, before it was sealed. */
const STEPS = ['license.token', 'license.restart-service'];

async function takeFrom(bench: Bench, disk: string): Promise<FirstStart> {
  const { executor } = bench;
  // The folder to mount at; the file in it is gone before anything is mounted over it.
  await executor.write(`${MOUNT}/.here`, '', 0o600);
  await executor.remove(`${MOUNT}/.here`, 'one');
  if (!(await ran(bench, ['mount', '-o', 'ro,nosuid,nodev,noexec', disk, MOUNT])))
    return { outcome: 'failed', message: say('first-start.not-mounted', { disk }) };
  try {
    const profile = { ...defaultProfile, media: MOUNT, reboot: 'never' as const };
    const { outcome, message } = await applyPlan(bench, registryPlanner(), { profile, steps: STEPS, expect: null });
    if (outcome === 'done' || outcome === 'nothing-to-do') return { outcome: 'done', message: say('first-start.token', { disk }) };
    return { outcome: 'failed', message: message ?? say('first-start.no-token', { disk }) };
  } catch (error) {
    // Expected: nothing fits, another run is at work. The clone is in use all the same.
    if (error instanceof FaultError) return { outcome: 'failed', message: error.fault.message };
    throw error;
  } finally {
    await ran(bench, ['umount', MOUNT]);
    await executor.removeEmptyFolder(MOUNT);
  }
}

/** A token that cloud-init has brought, or that was kept: the service may have started before it. */
async function withToken(bench: Bench): Promise<FirstStart> {
  await ran(bench, ['systemctl', 'try-restart', 'nvidia-gridd']);
  return { outcome: 'done', message: say('first-start.has-token') };
}

async function bringToken(bench: Bench): Promise<FirstStart> {
  const { tokens } = await examine(bench.machine, ['tokens']);
  if ((valueOf(tokens)?.files.length ?? 0) > 0) return withToken(bench);
  const disk = await attachedDisk(bench);
  return disk === undefined ? { outcome: 'done', message: say('first-start.without-token') } : takeFrom(bench, disk);
}

/** The mark of the image goes last: cut off before that, the next start does all of it again. */
export async function firstStart(bench: Bench): Promise<FirstStart> {
  await requireRoot(bench);
  const { machine, executor } = bench;
  if ((await machine.status(SEAL_MARK)) === undefined)
    return { outcome: 'nothing-to-do', message: say('first-start.not-sealed') };
  const brought = await bringToken(bench);
  const mark = { schema: 'gpu-guest/clone@1', at: machine.now().toISOString(), version: bench.version };
  await executor.write(CLONE_MARK, `${JSON.stringify(mark, null, 2)}\n`, 0o644);
  for (const path of [FIRST_START_WANTED, FIRST_START_UNIT, SEAL_MARK]) await executor.remove(path, 'one');
  return brought;
}
