/** The values of a Windows machine's registry: changed as the plan says, and taken back. */
import type { Action } from '../domain/action.ts';
import type { KeptValue, Registry } from '../domain/machine.ts';
import { isSameValue, registryValue, valuePlace, withoutOurs } from '../domain/registry-value.ts';
import type { Before } from '../domain/run-event.ts';
import type { Bench } from './bench.ts';

const SUFFIX = '.gpu-guest-saved';

export type ValueAction = Extract<Action, { readonly kind: 'write-value' | 'remove-value' }>;

export const changesValue = (action: Action): action is ValueAction =>
  action.kind === 'write-value' || action.kind === 'remove-value';

function registryOf({ executor }: Bench): Registry {
  if (executor.registry === undefined) throw new Error('a step of Windows on a machine without a registry');
  return executor.registry;
}

/** The value and the keys that are to be remembered before the action. */
export async function valuesBefore(bench: Bench, action: ValueAction): Promise<Pick<Before, 'values' | 'keys'>> {
  const registry = registryOf(bench);
  const { key, name } = action;
  const kept = await registry.keep(key, name);
  const keys = action.kind === 'write-value' ? await registry.missingKeys(key) : [];
  return { values: [{ key, name, kept }], keys };
}

export function changeValue(bench: Bench, action: ValueAction): Promise<void> {
  const registry = registryOf(bench);
  return action.kind === 'write-value'
    ? registry.write(action.key, action.name, registryValue(action.type, action.data))
    : registry.remove(action.key, action.name);
}

const isKept = (now: KeptValue, kept: KeptValue): boolean =>
  now.kind === 'absent' || kept.kind === 'absent' ? now.kind === kept.kind : isSameValue(now, kept);

function isOurs(now: KeptValue, action: ValueAction): boolean {
  if (action.kind === 'remove-value') return now.kind === 'absent';
  return now.kind === 'value' && isSameValue(now, registryValue(action.type, action.data));
}

/** What is put back: what stood there; of a list that others have changed too, the list without our entries. */
function back(now: KeptValue, kept: KeptValue, action: ValueAction): KeptValue {
  if (action.kind !== 'write-value' || action.entries !== true || now.kind === 'absent') return kept;
  const ours = registryValue(action.type, action.data);
  const value = withoutOurs(now, ours, kept.kind === 'value' ? kept : undefined);
  return value === undefined ? kept : { ...now, ...value };
}

const put = (registry: Registry, key: string, name: string, wanted: KeptValue): Promise<void> =>
  wanted.kind === 'absent' ? registry.remove(key, name) : registry.write(key, wanted.name ?? name, wanted);

async function restoreValue(
  registry: Registry,
  action: ValueAction,
  { key, name, kept }: NonNullable<Before['values']>[number],
): Promise<readonly string[]> {
  const now = await registry.keep(key, name);
  if (isKept(now, kept)) return [];
  const wanted = isOurs(now, action) ? kept : back(now, kept, action);
  // A value that is gone, or a list that keeps what is theirs, loses nothing.
  const isLost = !isOurs(now, action) && wanted === kept && now.kind === 'value';
  if (isLost) await registry.write(key, `${name}${SUFFIX}`, now);
  await put(registry, key, name, wanted);
  return isLost ? [valuePlace(key, `${name}${SUFFIX}`)] : [];
}

/** Puts back what stood at the action's value, and takes away the keys that were made for it and are empty. Returns what it kept aside. */
export async function takeValueBack(bench: Bench, action: ValueAction, before: Before): Promise<readonly string[]> {
  const registry = registryOf(bench);
  const saved: string[] = [];
  for (const one of before.values ?? []) saved.push(...(await restoreValue(registry, action, one)));
  for (const key of (before.keys ?? []).toReversed()) await registry.removeEmptyKey(key);
  return saved;
}
