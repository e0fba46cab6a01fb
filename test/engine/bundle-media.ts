/** A file of a media folder, a GRID package where nothing else is said. */
import type { MediaItem } from '../../src/domain/media-item.ts';

export const item = (file: string, known: Partial<MediaItem>): MediaItem => ({
  file, what: 'driver', version: '535.161.07', branch: 535, arch: 'x86_64', flavour: 'grid', sizeBytes: 1, sha256: 'a'.repeat(64),
  integrity: { kind: 'intact' }, format: 'deb', packageName: null, moduleFlavours: [], bundledDriver: null, source: { path: file },
  token: null, remark: null, ...known,
});
