export type Watching<T> = {
  readonly signal: AbortSignal;
  readonly look: () => Promise<T>;
  readonly show: (seen: T) => void;
  /** May reject when the signal is aborted. */
  readonly pause: () => Promise<void>;
  /** Nobody reads any more. */
  readonly isOver: () => boolean;
};

/** Looks, shows, waits, again and again until it is stopped. Returns what was shown last; null: stopped before the first look had ended. */
export async function watch<T>({ signal, look, show, pause, isOver }: Watching<T>): Promise<T | null> {
  let last: T | null = null;
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
  while (!signal.aborted && !isOver()) {
    const seen = await Promise.race([look(), stopped]);
    if (seen === null) break;
    show(seen);
    last = seen;
    // Expected: the pause is cut short by the signal.
    if (!isOver()) await pause().catch(() => undefined);
  }
  return last;
}
