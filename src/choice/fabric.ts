/** NVIDIA's fabric manager: it refuses to run with a driver of any other version than its own. */
import type { DriverChoice, FabricChoice, Rejected, ToolkitFile } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { driverVersion } from './cuda.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { unusableFile } from './media-driver.ts';

const FORMATS = { apt: 'deb', dnf: 'rpm', zypper: 'rpm', none: null } as const;
const SEPARATOR = { apt: '=', dnf: '-', zypper: '=', none: '=' } as const;
const NAME = /^nvidia-fabric-?manager(-\d+)?$/;

/** `1:550.127.05-0ubuntu0.24.04.1` → `550.127.05` */
const upstream = (version: string): string => version.replace(/^\d+:/, '').replace(/[-~+].*$/, '');

/** The driver's whole version; null: no driver, or only its branch is known. */
function exactDriver(input: ChoiceInput, driver: DriverChoice): string | null {
  const version = driverVersion(input, driver);
  return version?.includes('.') === true ? upstream(version) : null;
}

/** It has versions of its own (2025.06.5), and none to compare with the driver’s. */
const isSubnetManager = ({ packageName }: MediaItem): boolean => packageName === 'nvlsm';

function unfit(item: MediaItem, facts: ChoiceFacts, driver: string): Message | null {
  const broken = unusableFile(item, facts);
  if (broken) return broken;
  const manager = valueOf(facts.os)?.packageManager;
  if (manager !== undefined && FORMATS[manager] !== item.format) return say('choice.media.format', { format: item.format ?? '?' });
  return item.version === driver || isSubnetManager(item) ? null : say('choice.fabric.other-version', { version: item.version ?? '?', driver });
}

function offered({ os, libraryOffers }: ChoiceFacts, driver: string): { readonly packageName: string; readonly name: string } | null {
  const offers = libraryOffers === undefined ? [] : (valueOf(libraryOffers) ?? []);
  const one = offers.find(({ name, version }) => NAME.test(name) && upstream(version) === driver);
  return one ? { packageName: one.name, name: `${one.name}${SEPARATOR[valueOf(os)?.packageManager ?? 'apt']}${one.version}` } : null;
}

/** A package of the media, as a step installs it. */
export const packageFile = ({ file, format, packageName, source, sha256, sizeBytes }: MediaItem): ToolkitFile => ({
  file,
  format: format ?? 'deb',
  packageName: packageName ?? '',
  source,
  sha256: sha256 ?? '',
  sizeBytes,
});

const itemsFor = ({ media, profile }: ChoiceInput): readonly MediaItem[] =>
  profile.multiGpu.fabricManager === 'repository' ? [] : (media ?? []).filter(({ what }) => what === 'fabric-manager');

/** The newest of the media. */
function subnetIn(items: readonly MediaItem[]): { readonly subnet?: ToolkitFile } {
  const [best] = items.toSorted((a, b) => (b.version ?? '').localeCompare(a.version ?? '', 'en', { numeric: true }));
  return best === undefined ? {} : { subnet: packageFile(best) };
}

export function chooseFabric(input: ChoiceInput, driver: DriverChoice): FabricChoice {
  const wish = input.profile.multiGpu.fabricManager;
  if (wish === 'none') return { kind: 'not-wanted', reason: say('choice.fabric.not-wanted') };
  const version = exactDriver(input, driver);
  if (version === null) return { kind: 'unavailable', version, why: say('choice.fabric.no-driver'), rejected: [] };
  const judged = itemsFor(input).map((item) => ({ item, why: unfit(item, input.facts, version) }));
  const rejected = judged.flatMap(({ item, why }): readonly Rejected[] => (why === null ? [] : [{ what: item.file, why }]));
  const fitting = judged.flatMap(({ item, why }) => (why === null ? [item] : []));
  const best = fitting.find((item) => !isSubnetManager(item));
  const subnet = subnetIn(fitting.filter(isSubnetManager));
  if (best) return { kind: 'media', version, file: packageFile(best), rejected, ...subnet };
  const offer = wish === 'media' ? null : offered(input.facts, version);
  return offer
    ? { kind: 'repository', version, ...offer, rejected, ...subnet }
    : { kind: 'unavailable', version, why: say('choice.fabric.none', { version }), rejected, ...subnet };
}

export function fitOfFabricManager(item: MediaItem, input: ChoiceInput, driver: DriverChoice): { readonly fits: boolean; readonly why: Message } {
  const version = exactDriver(input, driver);
  if (version === null) return { fits: false, why: say('choice.fabric.no-driver') };
  const why = unfit(item, input.facts, version);
  if (why !== null) return { fits: false, why };
  return { fits: true, why: isSubnetManager(item) ? say('choice.fabric.subnet') : say('choice.fabric.fits', { version }) };
}
