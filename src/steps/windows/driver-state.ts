/** How far the chosen driver is installed on Windows, where it is a property of each display device. */
import { compareVersions } from '../../domain/version.ts';
import type { BoundDriver, WindowsDriver } from '../../probes/windows-driver.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import type { WindowsDisplays } from '../../probes/windows-displays.ts';
import { isNvidia, type WindowsDisplay } from '../../probes/windows/display-records.ts';
import { targetVersion, type Chosen } from '../driver/chosen.ts';

export const boundDrivers = (fact: WindowsDriver): readonly BoundDriver[] => (fact.kind === 'listed' ? fact.drivers : []);

const cardsIn = (fact: WindowsDisplays): readonly WindowsDisplay[] =>
  fact.kind === 'listed' ? fact.displays.filter(isNvidia) : [];

/** A driver whose kind nobody could tell is taken for the chosen one by its number alone, but never for GRID. */
const isOfKind = ({ kind }: BoundDriver, { driver, source }: Chosen): boolean => {
  if (source.kind === 'installed') return true;
  if (kind === 'unknown') return driver !== 'grid';
  return (kind === 'grid') === (driver === 'grid') && !(kind === 'geforce' && driver === 'tesla');
};

const isTarget = (one: BoundDriver, chosen: Chosen): boolean =>
  one.version === targetVersion(chosen) && isOfKind(one, chosen);

/**
 * Drivers that setup must not be left to replace: of another kind, whose services and licence settings would stay, or newer, which
 * Windows would prefer.
 */
export function inTheWay(chosen: Chosen, fact: WindowsDriver): readonly BoundDriver[] {
  const target = targetVersion(chosen);
  if (chosen.source.kind === 'installed' || target === null) return [];
  return boundDrivers(fact).filter(
    (one) => !isTarget(one, chosen) && (!isOfKind(one, chosen) || compareVersions(one.version, target) > 0),
  );
}

/** Where Windows may not be asked for a device's state (without PowerShell): the driver itself answers for each card. */
export const answersForAll = (smi: NvidiaSmi | undefined, displays: WindowsDisplays): boolean =>
  smi?.kind === 'answered' &&
  cardsIn(displays).every(
    ({ address, problem }) => problem === 0 || (problem === null && smi.gpus.some((gpu) => gpu.address === address && address !== null)),
  );

export type CardState =
  | { readonly kind: 'ready' }
  /** Some card has no driver, or another one. */
  | { readonly kind: 'to-install' }
  /** The chosen driver is bound, and the device reports a problem. */
  | { readonly kind: 'problem'; readonly code: number }
  /** Whether the device works cannot be told. */
  | { readonly kind: 'unknown' };

export function cardState(chosen: Chosen, displays: WindowsDisplays, driver: WindowsDriver): CardState {
  const cards = cardsIn(displays);
  const bound = boundDrivers(driver);
  const has = ({ driverVersion, inf }: WindowsDisplay): boolean =>
    bound.some((one) => one.version === driverVersion && one.inf === inf && isTarget(one, chosen));
  if (cards.length === 0 || !cards.every(has)) return { kind: 'to-install' };
  const code = cards.map(({ problem }) => problem).find((problem) => problem !== null && problem !== 0);
  if (code !== undefined && code !== null) return { kind: 'problem', code };
  return cards.every(({ problem }) => problem === 0) ? { kind: 'ready' } : { kind: 'unknown' };
}
