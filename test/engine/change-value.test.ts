import { describe, expect, it } from 'vitest';
import { removeValue, writeEntries, writeValue } from '../../src/domain/act.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Action } from '../../src/domain/action.ts';
import { registryValue, shownValue, type WritableType } from '../../src/domain/registry-value.ts';
import { beforeOf, performAction } from '../../src/engine/perform-action.ts';
import { takeBack } from '../../src/engine/take-back.ts';
import { planDocument } from '../../src/report/plan-document.ts';
import { benchOf, tiny } from './tiny-bench.ts';
import { ENVIRONMENT_KEY, LICENSING_KEY } from './tiny-guest.ts';
import { because, CHOICE } from './tiny-steps.ts';

type Deed = Exclude<Action, { kind: 'reboot' }>;
const options = { laterPackages: null, onLine: () => undefined };

/** Does it, lets somebody change something, and takes it back: what the registry says then, and what was kept aside. */
async function doneAndUndone(wanted: Action, since: (registry: ReturnType<typeof tiny>['guest']['registry']) => unknown = () => undefined) {
  const world = tiny();
  const bench = benchOf(world);
  const action = wanted as Deed;
  const before = await beforeOf(bench, action);
  await performAction(bench, action, before, () => undefined);
  const between = world.guest.registry.dump();
  await since(world.guest.registry);
  const state = { sequence: 1, step: 'x', index: 0, action, before, outcome: 'done', folders: [], packages: null, undone: false } as const;
  const saved = await takeBack(bench, state, options);
  return { start: tiny().guest.registry.dump(), between, end: world.guest.registry.dump(), saved, again: () => takeBack(bench, state, options) };
}

describe('a value of the registry', () => {
  const made = writeValue(`${LICENSING_KEY}\\A\\B`, 'FeatureType', 'REG_DWORD', '2');

  it('is written with the keys around it, and all of that goes with the undo', async () => {
    const { start, between, end } = await doneAndUndone(made);
    expect(between).toMatchObject({ [`${LICENSING_KEY}\\A\\B\\featuretype`]: 'REG_DWORD 2' });
    expect(end).toEqual(start);
  });

  it('leaves a key that somebody has put something into', async () => {
    const { end } = await doneAndUndone(made, (registry) => registry.write(`${LICENSING_KEY}\\A`, 'theirs', registryValue('REG_SZ', 'x')));
    expect(end).toMatchObject({ [`${LICENSING_KEY}\\A\\theirs`]: 'REG_SZ x' });
    expect(end).not.toHaveProperty([`${LICENSING_KEY}\\A\\B`]);
  });

  it('that cannot be looked at when it is to be taken back is a failure in words, not a bug', async () => {
    const refuses = (registry: ReturnType<typeof tiny>['guest']['registry']) => {
      Object.assign(registry, { keep: () => Promise.reject(new Unobservable({ kind: 'permission-denied', target: 'reg.exe' })) });
    };
    await expect(doneAndUndone(made, refuses)).rejects.toMatchObject({ fault: { message: { key: 'ignorance.permission-denied' } } });
  });

  it('comes back with its type when it was removed', async () => {
    const { start, between, end } = await doneAndUndone(removeValue(LICENSING_KEY, 'ServerAddress'));
    expect(between).not.toHaveProperty([`${LICENSING_KEY}\\serveraddress`]);
    expect(end).toEqual(start);
  });

  it('that was changed since is kept beside what stood before', async () => {
    const { end, saved, again } = await doneAndUndone(writeValue(LICENSING_KEY, 'ServerAddress', 'REG_SZ', 'ours'), (registry) =>
      registry.write(LICENSING_KEY, 'ServerAddress', registryValue('REG_SZ', 'theirs')),
    );
    expect(end).toMatchObject({
      [`${LICENSING_KEY}\\serveraddress`]: 'REG_SZ old',
      [`${LICENSING_KEY}\\serveraddress.gpu-guest-saved`]: 'REG_SZ theirs',
    });
    expect(saved).toEqual([`${LICENSING_KEY}\\ServerAddress.gpu-guest-saved`]);
    expect(await again()).toEqual([]);
  });

  it.each([
    ['%SystemRoot%;C:\\cuda\\bin;C:\\theirs', 'REG_EXPAND_SZ %SystemRoot%;C:\\theirs'],
    ['C:\\first;C:\\CUDA\\bin', 'REG_EXPAND_SZ C:\\first'],
  ])('of entries loses only ours: %s', async (now, then) => {
    const { end, saved } = await doneAndUndone(writeEntries(ENVIRONMENT_KEY, 'Path', 'REG_EXPAND_SZ', '%SystemRoot%;C:\\cuda\\bin'), (registry) =>
      registry.write(ENVIRONMENT_KEY, 'Path', registryValue('REG_EXPAND_SZ', now)),
    );
    expect(end).toMatchObject({ [`${ENVIRONMENT_KEY}\\path`]: then });
    expect(saved).toEqual([]);
  });

  it.each<[WritableType, string, string, string]>([
    ['REG_SZ', '中', '2d4e0000', 'REG_SZ 中'],
    ['REG_EXPAND_SZ', '', '0000', 'REG_EXPAND_SZ'],
    ['REG_MULTI_SZ', 'a\nb', '61000000620000000000', 'REG_MULTI_SZ a | b'],
    ['REG_MULTI_SZ', '', '0000', 'REG_MULTI_SZ'],
    ['REG_DWORD', '258', '02010000', 'REG_DWORD 258'],
    ['REG_QWORD', '4294967296', '0000000001000000', 'REG_QWORD 4294967296'],
    ['REG_BINARY', 'FF00', 'ff00', 'REG_BINARY ff00'],
  ])('%s %s is %s', (type, data, bytes, shown) => {
    expect(registryValue(type, data).bytes).toBe(bytes);
    expect(shownValue(registryValue(type, data))).toBe(shown);
  });

  it('stands in the plan as a line before and after', () => {
    const place = `${LICENSING_KEY}\\FeatureType`;
    const proposal = { kind: 'todo', because, actions: [writeValue(LICENSING_KEY, 'FeatureType', 'REG_DWORD', '2')] } as const;
    const step = { id: 'license.configure', proposal, undo: because, before: { [place]: 'REG_DWORD 1' } };
    const plan = { digest: '0', goal: 'compute', steps: [step] } as const;
    expect(planDocument({ plan, choice: CHOICE, warnings: [], simulated: false }, ({ key }) => key).steps[0]?.writes).toEqual([
      { file: place, diff: '- REG_DWORD 1\n+ REG_DWORD 2', mode: null },
    ]);
  });
});
