/** Captures made in the lab of guests on which NVIDIA's real driver, apt or DKMS had failed: they are diagnosed as the guests were. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPieces } from '../../src/cli/read-pieces.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { recordedSource } from '../../src/engine/recorded-source.ts';
import { judgingOf, survey } from '../../src/engine/survey.ts';

const FOLDER = 'test/outputs/captures';

/** The errors, as `diagnose` found them on the guest itself. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  'blackwell-on-535': ['driver.branch-too-old-for-gpu', 'driver.open-module-required', 'driver.not-loaded'],
  'build-without-compiler': [
    'driver.dkms-compiler-mismatch',
    'packages.broken',
    'driver.dkms-failed',
    'driver.module-missing-for-kernel',
    'driver.not-loaded',
  ],
  'card-does-not-start': ['gpu.init-failed'],
  'card-without-interrupt': ['gpu.init-failed'],
  'dpkg-cut-off': ['packages.broken', 'driver.module-missing-for-kernel', 'driver.not-loaded'],
  'headers-in-no-repository': ['kernel.headers-unavailable', 'driver.module-missing-for-kernel', 'driver.not-loaded'],
  'kernel-without-module': ['driver.module-missing-for-kernel', 'driver.not-loaded'],
  'no-room-for-bars': ['pci.bar-unassigned', 'gpu.init-failed'],
  'signatures-enforced': ['driver.module-signature-rejected', 'driver.not-loaded'],
  'two-versions-of-535': ['driver.userspace-kernel-mismatch'],
};

test.each(readdirSync(FOLDER).map((file) => file.replace('.zip', '')))('%s', async (name) => {
  const path = `${FOLDER}/${name}.zip`;
  const pieces = await readPieces(path);
  if (pieces === undefined) throw new Error(`${path} is not there`);
  const seen = await survey(recordedSource(pieces, path), defaultProfile, { skipMedia: true });
  const { verdict, findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  expect(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual(FOUND[name]);
  expect(verdict).toBe('broken');
});
