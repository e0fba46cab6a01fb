import { architecture } from '../catalog/architectures.ts';
import { cudaFloor, nativeCuda } from '../catalog/cuda.ts';
import { windowsCudaFloor } from '../catalog/cuda-windows.ts';
import { windowsBranch } from '../catalog/windows-drivers.ts';
import type { CudaChoice, DriverChoice, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { atLeast, branchOf, compareVersions, majorMinor } from '../domain/version.ts';
import { say } from '../words/say.ts';
import { kindForImage } from './awaited.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { unusableFile } from './media-driver.ts';
import { otherSystem } from './cuda-installer.ts';
import { isWindows } from './numbered.ts';
import { isSameFile } from './offers.ts';
import { gpuName } from './presentation.ts';

type Runfile = MediaItem & { readonly version: string };
type Installed = { readonly version: string; readonly path: string };

/** A driver by its number: of Linux, or of Windows, where it is another. A bare branch stands for its newest driver. */
type RunsOn = { readonly version: string; readonly onWindows: boolean };

export const runsOn = (facts: ChoiceFacts, version: string): RunsOn => ({ version, onWindows: isWindows(facts) });

const nativeTo = ({ version, onWindows }: RunsOn): string | null =>
  nativeCuda((onWindows && version.includes('.') ? windowsBranch(version) : branchOf(version)) ?? 0);

/** A CUDA toolkit that driver, architecture and vGPU series run: from the media, or the one that is installed already. */
export function chooseCuda(input: ChoiceInput, driver: DriverChoice): CudaChoice {
  const cuda = fromWhatIsThere(input, driver);
  if (cuda.kind === 'none' || kindForImage(input) === null) return cuda;
  return { ...cuda, reason: say('choice.doubt', { why: cuda.reason, doubt: say('choice.cuda.image') }) };
}

function fromWhatIsThere(input: ChoiceInput, chosen: DriverChoice): CudaChoice {
  const { toolkit: wish } = input.profile.cuda;
  const none = (reason: Message, rejected: readonly Rejected[] = []): CudaChoice => ({
    kind: 'none',
    reason,
    rejected,
    wanted: wish !== 'auto' && wish !== 'none',
  });
  if (wish === 'none') return none(say('choice.cuda.profile-none'));
  const unable = withoutCuda(input.gpus);
  if (unable) return none(unable);
  const version = driverVersion(input, chosen);
  if (version === null) return none(say('choice.cuda.no-driver'));
  const driver = runsOn(input.facts, version);
  const { fitting, rejected } = judged(input, driver);
  const kept = keptToolkit(input, driver);
  const [best] = fitting;
  if (kept && (!best || !isBetter(best.version, kept.version, driver)))
    return { kind: 'keep', ...kept, reason: say('choice.cuda.kept', { version: kept.version, driver: version }) };
  if (best) return install(fitting, best, rejected, driver);
  return none(wish === 'auto' ? say('choice.cuda.none-at-hand') : say('choice.cuda.wish-missing', { wish }), rejected);
}

const install = (
  fitting: readonly Runfile[],
  best: Runfile,
  rejected: readonly Rejected[],
  driver: RunsOn,
): CudaChoice => ({
  kind: 'install',
  version: best.version,
  file: best.file,
  source: best.source,
  sha256: best.sha256 ?? '',
  sizeBytes: best.sizeBytes,
  reason: fitWords(best.version, driver),
  rejected: [
    ...rejected,
    ...fitting.slice(1).map(({ file }) => ({ what: file, why: say('choice.second', { better: best.file }) })),
  ],
});

/** Why no GPU here runs CUDA at all: its vGPU type does not; null where nothing says so. */
export function withoutCuda(gpus: readonly Gpu[]): Message | null {
  const unable = gpus.find(({ vgpu }) => vgpu?.cuda === false);
  return unable ? say('choice.cuda.series', { type: gpuName(unable) }) : null;
}

/** The driver that the toolkit will run on: the chosen one, or the one that stays because none is wanted; a branch where no more is known. */
export function driverVersion({ facts }: ChoiceInput, driver: DriverChoice): string | null {
  switch (driver.kind) {
    case 'chosen':
      return driver.versions[0] ?? driver.branch?.toString() ?? null;
    case 'not-wanted':
      return runningDriver(facts);
    case 'nothing-fits':
      return null;
  }
}

function runningDriver(facts: ChoiceFacts): string | null {
  const smi = valueOf(facts.nvidiaSmi);
  const answered = smi?.kind === 'answered' ? smi.driverVersion : null;
  return answered ?? valueOf(facts.nvidiaModule)?.loaded?.version ?? null;
}

function judged({ media, facts, gpus, profile }: ChoiceInput, driver: RunsOn) {
  const rejected: Rejected[] = [];
  const fitting: Runfile[] = [];
  for (const item of (media ?? []).filter(({ what }) => what === 'cuda')) {
    const why =
      unusableFile(item, facts) ??
      otherSystem(item, facts) ??
      unfitToolkit(item.version, gpus, driver) ??
      unwished(item, profile.cuda.toolkit);
    if (why) rejected.push({ what: item.file, why });
    else if (item.version !== null) fitting.push({ ...item, version: item.version });
  }
  return { rejected, fitting: fitting.sort((a, b) => byNearness(a.version, b.version, driver)) };
}

const floorOf = (version: string, { onWindows }: RunsOn): string | null => (onWindows ? windowsCudaFloor(version) : cudaFloor(version));

/** Why this toolkit does not run here; null where it does. */
export function unfitToolkit(version: string | null, gpus: readonly Gpu[], driver: RunsOn): Message | null {
  if (version === null) return say('choice.media.no-version');
  const capped = gpus.find(({ architecture: name }) => tooNewFor(name, version));
  if (capped) return say('choice.cuda.gpu-too-old', { gpu: gpuName(capped), version });
  const floor = floorOf(version, driver);
  if (floor === null) return say('choice.cuda.unlisted', { version });
  const newest = driver.version.includes('.') ? driver.version : `${driver.version}.9999`;
  return atLeast(newest, floor) ? null : say('choice.cuda.driver-too-old', { version, floor, driver: driver.version });
}

function tooNewFor(name: string | null, version: string): boolean {
  const cap = name === null ? null : (architecture(name)?.maxCudaMajor ?? null);
  return cap !== null && Number.parseInt(version, 10) > cap;
}

function unwished({ file, version }: MediaItem, wish: string): Message | null {
  if (wish === 'auto' || isSameFile(file, wish)) return null;
  return isWishedToolkit(version ?? '', wish) ? null : say('choice.cuda.other', { wish });
}

const isWishedToolkit = (version: string, wish: string): boolean =>
  wish === 'auto' || version === wish || version.startsWith(`${wish}.`);

/** Not newer than what the driver brings by itself: programs that carry only PTX run too. */
function isNative(version: string, driver: RunsOn): boolean {
  const native = nativeTo(driver);
  return native !== null && compareVersions(majorMinor(version), native) <= 0;
}

/** Native ones first, the newest of them; then the others, the oldest of them. */
function byNearness(a: string, b: string, driver: RunsOn): number {
  const [left, right] = [isNative(a, driver), isNative(b, driver)];
  if (left !== right) return left ? -1 : 1;
  return left ? compareVersions(b, a) : compareVersions(a, b);
}

const isBetter = (offered: string, installed: string, driver: RunsOn): boolean =>
  majorMinor(offered) !== majorMinor(installed) && byNearness(offered, installed, driver) < 0;

/** An installed toolkit with a compiler that runs here and is what the profile asks for. */
function keptToolkit({ facts, gpus, profile }: ChoiceInput, driver: RunsOn): Installed | null {
  const { toolkit: wish } = profile.cuda;
  return (
    (valueOf(facts.cudaToolkits)?.toolkits ?? [])
      .flatMap(({ version, path, nvcc }) => (version !== null && nvcc ? { version, path } : []))
      .filter(({ version }) => isWishedToolkit(version, wish) && unfitToolkit(version, gpus, driver) === null)
      .sort((a, b) => byNearness(a.version, b.version, driver))[0] ?? null
  );
}

export const fitWords = (version: string, driver: RunsOn): Message =>
  isNative(version, driver)
    ? say('choice.cuda.native', { version, driver: driver.version })
    : say('choice.cuda.minor', { version, driver: driver.version, native: nativeTo(driver) ?? '?' });

/** Of a toolkit whose driver nobody offers yet: which one it will be is not known. */
export const needsWords = (version: string, driver: RunsOn): Message =>
  say('choice.cuda.needs', { version, floor: floorOf(version, driver) ?? '?' });
