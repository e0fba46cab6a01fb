/** What `gpu-guest bundle` was asked for. */
import { dirname } from 'node:path';
import { refuse } from '../domain/fault.ts';
import { valueOf } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import type { BundleOrder } from '../engine/bundle/make-bundle.ts';
import type { OwnProgram } from '../engine/bundle/own-program.ts';
import { targetOf, type Target } from '../engine/bundle/target.ts';
import { examine } from '../engine/examine.ts';
import { mediaIn } from '../engine/media-in.ts';
import type { Kernel } from '../probes/kernel.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';
import { recallHashes, rememberHashes } from './media-hashes.ts';
import { mediaProgress } from './media-progress.ts';
import { profileTextAt } from './profile-bytes.ts';
import { profileOf } from './profile-option.ts';
import { programPath } from './program-path.ts';
import { programVersion } from './program-version.ts';
import { bundleReadMe } from './texts/bundle-text.ts';

/** A path in the profile would lead nowhere on the guest. */
function refusePaths({ driver, cuda, license }: Profile, withToken: boolean): void {
  const path = [driver.source, cuda.toolkit, ...(withToken ? [license.token] : [])].find((place) => place.includes('/'));
  if (path !== undefined) throw refuse('bad-request', say('bundle.profile-path', { path }));
}

async function profileText(call: Call): Promise<string | null> {
  const file = textOption(call, 'profile');
  if (file === '-') throw refuse('bad-request', say('bundle.profile-stdin'));
  return file === undefined ? null : profileTextAt(file);
}

/** Of another release this machine's kernel says nothing. */
function kernelsOf(call: Call, target: Target, kernel: Kernel | undefined): readonly string[] {
  const given = textOption(call, 'kernel')?.split(',').map((name) => name.trim()).filter(Boolean) ?? [];
  if (given.length > 0) return [...new Set(given)];
  if (!target.isHere || kernel === undefined) throw refuse('bad-request', say('bundle.kernel-needed', { name: target.name }));
  return [kernel.nextBoot];
}

/** Ubuntu's kernels of a later release (HWE, from 6.5 on) were built by gcc-12, which 22.04 has beside its own. */
function compilersFor({ id, version, isHere }: Target, kernels: readonly string[], kernel: Kernel | undefined): readonly string[] {
  const own = isHere && kernel !== undefined && kernels.includes(kernel.running) ? kernel.builtBy : null;
  const isLater = id === 'ubuntu' && version === '22.04' && kernels.some((name) => !name.startsWith('5.15.'));
  return [...new Set([...(own?.startsWith('gcc-') ? [own] : []), ...(isLater ? ['gcc-12'] : [])])];
}

/** Debian's own Node.js is a small program around a library of the system. */
function ownProgram(): OwnProgram {
  const isWhole = (process.config.variables as { readonly node_shared?: unknown }).node_shared !== true;
  const folder = dirname(dirname(process.execPath));
  return {
    program: programPath(),
    node: isWhole ? { path: process.execPath, version: process.versions.node } : null,
    licences: [`${folder}/LICENSE`, '/usr/share/doc/nodejs/LICENSE', '/usr/share/doc/nodejs/copyright'],
  };
}

async function itemsFor(call: Call, machine: Observer, folder: string): Promise<readonly MediaItem[]> {
  const hashes = recallHashes();
  try {
    return await mediaIn([machine], folder, { hashes, onProgress: mediaProgress(call) });
  } finally {
    rememberHashes(hashes);
  }
}

export async function bundleOrder(call: Call, machine: Observer): Promise<Omit<BundleOrder, 'place'>> {
  const withToken = call.options['with-token'] === true;
  const profile = await profileOf(call);
  refusePaths(profile, withToken);
  const kernel = valueOf((await examine(machine, ['kernel'])).kernel);
  const osRelease = (await machine.read('/etc/os-release')) ?? (await machine.read('/usr/lib/os-release')) ?? '';
  const target = targetOf(osRelease, textOption(call, 'release'));
  const kernels = kernelsOf(call, target, kernel);
  return {
    target,
    arch: kernel?.arch ?? 'x86_64',
    kernels,
    compilers: compilersFor(target, kernels, kernel),
    mirror: textOption(call, 'mirror'),
    profile,
    profileText: await profileText(call),
    media: await itemsFor(call, machine, profile.media),
    withToken,
    own: ownProgram(),
    toolVersion: programVersion,
    dryRun: call.options['dry-run'] === true,
    readMe: (manifest) => bundleReadMe(manifest, call),
  };
}
