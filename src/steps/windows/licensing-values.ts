/** What must change in the registry's GridLicensing keys, and nothing else. */
import { removeValue, writeValue } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valuePlace } from '../../domain/registry-value.ts';
import type { GriddConfig } from '../../probes/gridd-config.ts';
import { valueNamed, type TypedValue } from '../../probes/windows/registry-values.ts';

type LicensingKey = NonNullable<GriddConfig['keys']>[number];

/** NVIDIA's licence servers of port 7070. */
const LEGACY = ['ServerAddress', 'ServerPort', 'BackupServerAddress', 'BackupServerPort'];

const isSet = (value: TypedValue | undefined): boolean => value !== undefined && value.data.trim() !== '';

/** The legacy server's values of a key; a port without an address configures nothing. */
const legacyIn = ({ values }: LicensingKey): readonly TypedValue[] => {
  const at = (name: string): TypedValue | undefined => valueNamed(values ?? [], name);
  if (!isSet(at('ServerAddress')) && !isSet(at('BackupServerAddress'))) return [];
  return LEGACY.flatMap((name) => at(name) ?? []);
};

export type LicensingChange = {
  readonly key: string;
  readonly name: string;
  /** As `reg query` prints it; null: not there. */
  readonly now: TypedValue | null;
  /** A DWORD in decimal; null: the value is taken out. */
  readonly wanted: string | null;
};

/** `takesTokensOnly`: the values of a legacy server are taken out. */
export function licensingChanges(
  keys: readonly LicensingKey[],
  featureType: number,
  takesTokensOnly: boolean,
): readonly LicensingChange[] {
  return keys.flatMap((of): readonly LicensingChange[] => {
    const now = valueNamed(of.values ?? [], 'FeatureType') ?? null;
    const wanted = String(featureType);
    const isRight = now?.type === 'REG_DWORD' && now.data === wanted;
    const legacy = takesTokensOnly ? legacyIn(of) : [];
    return [
      ...(isRight ? [] : [{ key: of.key, name: now?.name ?? 'FeatureType', now, wanted }]),
      ...legacy.map((value) => ({ key: of.key, name: value.name, now: value, wanted: null })),
    ];
  });
}

export const changing = ({ key, name, wanted }: LicensingChange): Action =>
  wanted === null ? removeValue(key, name) : writeValue(key, name, 'REG_DWORD', wanted);

/** For the diff of a plan. */
export const beforeThem = (changes: readonly LicensingChange[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    changes.flatMap(({ key, name, now }) => (now === null ? [] : [[valuePlace(key, name), `${now.type} ${now.data}`]])),
  );

/** `HKLM\SOFTWARE\…\GridLicensing: FeatureType=1, -ServerAddress` */
export const changesInWords = (changes: readonly LicensingChange[]): string =>
  [...new Set(changes.map(({ key }) => key))]
    .map((key) => {
      const own = changes.filter((change) => change.key === key);
      return `${key}: ${own.map(({ name, wanted }) => (wanted === null ? `-${name}` : `${name}=${wanted}`)).join(', ')}`;
    })
    .join('; ');
