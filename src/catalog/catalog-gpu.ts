import type { CardClass } from '../domain/gpu.ts';
import { architecture } from './architectures.ts';
import { driverBranches, supportOf, type Support } from './branches.ts';
import { boardOf, gpuById, vgpuDevice, type CatalogGpu, type ModuleSupport } from './gpus.ts';
import { isGone } from './vgpu-life.ts';
import { vgpuMajors } from './vgpu-releases.ts';
import { runsCuda, vgpuTypeByIds, type VgpuType } from './vgpu-types.ts';

type BranchSupport = {
  readonly branch: number;
  readonly supports: boolean | null;
  readonly because: Support['because'] | { readonly kind: 'type-gone'; readonly last: string };
};

/** What the catalogue knows of a PCI id: contract `gpu-guest/catalog-gpu@1`, before it is put into words. */
export type CatalogAnswer = {
  /** As it was asked, in lower case. */
  readonly id: string;
  readonly vendorId: string;
  readonly deviceId: string;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  readonly known: boolean;
  readonly name: string | null;
  readonly architecture: string | null;
  readonly class: CardClass | null;
  readonly chip: string | null;
  /** What the pair of ids is: a vGPU type, a physical board that a list names, or neither. */
  readonly vgpu:
    (Pick<VgpuType, 'series' | 'framebufferMiB'> & { readonly type: string; readonly cuda: boolean | null }) | null;
  readonly board: string | null;
  /** For the vGPU where the pair is one; else for the whole card. */
  readonly kernelModules: ModuleSupport | null;
  /** Newest first. For a vGPU the branches of vGPU software, whose GRID driver is meant. */
  readonly branches: readonly BranchSupport[];
  readonly newestBranch: number | null;
  /** How many vGPU types show this device id in a guest. */
  readonly vgpuTypes: number;
};

const ID = /^(?<vendor>[0-9a-f]{4}):(?<device>[0-9a-f]{4})(?::(?<subVendor>[0-9a-f]{4}):(?<subDevice>[0-9a-f]{4}))?$/;

const NVIDIA = '10de';

type Ids = Pick<CatalogAnswer, 'id' | 'vendorId' | 'deviceId' | 'subsystemVendorId' | 'subsystemDeviceId'>;

function idsIn(text: string): Ids | undefined {
  const id = text.trim().toLowerCase();
  const { vendor, device, subVendor = null, subDevice = null } = ID.exec(id)?.groups ?? {};
  if (vendor === undefined || device === undefined) return undefined;
  return { id, vendorId: vendor, deviceId: device, subsystemVendorId: subVendor, subsystemDeviceId: subDevice };
}

/** @param text `VVVV:DDDD[:SSSS:SSSS]` in hex of either case, subsystem vendor before subsystem device; undefined where it is not of that form. */
export function catalogGpu(text: string): CatalogAnswer | undefined {
  const ids = idsIn(text);
  if (ids === undefined) return undefined;
  const card = ids.vendorId === NVIDIA ? gpuById(ids.deviceId) : undefined;
  return { ...ids, ...(card ? knownCard(card, ids.subsystemVendorId ?? '', ids.subsystemDeviceId ?? '') : UNKNOWN) };
}

type Knowledge = Omit<CatalogAnswer, keyof Ids>;

const UNKNOWN: Knowledge = {
  known: false,
  name: null,
  architecture: null,
  class: null,
  chip: null,
  vgpu: null,
  board: null,
  kernelModules: null,
  branches: [],
  newestBranch: null,
  vgpuTypes: 0,
};

function knownCard(card: CatalogGpu, subVendor: string, subDevice: string): Knowledge {
  const type = subVendor === NVIDIA ? vgpuTypeByIds(card.id, subDevice) : undefined;
  const branches = type ? branchesOfType(card, type) : branchesOfCard(card);
  const board = boardName(card, subVendor, subDevice);
  return {
    known: true,
    name: board ?? card.name,
    architecture: card.arch,
    class: card.class,
    chip: card.chip,
    vgpu: type ? vgpuOf(card, type) : null,
    board,
    kernelModules: type ? vgpuModules(card) : card.modules,
    branches,
    newestBranch: newestOf(branches),
    vgpuTypes: vgpuDevice(card.id)?.types ?? 0,
  };
}

function boardName(card: CatalogGpu, subVendor: string, subDevice: string): string | null {
  const board = boardOf(card, subVendor, subDevice);
  return board === null ? null : (board.name ?? card.name);
}

const vgpuOf = ({ arch }: CatalogGpu, { name, series, framebufferMiB }: VgpuType): CatalogAnswer['vgpu'] => ({
  type: name,
  series,
  framebufferMiB,
  cuda: runsCuda(series, framebufferMiB, arch),
});

/** A board that needs the open modules needs them as a vGPU too; else the architecture decides. */
export const vgpuModules = ({ modules, arch }: CatalogGpu): ModuleSupport =>
  modules === 'open' ? 'open' : (architecture(arch)?.vgpu ?? 'proprietary');

const branchesOfCard = ({ id }: CatalogGpu): readonly BranchSupport[] =>
  driverBranches().map(({ branch }) => ({ branch, ...supportOf(id, branch) }));

const branchesOfType = ({ id }: CatalogGpu, { last }: VgpuType): readonly BranchSupport[] =>
  vgpuMajors().map(({ branch }) =>
    last !== null && isGone(last, branch, null)
      ? { branch, supports: false, because: { kind: 'type-gone', last } }
      : { branch, ...supportOf(id, branch) },
  );

/** A branch of the card's architecture counts where no list names the card in any. */
const newestOf = (branches: readonly BranchSupport[]): number | null =>
  branches.find(({ supports, because }) => supports === true || because.kind === 'by-architecture')?.branch ?? null;
