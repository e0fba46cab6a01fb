/** What happens to a text on its way into a ticket. All of it is made from a seed, so that a failure comes again. */

export type Mutation = { readonly name: string; readonly bytes: Uint8Array };

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** At the end, at the beginning, or both: what was not copied. */
export function cuts(bytes: Uint8Array, count: number): readonly Mutation[] {
  const step = Math.max(1, Math.floor(bytes.length / count));
  return Array.from({ length: Math.min(count, bytes.length) }, (_, nth) => nth * step).flatMap((at) => [
    { name: `cut after byte ${at}`, bytes: bytes.subarray(0, at) },
    { name: `cut before byte ${at}`, bytes: bytes.subarray(at) },
  ]);
}

const wrapped = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [''])
    .join('\n');

/** Lines lost, doubled or in another order; the window's edge; mail; a tab for blanks. */
export function rearranged(bytes: Uint8Array, seed: number): readonly Mutation[] {
  const random = randomFrom(seed);
  const lines = decode(bytes).split('\n');
  const keep = (share: number): string => lines.filter(() => random() < share).join('\n');
  const from = Math.floor(random() * lines.length);
  const swapped = lines.map((line, at) => (at === from ? (lines[at + 1] ?? line) : at === from + 1 ? (lines[from] ?? line) : line));
  return [
    ...[0.9, 0.5, 0.1].map((share) => ({ name: `${share} of its lines`, bytes: encode(keep(share)) })),
    { name: 'every line twice', bytes: encode(lines.flatMap((line) => [line, line]).join('\n')) },
    { name: 'twice', bytes: encode([...lines, ...lines].join('\n')) },
    { name: 'two lines exchanged', bytes: encode(swapped.join('\n')) },
    { name: 'backwards', bytes: encode(lines.toReversed().join('\n')) },
    { name: 'wrapped at 80', bytes: encode(wrapped(lines.join('\n'), 80)) },
    { name: 'wrapped at 20', bytes: encode(wrapped(lines.join('\n'), 20)) },
    { name: 'in one line', bytes: encode(lines.join(' ')) },
    { name: 'without indentation', bytes: encode(lines.map((line) => line.trim()).join('\n')) },
    { name: 'indented with tabs', bytes: encode(lines.map((line) => line.replaceAll('    ', '\t')).join('\n')) },
  ];
}

/** Bytes that became others. */
export function flipped(bytes: Uint8Array, seed: number, count: number): readonly Mutation[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, nth) => {
    const copy = Uint8Array.from(bytes);
    for (let times = 0; times <= nth; times++)
      copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return { name: `${nth + 1} bytes changed (seed ${seed})`, bytes: copy };
  });
}
