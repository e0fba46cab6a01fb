/** Where the start of a GPU stopped. First number: `RM_INIT_*` of osinit.c in NVIDIA's open kernel modules (MIT), 580 and older. */
export type InitStage = 'environment' | 'attach' | 'init' | 'load' | 'memory' | 'vbios' | 'firmware' | 'other';

const FROM: readonly (readonly [number, InitStage])[] = [
  [0x60, 'firmware'],
  [0x40, 'other'],
  [0x30, 'vbios'],
  [0x26, 'memory'],
  [0x25, 'load'],
  [0x23, 'init'],
  [0x20, 'attach'],
  [0x10, 'environment'],
];

/** @param code as logged: `0x22:0x40:774` */
export function stageOf(code: string): InitStage {
  const number = Number.parseInt(code, 16);
  return FROM.find(([from]) => number >= from)?.[1] ?? 'other';
}
