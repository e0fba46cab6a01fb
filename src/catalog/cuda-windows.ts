/** CUDA on Windows: the parts of its installer, and the driver of Windows's own numbers that a toolkit needs. */
import floorTable from '../../resources/knowledge/cuda-floors.jsonl';
import partTable from '../../resources/knowledge/cuda-windows.jsonl';
import { atLeast, compareVersions, majorMinor } from '../domain/version.ts';
import { allRecords, type Table } from './records.ts';

const parts = partTable as Table<{ readonly since: string; readonly parts: readonly string[] }>;
const floors = floorTable as Table<{ readonly major: number; readonly windows: string }>;

/** The names of the toolkit's parts (`nvcc_12.6`), its driver not among them; null where no list names those of this version. */
export function cudaParts(version: string): readonly string[] | null {
  const short = majorMinor(version);
  const [newest] = allRecords(parts)
    .filter(({ since }) => atLeast(short, since))
    .toSorted((a, b) => compareVersions(b.since, a.since));
  return newest?.parts.map((name) => `${name}_${short}`) ?? null;
}

/** The lowest Windows driver that runs a toolkit of this major; null where no list names it. */
export const windowsCudaFloor = (version: string): string | null =>
  allRecords(floors).find(({ major }) => major === Number.parseInt(version, 10))?.windows ?? null;
