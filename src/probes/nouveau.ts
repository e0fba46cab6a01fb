import type { Observer } from '../domain/machine.ts';
import { kernelModules } from './kernel-modules.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';

export type Nouveau = {
  readonly loaded: boolean;
  /** Kernels that have the module. */
  readonly inKernels: readonly string[];
  /** The file that keeps it away, by 'blacklist nouveau'; null: none. */
  readonly blacklistedBy: string | null;
  /** When that file was last changed, Unix ms; absent: not said. */
  readonly blacklistedMs?: number;
};

/** In modprobe's order of precedence: a file of the same name in an earlier folder hides the later one (modprobe.d(5)). */
const FOLDERS = [
  '/etc/modprobe.d',
  '/run/modprobe.d',
  '/usr/local/lib/modprobe.d',
  '/usr/lib/modprobe.d',
  '/lib/modprobe.d',
];
const KEEPS_AWAY = /^\s*(blacklist\s+nouveau|install\s+nouveau\s+\S*\/(false|true)|alias\s+nouveau\s+off)\b/m;

async function blacklist(machine: Observer): Promise<string | null> {
  const seen = new Set<string>();
  for (const folder of FOLDERS) {
    // /run is empty until a guest boots.
    const names = (folder.startsWith('/run/') && isMounted(machine) ? undefined : await machine.list(folder)) ?? [];
    for (const name of names) {
      if (!name.endsWith('.conf') || seen.has(name)) continue;
      seen.add(name);
      const path = `${folder}/${name}`;
      if (KEEPS_AWAY.test((await machine.read(path)) ?? '')) return path;
    }
  }
  return null;
}

async function observe(machine: Observer): Promise<Nouveau> {
  const [status, found, blacklistedBy] = await Promise.all([
    isMounted(machine) ? undefined : machine.status('/sys/module/nouveau'),
    kernelModules(machine, /^nouveau$/),
    blacklist(machine),
  ]);
  const file = blacklistedBy === null ? undefined : await ifObservable(machine.status(blacklistedBy));
  return {
    loaded: status !== undefined,
    inKernels: [...new Set(found.map(({ kernel }) => kernel))],
    blacklistedBy,
    ...(file && { blacklistedMs: file.modifiedMs }),
  };
}

export const nouveau = defineProbe({
  key: 'nouveau',
  question: 'Where is nouveau?',
  observe: { linux: observe },
});
