import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { ModuleFlavour } from '../domain/profile.ts';
import { kernelModules, type ModuleFile } from './kernel-modules.ts';
import { loadedNow } from './loaded-module.ts';
import { defineProbe } from './probe.ts';

export type NvidiaModule = {
  readonly loaded: { readonly version: string; readonly flavour: ModuleFlavour | null } | null;
  readonly files: readonly {
    readonly kernel: string;
    readonly path: string;
    readonly version: string | null;
    readonly flavour: ModuleFlavour | null;
    readonly vermagic: string | null;
    readonly signer: string | null;
  }[];
};
type Details = Omit<NvidiaModule['files'][number], 'kernel' | 'path'>;

/** Debian renames its modules (nvidia-current, nvidia-tesla-470); nvidia-drm and the like are other modules. */
const NAMES = /^nvidia(-current|-tesla(-\d+)?|-legacy-\d+xx)?(-open)?$/;

const flavourOfLicense = (license: string | null): ModuleFlavour | null =>
  license === null ? null : /^NVIDIA/i.test(license) ? 'proprietary' : /GPL|MIT/i.test(license) ? 'open' : null;

/** `modinfo PATH`: `name:   value` lines; a signature's own lines follow. */
function parseModinfo(text: string): Details {
  const field = (name: string): string | null =>
    new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1]?.trim() ?? null;
  return {
    version: field('version'),
    flavour: flavourOfLicense(field('license')),
    vermagic: field('vermagic'),
    signer: field('signer'),
  };
}

async function details(machine: Observer, { kernel, path }: ModuleFile): Promise<NvidiaModule['files'][number]> {
  const output = await machine.run(['modinfo', path]);
  // In the index, and its file gone: what modprobe would stumble over too.
  if (output.exitCode !== 0 && !/not found|No such file/i.test(output.stderr))
    throw unreadable(`modinfo ${path}`, output.stderr);
  return { kernel, path, ...parseModinfo(output.stdout) };
}

export async function moduleFilesOf(machine: Observer): Promise<NvidiaModule['files']> {
  const found = await kernelModules(machine, NAMES);
  return Promise.all(found.map((file) => details(machine, file)));
}

async function observe(machine: Observer): Promise<NvidiaModule> {
  const [loaded, files] = await Promise.all([loadedNow(machine), moduleFilesOf(machine)]);
  return { loaded, files };
}

export const nvidiaModule = defineProbe({
  key: 'nvidiaModule',
  question: 'Which nvidia kernel module is loaded, and for which kernels is one installed?',
  observe: { linux: observe },
});
