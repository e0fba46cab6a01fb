/** What large media files were summed to, remembered between calls: root's beside the system's caches, a user's in their own. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MediaHashes } from '../media/media-hashes.ts';
import { platformHere } from '../platform/index.ts';

function cacheFile(): string | null {
  if (process.getuid?.() === 0) return '/var/cache/gpu-guest/media-hashes.json';
  const local = process.env['LOCALAPPDATA'];
  if (platformHere() === 'windows') return local === undefined ? null : join(local, 'gpu-guest', 'media-hashes.json');
  const cache =
    process.env['XDG_CACHE_HOME'] ??
    (process.env['HOME'] === undefined ? undefined : join(process.env['HOME'], '.cache'));
  return cache === undefined ? null : join(cache, 'gpu-guest', 'media-hashes.json');
}

export function recallHashes(): MediaHashes {
  const file = cacheFile();
  if (file === null) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as MediaHashes) : {};
  } catch {
    // Expected: nothing remembered yet, or what a power cut left. The files are then read again.
    return {};
  }
}

export function rememberHashes(hashes: MediaHashes): void {
  const file = cacheFile();
  if (file === null || Object.keys(hashes).length === 0) return;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(hashes), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // Expected: a read-only or full disk. Remembering is a convenience only.
  }
}
