/** What was measured, beside what the card's own clocks give on paper. */
import type { Figure, FigureName } from './part.ts';
import { lineOf, type LineOf, type ProgramLine } from './program-lines.ts';

type Device = LineOf<'device'>;

/** FP32 cores of a multiprocessor by compute capability: `_ConvertSMVer2Cores` in NVIDIA's cuda-samples, Common/helper_cuda.h; Kepler stood in it up to CUDA 11. */
const CORES: Readonly<Record<string, number>> = {
  '3.0': 192,
  '3.5': 192,
  '3.7': 192,
  '5.0': 128,
  '5.2': 128,
  '5.3': 128,
  '6.0': 64,
  '6.1': 128,
  '6.2': 128,
  '7.0': 64,
  '7.2': 64,
  '7.5': 64,
  '8.0': 64,
  '8.6': 128,
  '8.7': 128,
  '8.9': 128,
  '9.0': 128,
  '10.0': 128,
  '10.1': 128,
  '10.3': 128,
  '11.0': 128,
  '12.0': 128,
  '12.1': 128,
};

/** Two transfers a clock, over the whole bus; null where the card does not tell its clock or its width (a vGPU may not). */
function memoryOnPaper({ memoryClockKHz, busBits }: Device): number | null {
  const value = (2 * memoryClockKHz * 1000 * (busBits / 8)) / 1e9;
  return value > 0 ? value : null;
}

/** A multiplication and an addition a clock and core. */
function productOnPaper({ major, minor, multiprocessors, clockKHz }: Device): number | null {
  const value = (2 * (CORES[`${String(major)}.${String(minor)}`] ?? 0) * multiprocessors * clockKHz * 1000) / 1e12;
  return value > 0 ? value : null;
}

/** Faster than on paper: then the card does not count as the paper does, and nothing is expected of it. */
const figure = (what: FigureName, value: number, unit: Figure['unit'], paper: number | null): Figure => ({
  what,
  value,
  unit,
  theoretical: paper !== null && value <= paper ? paper : null,
});

const rate = ({ bytes, times, seconds }: LineOf<'to-host'> | LineOf<'to-device'> | LineOf<'device-copy'>): number =>
  (bytes * times) / seconds / 1e9;

/** `isShare`: a part of the card (a MIG device), of which the whole card's clocks say nothing. */
export function figuresOf(lines: readonly ProgramLine[], isShare: boolean): readonly Figure[] {
  const device = isShare ? undefined : lineOf(lines, 'device');
  const memory = lineOf(lines, 'device-copy');
  const toDevice = lineOf(lines, 'to-device');
  const toHost = lineOf(lines, 'to-host');
  const product = lineOf(lines, 'product');
  return [
    ...(memory ? [figure('memory', 2 * rate(memory), 'GB/s', device ? memoryOnPaper(device) : null)] : []),
    ...(toDevice ? [figure('to-device', rate(toDevice), 'GB/s', null)] : []),
    ...(toHost ? [figure('to-host', rate(toHost), 'GB/s', null)] : []),
    ...(product
      ? [
          figure(
            'product',
            (2 * product.size ** 3 * product.times) / product.seconds / 1e12,
            'TFLOPS',
            device ? productOnPaper(device) : null,
          ),
        ]
      : []),
  ];
}

/** A plain copy reaches most of what the memory can; below half of it something holds it back. Our own line, nobody's promise. */
const LEAST_SHARE = 0.5;

/** Of the memory alone: our matrix product is no measure of what the best library reaches. */
export const isSlow = (figures: readonly Figure[]): boolean =>
  figures.some(({ what, value, theoretical }) => what === 'memory' && theoretical !== null && value < LEAST_SHARE * theoretical);
