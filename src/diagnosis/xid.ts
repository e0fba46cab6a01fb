/** What an Xid speaks of, by NVIDIA's Xid catalogue (docs.nvidia.com/deploy/xid-errors). */
export type XidTopic = 'program' | 'memory' | 'firmware' | 'link' | 'hardware' | 'other';

const TOPICS: Readonly<Record<Exclude<XidTopic, 'other'>, readonly number[]>> = {
  /** Illegal instruction, bad address, a channel that was stopped or cleaned up: mostly the program's own fault. */
  program: [13, 31, 43, 45, 68, 69, 109],
  /** Uncorrectable ECC errors, retired pages, remapped rows. */
  memory: [48, 63, 64, 92, 94, 95],
  /** The GPU's own system processor did not answer. */
  firmware: [119, 120],
  link: [74],
  /** The card's micro-controllers, its power, or the GPU gone from the bus. */
  hardware: [54, 61, 62, 79],
};

export const topicOf = (xid: number): XidTopic =>
  (Object.keys(TOPICS) as Exclude<XidTopic, 'other'>[]).find((topic) => TOPICS[topic].includes(xid)) ?? 'other';
