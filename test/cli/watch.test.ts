import { describe, expect, it } from 'vitest';
import { freshLines } from '../../src/cli/fresh-lines.ts';
import { onScreen } from '../../src/cli/on-screen.ts';
import { watch } from '../../src/cli/watch.ts';

const never = new Promise<never>(() => undefined);

describe('watching', () => {
  it('looks until it is stopped, and remembers what was shown last', async () => {
    const stop = new AbortController();
    const shown: number[] = [];
    let looks = 0;
    const last = await watch({
      signal: stop.signal,
      look: () => Promise.resolve(++looks),
      show: (seen) => shown.push(seen),
      pause: () => (looks === 3 ? (stop.abort(), Promise.reject(new Error('cut short'))) : Promise.resolve()),
      isOver: () => false,
    });
    expect([last, shown]).toEqual([3, [1, 2, 3]]);
  });
  it('does not wait for a look that hangs: nvidia-smi may do so for long', async () => {
    const stop = new AbortController();
    const watched = watch({
      signal: stop.signal,
      look: () => (queueMicrotask(() => { stop.abort(); }), never),
      show: () => { throw new Error('nothing was seen'); },
      pause: () => never,
      isOver: () => false,
    });
    expect(await watched).toBeNull();
  });
  it('ends when nobody reads any more', async () => {
    let isOver = false;
    const last = await watch({
      signal: new AbortController().signal,
      look: () => Promise.resolve('seen'),
      show: () => { isOver = true; },
      pause: () => never,
      isOver: () => isOver,
    });
    expect(last).toBe('seen');
  });
});

const collected = () => {
  const texts: string[] = [];
  return { out: (text: string) => texts.push(text), text: () => texts.join('') };
};

describe('what is watched', () => {
  it('is told to a log once for each change, with its time', () => {
    const { out, text } = collected();
    const { show } = freshLines({ out });
    const at = (second: string, ...lines: string[]) => { show({ page: '', lines, time: `2026-11-22T09:00:${second}.125Z` }); };
    at('00', 'GPU · licensed', 'nvidia-gridd · active running');
    at('10', 'GPU · licensed', 'nvidia-gridd · active running');
    at('20', 'GPU · not licensed', 'nvidia-gridd · active running');
    at('30', 'GPU · licensed', 'nvidia-gridd · active running');
    expect(text().trimEnd().split('\n')).toEqual([
      '2026-11-22T09:00:00Z GPU · licensed',
      '2026-11-22T09:00:00Z nvidia-gridd · active running',
      '2026-11-22T09:00:20Z GPU · not licensed',
      '2026-11-22T09:00:30Z GPU · licensed',
    ]);
  });
  it('is redrawn on a terminal without scrolling, and stays behind when it ends', () => {
    const { out, text } = collected();
    const screen = onScreen({ out }, () => 3);
    screen.show({ page: 'one\ntwo\nthree\nfour\n', lines: [], time: null });
    const drawn = text();
    expect(drawn).toContain('one\u001B[K\ntwo\u001B[K\n\u001B[J');
    expect(drawn).not.toContain('three');
    screen.end();
    expect(text().slice(drawn.length)).toBe('\u001B[?25h\u001B[?1049lone\ntwo\nthree\nfour\n');
  });
});
