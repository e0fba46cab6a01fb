/** The CUDA program on one GPU, and what its end means. */
import type { Message } from '../../domain/message.ts';
import type { Worked } from '../../domain/workshop.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';
import { figuresOf } from './figures.ts';
import { lineOf, programLines, type LineOf, type ProgramLine } from './program-lines.ts';
import { attempt, complaint, failed, outOfTime, passed, skipped, type Site, type Subject } from './site.ts';

const ENOUGH_MS = 20_000;

/** CUDA's own numbers (driver_types.h): what they mean here. */
const MEANINGS: Readonly<Record<number, 'memory' | 'driver' | 'architecture' | 'no-device' | 'refused'>> = {
  2: 'memory',
  35: 'driver',
  46: 'refused',
  100: 'no-device',
  209: 'architecture',
  222: 'driver',
  801: 'refused',
};

function meaningOf({ code, at, text }: LineOf<'error'>): Message {
  const meaning = MEANINGS[code];
  return meaning === undefined ? say('proof.cuda.error', { at, text }) : say(`proof.cuda.error.${meaning}`);
}

/** The parts whose results are not the CPU's. */
const wrongIn = (lines: readonly ProgramLine[]): readonly string[] =>
  lines.flatMap((line) => ('same' in line && !line.same ? [line.part] : []));

const COMPLETE = ['device', 'device-copy', 'to-device', 'to-host', 'product', 'end'] as const;

/** Why the lines are no proof; null: they are. */
function faultIn(lines: readonly ProgramLine[], { gpu }: Subject, exitCode: number): Message | null {
  const error = lineOf(lines, 'error');
  if (error !== undefined) return meaningOf(error);
  const device = lineOf(lines, 'device');
  if (device !== undefined && gpu.address !== null && device.address.toLowerCase() !== gpu.address)
    return say('proof.cuda.other', { address: device.address });
  const wrong = wrongIn(lines);
  if (wrong.length > 0) return say('proof.cuda.wrong', { parts: wrong.join(', ') });
  const isWhole = exitCode === 0 && COMPLETE.every((part) => lineOf(lines, part) !== undefined);
  return isWhole ? null : say('proof.cuda.cut-off', { code: exitCode });
}

/** CUDA's own words where it refused; else what the program said. */
function evidenceOf(lines: readonly ProgramLine[], worked: Worked, site: Site): string | null {
  const error = lineOf(lines, 'error');
  return error === undefined
    ? complaint(worked, site.workshop)
    : `${error.at}: ${error.name} (${String(error.code)}): ${error.text}`;
}

function ofEnded(site: Site, subject: Subject, worked: Worked, exitCode: number): Part {
  const { name, mig } = subject;
  const lines = worked.truncated ? null : programLines(worked.stdout);
  if (lines === null)
    return failed('cuda', name, say('proof.cuda.unreadable', { code: exitCode }), complaint(worked, site.workshop));
  const fault = faultIn(lines, subject, exitCode);
  if (fault !== null) return failed('cuda', name, fault, evidenceOf(lines, worked, site));
  return passed('cuda', name, say(mig === 'device' ? 'proof.cuda.same-mig' : 'proof.cuda.same'), figuresOf(lines, mig === 'device'));
}

function ofEnding(site: Site, subject: Subject, worked: Worked): Part {
  const { ending } = worked;
  const { name } = subject;
  switch (ending.kind) {
    case 'exited':
      return ofEnded(site, subject, worked, ending.exitCode);
    case 'timed-out':
      // Cut short because the whole minute was over: that says nothing of the GPU.
      if (ending.afterMs < ENOUGH_MS) return outOfTime('cuda', name);
      return failed('cuda', name, say('proof.cuda.hangs', { seconds: Math.round(ending.afterMs / 1000) }), complaint(worked, site.workshop));
    case 'killed':
      return failed('cuda', name, say('proof.cuda.killed', { signal: ending.signal }), complaint(worked, site.workshop));
    case 'denied':
      return skipped('cuda', name, say('proof.folder-runs-nothing', { folder: site.workshop.folder }));
    case 'not-found':
      return skipped('cuda', name, say('proof.cuda.gone'));
  }
}

/** Null: CUDA is to be tried on this GPU. */
export function withoutCuda({ name, gpu, mig }: Subject): Part | null {
  if (gpu.vgpu?.cuda === false) return skipped('cuda', name, say('proof.cuda.not-in-type', { type: gpu.vgpu.type ?? '?' }));
  return mig === 'none' ? skipped('cuda', name, say('proof.cuda.mig-empty')) : null;
}

export async function cudaOn(site: Site, subject: Subject, program: string): Promise<Part> {
  site.tell(say('proof.tell.cuda', { gpu: subject.name }));
  const worked = await attempt(site, [program, subject.mig === 'device' ? '-' : (subject.gpu.address ?? '-')], {
    atMostMs: ENOUGH_MS,
    // A MIG device is chosen by its UUID; a whole card by its address, whatever else is visible.
    env: subject.mig === 'device' || subject.gpu.address === null ? { CUDA_VISIBLE_DEVICES: subject.visible } : {},
  });
  return worked === null ? outOfTime('cuda', subject.name) : ofEnding(site, subject, worked);
}
