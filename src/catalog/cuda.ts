import floorTable from '../../resources/knowledge/cuda-floors.jsonl';
import toolkitTable from '../../resources/knowledge/cuda-toolkits.jsonl';
import { branchOf, compareVersions, majorMinor } from '../domain/version.ts';
import { allRecords, type Table } from './records.ts';
import { majorOfBranch } from './vgpu-releases.ts';

export type CudaToolkit = {
  readonly cuda: string;
  /** The driver that it was released with; older drivers of the same major's floor run it too. */
  readonly linux: string;
};

const toolkits = toolkitTable as Table<CudaToolkit>;
const floors = floorTable as Table<{ major: number; linux: string }>;

/** Newest first. */
const cudaToolkits = (): readonly CudaToolkit[] => allRecords(toolkits);

/**
 * The lowest Linux driver that runs a toolkit: the floor of its major (minor-version compatibility, CUDA 11 and later), before
 * that the driver it was released with; null where no list names the toolkit.
 */
export function cudaFloor(version: string): string | null {
  const major = Number.parseInt(version, 10);
  const floor = allRecords(floors).find((row) => row.major === major);
  if (floor) return floor.linux;
  return cudaToolkits().find(({ cuda }) => majorMinor(cuda) === majorMinor(version))?.linux ?? null;
}

/** The CUDA version ("12.2") that a driver branch brings by itself; null where no list says. */
export function nativeCuda(branch: number): string | null {
  const ofRelease = majorOfBranch(branch)?.cuda;
  if (ofRelease !== undefined) return ofRelease;
  const toolkit = cudaToolkits().find(({ linux }) => branchOf(linux) === branch);
  return toolkit ? majorMinor(toolkit.cuda) : null;
}

/** Public drivers of a branch that CUDA toolkits brought along, newest first. */
export const driversWithCuda = (branch: number): readonly string[] =>
  [...new Set(cudaToolkits().flatMap(({ linux }) => (branchOf(linux) === branch ? linux : [])))].sort((a, b) =>
    compareVersions(b, a),
  );
