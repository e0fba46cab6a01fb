import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/cli/call.ts';
import { finishAndSeal, journaled, sealAfterApply, sealAfterResume } from '../../src/cli/seal-after.ts';
import { CLONE_MARK, SEAL_MARK } from '../../src/domain/places.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import type { RunResult } from '../../src/engine/bench.ts';
import { firstStart } from '../../src/engine/seal/first-start.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import { translator } from '../../src/words/translate.ts';
import { benchOf, cloneOf, firstBoot, livedIn, sealed } from '../engine/seal-bench.ts';

const profile = { ...defaultProfile, image: { seal: true, keepToken: false } };
const guest = (name = 'healthy-licensed') => {
  const { observer, executor } = simulationNamed(name).start();
  return { kind: 'simulated', machine: observer, executor } as const;
};
const result: RunResult = { run: '20261122-090000', outcome: 'done', message: null, steps: [], saved: [] };

async function callWith(options: Call['options'], interactive = false) {
  const told = { out: '', note: '' };
  const terminal = {
    columns: 100,
    paint: (_: unknown, text: string) => text,
    interactive,
    out: (text: string) => void (told.out += text),
    note: (text: string) => void (told.note += text),
    conclude: (text: string) => void (told.note += text),
  };
  const call: Call = { arguments: [], options, json: options.json === true, language: 'en', translate: await translator('en'), terminal };
  return { call, told };
}

async function after(options: Call['options'], { source = guest(), byUnit = false, interactive = false } = {}) {
  return sealAfterApply((await callWith(options, interactive)).call, source, profile, byUnit);
}
const marked = async (mark: string) => {
  const source = guest();
  await source.executor.write(mark, '{}', 0o644);
  return source;
};

describe('a profile that wants an image', () => {
  test('is sealed at the end of what was agreed to, also after a reboot', async () => {
    const given = await after({ yes: true });
    expect(given).toEqual({ kind: 'seal', consent: { given: true } });
    expect(await sealAfterResume(guest(), journaled(profile, given), true)).toEqual(given);
  });

  test('is asked for at a terminal, and then not after a reboot, where nobody can be asked', async () => {
    const asked = await after({}, { interactive: true });
    expect(asked).toEqual({ kind: 'seal', consent: { given: false } });
    expect(await sealAfterResume(guest(), journaled(profile, asked), true)).toEqual({ kind: 'not-wanted' });
  });

  test.each([
    ['a plan was agreed to, and no seal', { expect: 'abc' }, {}, 'seal.next'],
    ['single steps are wanted', { yes: true, steps: 'verify' }, {}, 'seal.next'],
    ['a unit has started the program', { yes: true }, { byUnit: true }, 'seal.not-by-unit'],
  ] as const)('is left to its own command where %s', async (_, options, more, key) => {
    const left = await after(options, more);
    expect(left).toMatchObject({ kind: 'left', because: { key } });
    expect(journaled(profile, left).image.seal).toBe(false);
  });

  test.each([
    [SEAL_MARK, 'seal.is-sealed'],
    [CLONE_MARK, 'seal.is-clone'],
  ])('is not sealed where %s stands, by apply or by resume', async (mark, key) => {
    const source = await marked(mark);
    expect(await after({ yes: true }, { source })).toMatchObject({ kind: 'left', because: { key } });
    expect(await sealAfterResume(source, profile, true)).toMatchObject({ kind: 'left', because: { key } });
  });
});

test('is not sealed after a run that goes on where it may not have been begun', async () => {
  expect(await sealAfterResume(guest(), profile, false)).toMatchObject({ kind: 'left', because: { key: 'seal.not-begun-here' } });
});

test('a clone bears its mark from its first start on', async () => {
  const image = livedIn();
  await sealed(image);
  const clone = cloneOf(image);
  firstBoot(clone, 'clone');
  const bench = benchOf(clone);
  await firstStart(bench);
  expect(clone.files.text(CLONE_MARK)).toContain('gpu-guest/clone@1');
  const { call } = await callWith({ yes: true });
  const source = { kind: 'simulated', machine: bench.machine, executor: bench.executor } as const;
  expect(await sealAfterApply(call, source, profile, false)).toMatchObject({ kind: 'left', because: { key: 'seal.is-clone' } });
});

describe('the end of a run', () => {
  const told = { verb: 'apply', simulated: true, files: [] } as const;
  const seal = { kind: 'seal', consent: { given: true } } as const;

  test('is followed by the seal, in a line of its own where events are told', async () => {
    const { call, told: said } = await callWith({ yes: true, events: true });
    const source = guest();
    expect(await finishAndSeal(call, result, { source, profile, after: seal, told })).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ event: 'progress', run: result.run, message: expect.stringContaining('The image is sealed') as string });
    expect(await source.machine.status(SEAL_MARK)).toBeDefined();
  });

  test('says why a guest is not sealed, and exits with 1, in text and in one document', async () => {
    for (const options of [{ yes: true }, { yes: true, json: true }] as const) {
      const { call, told: said } = await callWith(options);
      const source = guest('t4-no-token');
      expect(await finishAndSeal(call, result, { source, profile, after: seal, told })).toBe(1);
      expect(said.out).toContain('cannot be sealed yet');
      if ('json' in options) expect(JSON.parse(said.out)).toMatchObject({ run: result.run, outcome: 'refused' });
      expect(await source.machine.status(SEAL_MARK)).toBeUndefined();
    }
  });

  test.each([
    ['reboot', 10, 'After the reboot the run goes on'],
    ['failed', 3, ''],
  ] as const)('that is %s is followed by no seal', async (outcome, exit, note) => {
    const { call, told: said } = await callWith({ yes: true });
    const source = guest();
    expect(await finishAndSeal(call, { ...result, outcome }, { source, profile, after: seal, told })).toBe(exit);
    expect(said.note).toContain(note);
    expect(await source.machine.status(SEAL_MARK)).toBeUndefined();
  });
});
