/** A small offline bundle, as files of a folder. */
import { createHash } from 'node:crypto';
import { BUNDLE_SCHEMA, type BundleManifest } from '../../src/domain/bundle.ts';
import type { Files } from './media-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const FILES: Readonly<Record<string, string>> = {
  'packages/make_4.3-4_amd64.deb': 'not really a package',
  'packages/Packages': 'Package: make\nFilename: ./make_4.3-4_amd64.deb\n',
  'gpu-guest.js': '#!/usr/bin/env node\n',
};

export const KERNEL = '6.1.0-37-amd64';

const listed = (name: string) => ({ name, version: '1', file: `${name}_1_amd64.deb` });

export const manifestOf = (changes: Partial<BundleManifest> = {}, files: Readonly<Record<string, string>> = FILES): BundleManifest => ({
  schema: BUNDLE_SCHEMA,
  toolVersion: '0.1.0',
  time: '2026-11-22T08:00:00.000Z',
  release: { id: 'debian', version: '12', name: 'Debian 12' },
  arch: 'x86_64',
  kernels: [KERNEL],
  profile: null,
  holdsToken: false,
  node: null,
  packages: {
    manager: 'apt',
    list: ['gcc', 'gcc-12', 'make', 'libc6-dev', 'dkms', `linux-headers-${KERNEL}`].map(listed),
    headers: { [KERNEL]: `linux-headers-${KERNEL}` },
    drivers: [],
  },
  files: Object.entries(files).map(([path, text]) => ({ path, sizeBytes: text.length, sha256: sha256(text) })),
  ...changes,
});

export const bundleFiles = (changes: Partial<BundleManifest> = {}, more: Files = {}): Files => ({
  ...FILES,
  'bundle.json': `${JSON.stringify(manifestOf(changes), null, 1)}\n`,
  ...more,
});
