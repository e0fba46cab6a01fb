import type { MediaDocument, TokenDocument } from '../contract/documents/media.ts';
import type { Integrity, MediaItem, TokenReading } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { Translate } from '../words/translate.ts';

export type Fit = { readonly fits: boolean; readonly why: Message };

function intactOf(integrity: Integrity): boolean | null {
  switch (integrity.kind) {
    case 'intact':
      return true;
    case 'broken':
      return false;
    case 'unchecked':
      return null;
  }
}

/** `gpu-guest/media@1`. */
export const mediaDocument = (
  items: readonly { readonly item: MediaItem; readonly fit: Fit }[],
  translate: Translate,
): MediaDocument => ({
  schema: 'gpu-guest/media@1',
  items: items.map(({ item, fit }) => ({
    file: item.file,
    what: item.what,
    version: item.version,
    branch: item.branch,
    arch: item.arch,
    flavour: item.flavour,
    sizeBytes: item.sizeBytes,
    sha256: item.sha256,
    intact: intactOf(item.integrity),
    fits: fit.fits,
    why: translate(fit.why),
  })),
});

/** `gpu-guest/token@1`. */
export const tokenDocument = (reading: TokenReading, translate: Translate): TokenDocument => ({
  schema: 'gpu-guest/token@1',
  valid: reading.valid,
  why: reading.why === null ? null : translate(reading.why),
  issuer: reading.issuer,
  issuedAt: reading.issuedAt,
  notBefore: reading.notBefore,
  expiresAt: reading.expiresAt,
  servers: reading.servers.map(({ host, ports }) => ({ host, ports: [...ports] })),
  publicKeyBits: reading.publicKeyBits,
});
