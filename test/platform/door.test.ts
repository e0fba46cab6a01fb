import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { describe, expect, test } from 'vitest';
import { enterDoor, openDoor } from '../../src/platform/door.ts';

const ears = () => {
  const lines: string[] = [];
  let ends = 0;
  return { lines, onLine: (line: string) => lines.push(line), onEnd: () => ends++, ended: () => ends };
};
const noteOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { readonly pipe: string; readonly word: string };

/** What it is told; the connection ends. */
const stranger = (pipe: string, says: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(pipe, () => socket.write(says));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      resolve(heard);
    });
  });

describe('a door', () => {
  test('carries lines both ways to the one who knows the word, and tells when the other is gone', async () => {
    const [inside, outside] = [ears(), ears()];
    const door = await openDoor(inside);
    const visitor = await enterDoor(door.note, outside);
    const host = await door.entered;
    expect(existsSync(door.note)).toBe(false);
    visitor.tell('from the one 日本');
    host?.tell('from the other');
    await expect.poll(() => [inside.lines, outside.lines]).toEqual([['from the one 日本'], ['from the other']]);
    visitor.close();
    await expect.poll(inside.ended).toBe(1);
  });

  test('says nothing to whoever does not know the word, and stays for the one who does', async () => {
    const inside = ears();
    const door = await openDoor(inside);
    const { pipe, word } = noteOf(door.note);
    for (const guess of ['\n', `${word.slice(1)}x\n`, 'a'.repeat(100_000), `${word}x\n`]) expect(await stranger(pipe, guess)).toBe('');
    await enterDoor(door.note, ears());
    expect(await door.entered).toBeDefined();
    expect(inside.lines).toEqual([]);
  });

  test('that is closed before anybody came leaves nothing behind', async () => {
    const door = await openDoor(ears());
    const { pipe, word } = noteOf(door.note);
    door.close();
    expect(await door.entered).toBeUndefined();
    expect(existsSync(door.note)).toBe(false);
    expect(await stranger(pipe, `${word}\n`)).toBe('');
  });

  test('is not looked for where no note names it', async () => {
    await expect(enterDoor('/no/such/note', ears())).rejects.toThrow('ENOENT');
    const door = await openDoor(ears());
    writeFileSync(door.note, '{"pipe": 7}');
    await expect(enterDoor(door.note, ears())).rejects.toThrow('names no door');
    door.close();
  });
});
