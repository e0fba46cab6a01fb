import { describe, expect, it } from 'vitest';
import { captureObserver } from '../../src/artifacts/capture/index.ts';
import { Capture, CaptureCommands } from '../../src/contract/documents/capture.ts';
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
const plain = (text: string): string =>
  redaction([])
    .redact(text)
    .replace(/<([a-z-]+)-\d+>/g, '<$1>');

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
    expect(Capture.parse(packed.manifest)).toEqual(packed.manifest);
    expect(CaptureCommands.parse(JSON.parse(packed.entries[1]!.text))).not.toEqual([]);
    expect(plain(await told(replayed(packed)))).toBe(plain(await told(start())));
  });
});

describe('what never answers', () => {
  const hung = (): Observer => {
    const machine = simulations[0]!.start().observer;
    return {
      ...machine,
      run: (command, options) => (command[0] === 'nvidia-smi' ? new Promise(() => {}) : machine.run(command, options)),
    };
  };
  // Whatever has not come by the next turn is late.
  const within = <T>(answer: Promise<T>): Promise<T | undefined> =>
    Promise.race([answer, new Promise<undefined>((late) => setTimeout(late, 50, undefined))]);

  it('does not hang a capture, is asked once, and is told', async () => {
    const time = { ...noLimits, commandMs: 20_000, within };
    const packed = await takeCapture(hung(), { toolVersion: '1', time });
    expect(packed.manifest.unread.filter(({ what }) => what.startsWith('nvidia-smi'))).toEqual([
      { what: 'nvidia-smi -q', why: 'timed-out' },
    ]);
    const seen = await survey(replayed(packed), defaultProfile, { skipMedia: true });
    expect(seen.facts.nvidiaSmi).toMatchObject({ known: false, ignorance: { kind: 'timed-out', afterMs: 20_000 } });
  });

  it('is not asked any more when the time for all is over', async () => {
    const time = { ...noLimits, totalMs: 1, elapsedMs: () => 2 };
    const { manifest } = await takeCapture(hung(), { toolVersion: '1', time });
    expect(manifest.unread.filter(({ why }) => why === 'timed-out').length).toBeGreaterThan(5);
  });
});

describe('a capture that would be too large', () => {
  it('is cut, says so, and what was cut is not taken for whole', async () => {
    const packed = await takeCapture(simulations[0]!.start().observer, {
      toolVersion: '1',
      time: noLimits,
      size: { stream: 200, whole: 3000 },
    });
    expect(packed.manifest.truncated).not.toEqual([]);
    for (const { what, keptBytes, ofBytes } of packed.manifest.truncated)
      expect([what, keptBytes < ofBytes]).toEqual([what, true]);
    const { facts } = await survey(replayed(packed), defaultProfile, { skipMedia: true });
    expect(facts.packageManager).toMatchObject({ known: false });
  });
});
