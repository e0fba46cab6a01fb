/**
 * What cards offer once they are in MIG mode; the driver tells it only then. NVIDIA MIG User Guide, "Supported MIG Profiles".
 * Cards that are not in it may have MIG all the same: then the driver's own table decides.
 */

/** `starts`, `size`: memory slices. `total`: how many of it an empty card takes. */
export type MigSize = { readonly name: string; readonly total: number; readonly starts: readonly number[]; readonly size: number };

const size = (name: string, total: number, starts: readonly number[], slices: number): MigSize => ({ name, total, starts, size: slices });

/** Seven compute slices, eight memory slices: A100 and its successors. GiB of one slice, two, half the card, all of it. */
const sevenSlices = ([one, two, half, whole]: readonly [number, number, number, number]): readonly MigSize[] => [
  size(`1g.${one}gb`, 7, [0, 1, 2, 3, 4, 5, 6], 1),
  size(`1g.${one}gb+me`, 1, [0, 1, 2, 3, 4, 5, 6], 1),
  size(`1g.${two}gb`, 4, [0, 2, 4, 6], 2),
  size(`2g.${two}gb`, 3, [0, 2, 4], 2),
  size(`3g.${half}gb`, 2, [0, 4], 4),
  size(`4g.${half}gb`, 1, [0], 4),
  size(`7g.${whole}gb`, 1, [0], 8),
];

const A30 = [
  size('1g.6gb', 4, [0, 1, 2, 3], 1),
  size('1g.6gb+me', 1, [0, 1, 2, 3], 1),
  size('2g.12gb', 2, [0, 2], 2),
  size('2g.12gb+me', 1, [0, 2], 2),
  size('4g.24gb', 1, [0], 4),
];

const CARDS: readonly (readonly [RegExp, readonly MigSize[]])[] = [
  [/\bA30\b/, A30],
  [/\bA[18]00\b.*\b40GB/, sevenSlices([5, 10, 20, 40])],
  [/\bA[18]00\b.*\b80GB/, sevenSlices([10, 20, 40, 80])],
  [/\bH[18]00 NVL\b/, sevenSlices([12, 24, 47, 94])],
  [/\bH[18]00\b.*\b(?:80GB|PCIe)/, sevenSlices([10, 20, 40, 80])],
  [/\bH200\b/, sevenSlices([18, 35, 71, 141])],
  [/\bB200\b/, sevenSlices([23, 45, 90, 180])],
];

/** Also those whose sizes are not known here: the guide's list of supported GPUs. */
const HAS_MIG = /\b(?:A30X?|A100X?|A800|AX800|H100|H800|H200|H20|GH200|B100|B200|B300|GB200|GB300)\b|RTX PRO 6000 Blackwell/;

/** By the card's name, as the catalogue or nvidia-smi has it; null: not known here. */
export const migSizesOf = (card: string): readonly MigSize[] | null =>
  CARDS.find(([name]) => name.test(card))?.[1] ?? null;

export const isKnownToHaveMig = (card: string): boolean => HAS_MIG.test(card);

/** Ampere keeps the mode in the card and takes it up with a reset; from Hopper on it needs none, and lasts as long as the driver is loaded. */
export const needsReset = (architecture: string | null): boolean => architecture === null || architecture === 'Ampere';
