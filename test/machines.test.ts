/**
 * Every folder of test/machines is a machine named after its story, with what the product says of it as readable text beside it.
 * `UPDATE_GOLDEN=1 npx vitest run test/machines.test.ts` writes the texts anew: read what changed before it is committed.
 */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { rules } from '../src/diagnosis/index.ts';
import { STEP_ORDER } from '../src/planning/order.ts';
import { steps } from '../src/steps/index.ts';
import { en } from '../src/words/en/index.ts';
import { examined, goldenOf, readGolden } from './machine/examined.ts';
import { machineNames } from './machine/spec.ts';

const isUpdate = process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined;
const machines = await Promise.all(machineNames().map(examined));
const found = (name: string): readonly string[] =>
  machines.find((one) => one.name === name)?.diagnosis.findings.map(({ id }) => id) ?? [];

afterAll(() => {
  if (isUpdate)
    for (const { name, text } of machines) if (readGolden(name) !== text) writeFileSync(goldenOf(name), text);
});

describe('a machine', () => {
  test.each(machines.map((one) => [one.name, one] as const))('%s is what its golden text says', (name, { text }) => {
    if (!isUpdate) expect(text).toBe(readGolden(name));
  });

  test.each(machines.map((one) => [one.name, one] as const))('%s makes no rule stumble', (_, { diagnosis }) => {
    expect(diagnosis.verdicts.filter(({ verdict }) => verdict.kind === 'rule-crashed')).toEqual([]);
  });

  test.each(machines.map((one) => [one.name, one] as const))(
    '%s has causes before consequences',
    (_, { diagnosis }) => {
      const ids = diagnosis.findings.map(({ id }) => id);
      const late = diagnosis.findings.filter(
        ({ id, becauseOf }) => becauseOf !== null && ids.indexOf(becauseOf) > ids.indexOf(id),
      );
      expect(late.map(({ id }) => id)).toEqual([]);
    },
  );
});

describe('every rule', () => {
  const ids = rules.map(({ id }) => id);
  test.each(ids)('%s is shown by a machine', (id) => {
    expect(machines.filter(({ name }) => found(name).includes(id)).map(({ name }) => name)).not.toEqual([]);
  });

  test.each(ids)('%s has a near miss', (id) => {
    const near = machines.filter(({ spec }) => spec.nearMissOf?.includes(id));
    expect(near.map(({ name }) => name)).not.toEqual([]);
    expect(near.filter(({ name }) => found(name).includes(id)).map(({ name }) => name)).toEqual([]);
  });

  test('that a machine names as its near miss is a rule', () => {
    const named = machines.flatMap(({ spec }) => spec.nearMissOf ?? []);
    expect(named.filter((id) => !(ids as readonly string[]).includes(id))).toEqual([]);
  });
});

/** What only Windows can have wrong, and what has sentences of its own there. */
const OF_WINDOWS = rules
  .map(({ id }) => id)
  .filter((id) => id.startsWith('windows.') || Object.keys(en).some((key) => key.startsWith(`finding.${id}.`) && key.endsWith('.windows')));

/** They go by the host's version and by Linux's log, which a Windows guest does not show. */
const NEVER_THERE = ['driver.host-guest-mismatch', 'driver.gpu-dropped-from-branch'];

describe('every rule that speaks of Windows', () => {
  test.each(OF_WINDOWS.filter((id) => !NEVER_THERE.includes(id)))('%s is shown by a Windows guest', (id) => {
    const shown = machines.filter(({ name, seen }) => seen.platform === 'windows' && found(name).includes(id));
    expect(shown.map(({ name }) => name)).not.toEqual([]);
  });
});

describe('every step', () => {
  test.each(STEP_ORDER.filter((id) => id !== 'preflight'))('%s is to be done on a machine', (id) => {
    const due = machines.filter(({ plan }) =>
      plan?.steps.some((step) => step.id === id && step.proposal.kind === 'todo'),
    );
    expect(due.map(({ name }) => name)).not.toEqual([]);
  });

  const windowsSteps = steps.filter(({ on, id }) => on.includes('windows') && id !== 'preflight').map(({ id }) => id);
  const onWindows = machines.filter(({ seen }) => seen.platform === 'windows');
  test.each([...new Set(windowsSteps)])('%s is to be done on a Windows machine', (id) => {
    const due = onWindows.filter(({ plan }) =>
      plan?.steps.some((step) => step.id === id && step.proposal.kind === 'todo'),
    );
    expect(due.map(({ name }) => name)).not.toEqual([]);
  });

  test('preflight passes on one Windows machine and stops another', () => {
    const kinds = onWindows.flatMap(({ plan }) => plan?.steps.find(({ id }) => id === 'preflight')?.proposal.kind ?? []);
    expect(kinds).toEqual(expect.arrayContaining(['done', 'blocked']));
  });

  test('preflight, which changes nothing, passes on one machine and stops another', () => {
    const kinds = machines.flatMap(({ plan }) => plan?.steps.find(({ id }) => id === 'preflight')?.proposal.kind ?? []);
    expect(kinds).toEqual(expect.arrayContaining(['done', 'blocked']));
  });
});
