/** A folder of media on disk, and the real observer looking at it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Observer } from '../../src/domain/machine.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { scanMedia, type ScanOptions } from '../../src/media/scan.ts';
import { linuxObserver } from '../../src/platform/linux/observer.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export const NOW = new Date('2026-11-22T00:00:00Z');

/** This machine, at a time of our choosing. */
export const machine: Observer = { ...linuxObserver(), now: () => NOW };

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function mediaFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** By name within the folder. */
export async function scanned(folder: string, options: ScanOptions = {}): Promise<Readonly<Record<string, MediaItem>>> {
  const items = await scanMedia(machine, folder, options);
  return Object.fromEntries((items ?? []).map((item) => [item.file.slice(folder.length + 1), item]));
}

/** The only item of a folder that holds one file. */
export async function only(name: string, content: string | Uint8Array): Promise<MediaItem> {
  const item = (await scanned(mediaFolder({ [name]: content })))[name];
  if (item === undefined) throw new Error(`${name} was not named`);
  return item;
}
