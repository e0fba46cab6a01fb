/** `bundle.json` of an offline bundle, read with suspicion: it may come from anywhere. */
import { BUNDLE_SCHEMA, type BundledFile, type BundledPackage, type BundleManifest } from '../domain/bundle.ts';

type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
const objects = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.map(asObject).filter((one) => one !== null) : [];
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Below the bundle's folder, and nothing that a line or a command could be broken with. */
const isSafePath = (path: string): boolean => /^[\w.+~@%()=, -]+(\/[\w.+~@%()=, -]+)*$/.test(path) && !path.split('/').includes('..');
const isName = (name: string): boolean => /^[A-Za-z0-9][\w.+:~-]*$/.test(name);
const SHA256 = /^[0-9a-f]{64}$/;

const fileOf = ({ path, sizeBytes, sha256 }: Json): BundledFile | null =>
  isSafePath(text(path)) && typeof sizeBytes === 'number' && SHA256.test(text(sha256))
    ? { path: text(path), sizeBytes, sha256: text(sha256) }
    : null;

const packageOf = ({ name, version, file }: Json): BundledPackage | null =>
  isName(text(name)) && isSafePath(text(file)) ? { name: text(name), version: text(version), file: text(file) } : null;

/** Null where one of them is not as it must be: a list with holes is no list. */
function all<T>(items: readonly Json[], read: (item: Json) => T | null): readonly T[] | null {
  const found = items.map(read);
  return found.every((one) => one !== null) ? found : null;
}

function packagesOf(value: unknown): BundleManifest['packages'] | null {
  const packages = asObject(value);
  const list = all(objects(packages?.['list']), packageOf);
  const manager = packages?.['manager'];
  if (list === null || (manager !== 'apt' && manager !== 'dnf' && manager !== 'zypper')) return null;
  const headers = Object.entries(asObject(packages?.['headers']) ?? {}).filter(([, name]) => isName(text(name)));
  return {
    manager,
    list,
    headers: Object.fromEntries(headers.map(([kernel, name]) => [kernel, text(name)])),
    drivers: objects(packages?.['drivers']).map((driver) => ({
      packages: texts(driver['packages']).filter(isName),
      version: text(driver['version']),
      flavour: driver['flavour'] === 'open' ? 'open' : 'proprietary',
    })),
  };
}

function profileOf(value: unknown): BundleManifest['profile'] {
  const profile = asObject(value);
  return profile === null ? null : { file: text(profile['file']), sha256: text(profile['sha256']) };
}

function manifestIn(json: Json): BundleManifest | null {
  const files = all(objects(json['files']), fileOf);
  const packages = packagesOf(json['packages']);
  const release = asObject(json['release']);
  if (files === null || packages === null || release === null) return null;
  return {
    schema: BUNDLE_SCHEMA,
    toolVersion: text(json['toolVersion']),
    time: text(json['time']),
    release: { id: text(release['id']), version: text(release['version']), name: text(release['name']) },
    arch: text(json['arch']),
    kernels: texts(json['kernels']),
    profile: profileOf(json['profile']),
    holdsToken: json['holdsToken'] === true,
    node: typeof json['node'] === 'string' ? json['node'] : null,
    packages,
    files,
  };
}

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: BundleManifest }
  /** It calls itself a bundle's, and is not as one must be. */
  | { readonly kind: 'spoilt' }
  | { readonly kind: 'other' };

const CLAIMS_TO_BE = new RegExp(`^\\s*\\{\\s*"schema"\\s*:\\s*"${BUNDLE_SCHEMA}"`);

export function readManifest(source: string): ManifestReading {
  if (!CLAIMS_TO_BE.test(source)) return { kind: 'other' };
  try {
    const json = asObject(JSON.parse(source));
    const manifest = json === null ? null : manifestIn(json);
    return manifest === null ? { kind: 'spoilt' } : { kind: 'manifest', manifest };
  } catch {
    // Expected: it was cut short.
    return { kind: 'spoilt' };
  }
}
