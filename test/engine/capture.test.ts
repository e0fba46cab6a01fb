import { describe, expect, it } from 'vitest';
import { captureObserver } from '../../src/artifacts/capture/index.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { takeCapture } from '../../src/engine/capture/take.ts';
import type { Packed } from '../../src/engine/capture/pack.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { survey } from '../../src/engine/survey.ts';
import { proposePlan } from '../../src/planning/propose-plan.ts';
import { detectionDocument } from '../../src/report/detection-document.ts';
import { diagnosisDocument } from '../../src/report/diagnosis-document.ts';
import { redaction } from '../../src/report/redact.ts';
import { simulations } from '../../src/simulated/index.ts';
import { translator } from '../../src/words/translate.ts';
import { guestOf } from '../machine/guest.ts';
import { machineNames, readSpec } from '../machine/spec.ts';

const translate = await translator('en');

const noLimits = {
  commandMs: 1e9,
  totalMs: 1e9,
  elapsedMs: () => 0,
  within: <T>(answer: Promise<T>) => answer as Promise<T | undefined>,
};

const captured = (machine: Observer): Promise<Packed> => takeCapture(machine, { toolVersion: '1.2.3', time: noLimits });

const replayed = ({ entries }: Packed): Observer =>
  captureObserver(entries.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })));

async function told(machine: Observer): Promise<string> {
  const seen = await survey(machine, defaultProfile, { skipMedia: true });
  const { verdict, findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', { origin: seen.origin.kind });
  const plan = await proposePlan(seen.facts, seen.task, seen.platform);
  const document = diagnosisDocument(verdict, findings, detectionDocument(seen, translate), translate);
  return JSON.stringify([document, plan.steps.map(({ id, proposal }) => [id, proposal])], null, 1);
}

/** Placeholders stand for what is private; which number each has does not matter here. */
const plain = (text: string): string => redaction([]).redact(text).replace(/<([a-z-]+)-\d+>/g, '<$1>');

const guests: readonly (readonly [string, () => Observer])[] = [
  ...simulations.map(({ name, start }) => [`sim:${name}`, () => start().observer] as const),
  ...machineNames().flatMap((name) => {
    const spec = readSpec(name);
    return spec.text !== undefined || spec.ticket !== undefined || spec.cards === undefined
      ? []
      : [[name, () => guestOf(spec)] as const];
  }),
];

describe('a capture', () => {
  it.each(guests)('of %s is diagnosed and planned for as the guest is', async (_, start) => {
    const packed = await captured(start());
    expect(plain(await told(replayed(packed)))).toBe(plain(await told(start())));
  });
});
