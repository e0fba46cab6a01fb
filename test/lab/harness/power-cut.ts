// One run after another on the same prepared guest, each without power at another moment, and each to the same end.
import { existsSync, rmSync } from 'node:fs';
import { say, workFile } from './cache.ts';
import { CARDS } from './card.ts';
import { copyDisk, discard, makeDisk, onDisk, overlay, type Disk } from './disk.ts';
import { differences, everything, type Tree } from './file-tree.ts';
import { makeMedia, MEDIA, withProgram } from './media.ts';
import { gpuGuest, told } from './program.ts';
import { shell, sleep } from './shell.ts';
import { boot, type VirtualMachine } from './virtual-machine.ts';

const APPLY = `apply --yes --media ${MEDIA} --reboot auto`;
const LIMIT = 900_000;

export type Bed = { disk: Disk; memory: string; end: Tree; durationMs: number; close(): void };

/** How the disk looks from outside, after an orderly end. */
async function look(disk: Disk, name: string): Promise<Tree> {
  const raw: Disk = { ...disk, file: workFile(`${name}.raw`), format: 'raw' };
  await shell(['qemu-img', 'convert', '-O', 'raw', disk.file, raw.file], { limitMs: 300_000 });
  try {
    const tree = await onDisk(raw, everything);
    for (const path of tree.keys()) if (path.startsWith('/var/lib/nvidia/') || path.startsWith('/root/')) tree.delete(path);
    return tree;
  } finally {
    discard(raw);
  }
}

/** A guest that is up and about to apply, frozen; and the end that a run without a cut reaches, with the time it takes. */
export async function prepareBed(): Promise<Bed> {
  const media = await makeMedia({ kinds: ['cloud'] });
  const base = await makeDisk('cuts-base', 'cloud', CARDS['p40-8q'], withProgram(media));
  rmSync(media, { recursive: true });
  // Everything comes from the media; under emulation apt would read Debian's index for half of the run's time.
  await onDisk(base, async (root) => { await shell(['rm', '-rf', `${root}/var/lib/apt/lists`, `${root}/var/cache/apt`]); });
  await (await boot(base)).shutdown(); // what a first boot writes is written
  const disk = await overlay(base, 'cuts-ready');
  const memory = workFile('cuts.memory');
  const guest = await boot(disk);
  await guest.run('gpu-guest --help > /dev/null; sync');
  await guest.freeze(memory);

  const whole = await overlay(disk, 'cuts-whole');
  const reference = await boot(whole, { memory });
  const start = Date.now();
  const answer = await gpuGuest(reference, APPLY, LIMIT);
  const durationMs = Date.now() - start;
  if (answer.status !== 0) throw new Error(`a run without a cut fails:\n${told(answer)}`);
  await reference.shutdown();
  const end = await look(whole, 'cuts-whole-look');
  discard(whole);
  say(`a run without a cut takes ${(durationMs / 1000).toFixed(1)} s`);
  return { disk, memory, end, durationMs, close: () => { discard(base, disk); if (existsSync(memory)) rmSync(memory); } };
}

/** The unit may be at work already; otherwise a person says `resume`, or begins again where nothing had been written yet. */
async function reachTheEnd(guest: VirtualMachine): Promise<string> {
  await guest.run('while systemctl is-active -q gpu-guest-resume || [ "$(systemctl is-active gpu-guest-resume)" = activating ]; do sleep 1; done', { limitMs: LIMIT });
  const runs = await gpuGuest(guest, 'runs');
  const last = runs.json.runs.at(-1);
  if (last?.status === 'done') return 'gone on by itself';
  const answer = last ? await gpuGuest(guest, 'resume --yes', LIMIT) : await gpuGuest(guest, APPLY, LIMIT);
  if (answer.status !== 0) throw new Error(`${last ? 'resume' : 'apply'}: ${told(answer)}`);
  return last ? 'resumed' : 'begun anew';
}

/** The guest's disk as power cuts after so many milliseconds of one run would leave it: what QEMU has written by then, and no more. */
export async function cutDisks(bed: Bed, momentsMs: readonly number[]): Promise<Disk[]> {
  const running = await overlay(bed.disk, 'cuts-running');
  const guest = await boot(running, { memory: bed.memory });
  const disks: Disk[] = [];
  try {
    await guest.begin(`gpu-guest ${APPLY} > /root/apply.log 2>&1`);
    let last = 0;
    for (const [at, moment] of momentsMs.entries()) {
      await sleep(moment - last);
      last = moment;
      disks.push(await guest.halted(() => copyDisk(running, `cut-${at}`)));
    }
    return disks;
  } finally {
    await guest.powerCut();
    discard(running);
  }
}

/** Starts a guest from a disk that lost its power; the lines of what is in the end other than it should be. */
async function goOn(bed: Bed, disk: Disk, name: string): Promise<{ how: string; wrong: string[] }> {
  const guest = await boot(disk);
  try {
    const how = await reachTheEnd(guest);
    await guest.shutdown(); // a run that is done has verified itself
    return { how, wrong: differences(bed.end, await look(disk, `${name}-look`)) };
  } finally {
    await guest.powerCut();
  }
}

/** A small generator of numbers in [0, 1), so that a seed gives the same moments again (mulberry32). */
export function moments(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** n cuts spread over the whole run, one at a random moment of each nth part. Disks of cuts that ended otherwise are kept. */
export async function cutAll(count: number, seed: number, report: (line: string) => void): Promise<string[]> {
  report(`${count} cuts, seed ${seed}`);
  const bed = await prepareBed();
  const random = moments(seed);
  const failures: string[] = [];
  try {
    const momentsMs = Array.from({ length: count }, (_, at) => Math.round(((at + random()) / count) * bed.durationMs));
    const disks = await cutDisks(bed, momentsMs);
    const goOnFrom = async ([at, disk]: [number, Disk]) => {
      const start = Date.now();
      const name = `cut ${at + 1} of ${count}, after ${(momentsMs[at]! / 1000).toFixed(2)} s`;
      const kept = await copyDisk(disk, `cut-${at}-kept`);
      const { how, wrong } = await goOn(bed, disk, `cut-${at}`).catch((error: unknown) => ({ how: 'failed', wrong: [String(error)] }));
      report(`${name}: ${wrong.length === 0 ? 'the same end' : `ANOTHER END (${kept.file})`}, ${how} (${Math.round((Date.now() - start) / 1000)} s)`);
      discard(disk, wrong.length === 0 ? kept : undefined);
      if (wrong.length > 0) {
        failures.push(`${name}: ${how}\n${wrong.join('\n')}`);
        report(wrong.join('\n'));
      }
    };
    const waiting = [...disks.entries()];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await goOnFrom(next);
    };
    await Promise.all([lane(), lane()]);
    if (failures.length === 0) bed.close(); // otherwise the kept disks still need what they lie over
  } catch (error) {
    bed.close();
    throw error;
  }
  return failures;
}
