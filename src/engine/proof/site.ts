import type { Gpu } from '../../domain/gpu.ts';
import type { Command } from '../../domain/machine.ts';
import type { Message } from '../../domain/message.ts';
import type { Worked, Workshop } from '../../domain/workshop.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';

/** A GPU that is to work. */
export type Subject = {
  /** Its PCI address; its number where that is not known. */
  readonly name: string;
  readonly gpu: Gpu;
  /** `CUDA_VISIBLE_DEVICES`: what shows this GPU, or its first MIG device, alone. */
  readonly visible: string;
  /** A MIG device is worked on; `none`: the mode is on, and there is no device. */
  readonly mig: 'off' | 'device' | 'none';
};

/** `tell` hears what is begun; `untilMs`: of the workshop's own clock, when nothing more is begun and what runs is ended. */
export type Site = {
  readonly workshop: Workshop;
  readonly untilMs: number;
  readonly tell: (message: Message) => void;
};

/** Less than that is not worth beginning with. */
const LEAST_MS = 500;

/** Null: no time is left. */
export async function attempt(
  { workshop, untilMs }: Site,
  command: Command,
  options: { readonly atMostMs: number; readonly env?: Readonly<Record<string, string>> },
): Promise<Worked | null> {
  const left = untilMs - workshop.elapsedMs();
  if (left < LEAST_MS || workshop.cancelled()) return null;
  const { atMostMs, ...rest } = options;
  return workshop.run(command, { ...rest, timeoutMs: Math.min(atMostMs, left) });
}

export const skipped = (id: Part['id'], gpu: string | null, message: Message, evidence: string | null = null): Part => ({
  id,
  gpu,
  outcome: 'skipped',
  message,
  figures: [],
  licence: null,
  evidence,
});

export const failed = (id: Part['id'], gpu: string, message: Message, evidence: string | null = null): Part => ({
  ...skipped(id, gpu, message, evidence),
  outcome: 'failed',
});

export const passed = (id: Part['id'], gpu: string, message: Message, figures: Part['figures'] = []): Part => ({
  ...skipped(id, gpu, message),
  outcome: 'passed',
  figures,
});

export const outOfTime = (id: Part['id'], gpu: string | null): Part => skipped(id, gpu, say('proof.no-time'));

const MOST_LINES = 6;
const MOST_LETTERS = 800;

/** The beginning of what a program complained of; `folder` is ours and says nothing to anybody. */
export function complaint({ stdout, stderr }: Worked, { folder }: Workshop): string | null {
  const text = (stderr.trim() === '' ? stdout : stderr).replaceAll(`${folder}/`, '').trim();
  return text === '' ? null : text.split('\n').slice(0, MOST_LINES).join('\n').slice(0, MOST_LETTERS);
}
