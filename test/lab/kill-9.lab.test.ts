// SIGKILL at every event of the journal in turn: the run reaches the same end, and undone, the guest is as it was.
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { say } from './harness/cache.ts';
import type { Container } from './harness/container.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { makeMedia, MEDIA } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told, type Answer } from './harness/program.ts';
import { KILL_AT, withQuickGuest } from './harness/quick-guest.ts';

const APPLY = `apply --yes --media ${MEDIA} --reboot never`;
/** 0: all. Otherwise every nth event. */
const EVERY = Math.max(1, Number(process.env['LAB_KILL_EVERY'] ?? 1));

/** The tree, less what tells when a thing was done and not what was done. */
async function endState(guest: Container): Promise<Tree> {
  const tree = await everything(guest.root);
  for (const path of tree.keys()) if (path.startsWith('/var/lib/nvidia')) tree.delete(path);
  return tree;
}

async function undo(guest: Container, start: Tree, what: string) {
  const undone = await gpuGuest(guest, 'undo --yes');
  expect([0, 10], `${what}: ${told(undone)}`).toContain(undone.status);
  expect(differences(start, await endState(guest)), what).toEqual([]);
}

async function killedAt(guest: Container, event: number): Promise<boolean> {
  const { status, stdout } = await guest.run(`${KILL_AT} ${event} gpu-guest ${APPLY} --json`, { anyStatus: true });
  if (status !== 0 && status !== 100) throw new Error(`kill-at: ${stdout}`);
  return status === 0;
}

/** Behind the last event only the mark of a verified guest is still to come: there is no run to go on with. */
async function isDone(guest: Container, resumed: Answer): Promise<boolean> {
  return resumed.status === 2 && (await gpuGuest(guest, 'runs')).json.runs.at(-1)?.status === 'done';
}

inTheLab('kill -9', () => {
  test('at every event of a run, then resumed, then undone', async () => {
    const media = await makeMedia({ kinds: ['cloud'] });
    await withQuickGuest('kill-9', media, async guest => {
      rmSync(media, { recursive: true });
      const start = await endState(guest);
      const whole = await gpuGuest(guest, APPLY);
      expect(whole.status, told(whole)).toBe(0);
      const end = await endState(guest);
      await undo(guest, start, 'a run left alone');

      let event = 1;
      for (; await killedAt(guest, event); event += EVERY) {
        const what = `killed at event ${event}`;
        const resumed = await gpuGuest(guest, 'resume --yes --reboot never');
        if (!(await isDone(guest, resumed))) expect(resumed.status, `${what}: ${told(resumed)}`).toBe(0);
        expect(differences(end, await endState(guest)), what).toEqual([]);
        await undo(guest, start, what);
      }
      say(`killed at events 1 to ${event - EVERY}${EVERY > 1 ? `, every ${EVERY}th` : ''}`);
      expect(event).toBeGreaterThan(20);
    });
  }, 40 * 60_000);
});
