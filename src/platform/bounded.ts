import type { Chunks } from '../domain/gap.ts';

/** What one stream may give: text of a log of years, no more. What unpacks to more is said to have been cut there. */
const MOST_BYTES = 1024 ** 3;

export async function* bounded(chunks: Chunks, most = MOST_BYTES): Chunks {
  let left = most;
  try {
    let next = await chunks.next();
    for (; next.done !== true; next = await chunks.next()) {
      yield next.value.subarray(0, left);
      left -= next.value.length;
      if (left < 0) return { kind: 'too-large', limitMiB: Math.round(most / 1024 ** 2) };
    }
    return next.value;
  } finally {
    await chunks.return(null);
  }
}
