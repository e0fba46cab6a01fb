/** Files of a media folder in a few words. */
import type { MediaItem, TokenReading } from '../../src/domain/media-item.ts';

export const item = (fields: Partial<MediaItem> & Pick<MediaItem, 'file' | 'what'>): MediaItem => ({
  version: null,
  branch: null,
  arch: null,
  flavour: null,
  sizeBytes: 1,
  sha256: `sha-${fields.file}`,
  integrity: { kind: 'intact' },
  format: null,
  packageName: null,
  moduleFlavours: [],
  bundledDriver: null,
  source: { path: fields.file },
  token: null,
  remark: null,
  ...fields,
});

export const driverFile = (
  version: string,
  flavour: MediaItem['flavour'] = 'grid',
  fields: Partial<MediaItem> = {},
): MediaItem =>
  item({
    file: `/nv/${version}-${flavour ?? 'none'}.run`,
    what: 'driver',
    version,
    flavour,
    format: 'run',
    arch: 'x86_64',
    ...fields,
  });

export const cudaFile = (version: string, fields: Partial<MediaItem> = {}): MediaItem =>
  item({ file: `/nv/cuda_${version}.run`, what: 'cuda', version, format: 'run', arch: 'x86_64', ...fields });

export const toolkitFile = (packageName: string, version: string, fields: Partial<MediaItem> = {}): MediaItem =>
  item({
    file: `/nv/${packageName}_${version}-1_amd64.deb`,
    what: 'container-toolkit',
    version,
    format: 'deb',
    arch: 'x86_64',
    packageName,
    ...fields,
  });

const READING: TokenReading = {
  valid: true,
  why: null,
  trouble: 'none',
  issuer: 'NLS Service Instance',
  issuedAt: '2026-01-01T00:00:00.000Z',
  notBefore: '2026-01-01T00:00:00.000Z',
  expiresAt: '2038-01-01T00:00:00.000Z',
  servers: [],
  publicKeyBits: 2048,
};

export const tokenFile = (name: string, reading: Partial<TokenReading> = {}): MediaItem =>
  item({ file: `/nv/${name}.tok`, what: 'token', token: { ...READING, ...reading } });
