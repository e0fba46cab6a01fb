import { notInSource } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { nextKernel } from './boot-loader/next-kernel.ts';
import { ifObservable } from './if-observable.ts';
import { compareVersions } from '../domain/version.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';

export type Kernel = {
  readonly running: string;
  /** x86_64, aarch64; null where a source does not say. */
  readonly arch: string | null;
  /** The kernel that the boot loader will take; equals running where nothing newer is installed. */
  readonly nextBoot: string;
  /** How nextBoot was found: grub default, BLS entry, newest in /boot, or assumed. */
  readonly nextBootFrom: 'grub' | 'bls' | 'newest' | 'running';
  /** A file or folder of the boot loader that may not be read: then nextBoot is an assumption. */
  readonly unread?: string;
  /** The compiler that built the running kernel, as a program name (`gcc-12`), from /proc/version; null or absent: not said. */
  readonly builtBy?: string | null;
  readonly installed: readonly string[];
  /** Of installed: those whose /lib/modules/K/build leads to headers. */
  readonly withHeaders: readonly string[];
};

const MODULES = '/lib/modules';

export const kernel = defineProbe({
  key: 'kernel',
  question: 'Which kernel runs, which one boots next, and which can modules be built for?',
  observe: {
    linux: async (machine): Promise<Kernel> => {
      const [{ uname, version }, installed] = await Promise.all([runningNow(machine), installedKernels(machine)]);
      const headers = await withHeaders(machine, installed);
      const next = await nextKernel(machine, uname?.release ?? newestOf(headers, installed));
      // Nothing runs in a guest that is only mounted: what boots next stands for it.
      const running = uname?.release ?? next.nextBoot;
      if (running === '') throw notInSource('uname -r');
      return {
        ...next,
        running,
        arch: uname?.arch ?? archIn(running),
        builtBy: parseCompiler(version ?? ''),
        installed,
        withHeaders: headers,
      };
    },
  },
});

type Uname = { readonly release: string; readonly arch: string | null };

/** The kernel that runs where an image is mounted is no kernel of the image. */
async function runningNow(machine: Observer): Promise<{ uname?: Uname | undefined; version?: string | undefined }> {
  if (isMounted(machine)) return {};
  const [uname, version] = await Promise.all([readUname(machine), ifObservable(machine.read('/proc/version'))]);
  return { uname, version };
}

async function readUname(machine: Observer): Promise<Uname | undefined> {
  const [release, arch] = await Promise.all(
    ['osrelease', 'arch'].map((name) => ifObservable(machine.read(`/proc/sys/kernel/${name}`))),
  );
  if (release?.trim()) return { release: release.trim(), arch: arch?.trim() ?? null };
  if (machine.origin.kind !== 'recorded') return undefined;
  const output = await ifObservable(machine.run(['uname', '-a']));
  return parseUname(output?.stdout ?? '');
}

/** `uname -a`, `uname -rm`, `uname -r`. */
export function parseUname(text: string): Uname | undefined {
  const line = text.trim().replace(/^uname:\s*/, '');
  const release = /(?:^|\s)(\d+\.\d+[^\s]*)/.exec(line)?.[1];
  return release === undefined ? undefined : { release, arch: ARCH.exec(line)?.[1] ?? null };
}

const ARCH = /\s(x86_64|aarch64|ppc64le|i686)(?:\s|$)/;

/** Distributions put the architecture into the release: 6.1.0-37-amd64, 5.14.0-427.el9.x86_64. */
function archIn(release: string): string | null {
  if (/[.-](amd64|x86_64)$/.test(release)) return 'x86_64';
  return /[.-](arm64|aarch64)$/.test(release) ? 'aarch64' : null;
}

/** "Linux version 6.1.0-37-amd64 (…) (gcc-12 (Debian 12.2.0-14) 12.2.0, …)", "(x86_64-linux-gnu-gcc-11 (Ubuntu …) 11.4.0", "(gcc (GCC) 11.4.1 …)". */
export function parseCompiler(version: string): string | null {
  const [, name, major] = /\((?:\S+-)?(gcc|clang)(?:-(\d+))?(?= \(| version)/.exec(version) ?? [];
  if (name === undefined) return null;
  const said = major ?? /\b(?:gcc|clang)[^()]*?(?:\([^()]*\))?\s*(?:version )?(\d+)\.\d+/.exec(version)?.[1];
  return said === undefined ? name : `${name}-${said}`;
}

/** Removing a kernel's package may leave its folder behind; one that can boot has an index of its modules. */
async function installedKernels(machine: Observer): Promise<readonly string[]> {
  const names = (await ifObservable(machine.list(MODULES))) ?? [];
  const indices = await Promise.all(names.map((name) => machine.status(`${MODULES}/${name}/modules.dep`)));
  const folders = await Promise.all(names.map((name) => ifObservable(machine.status(`${MODULES}/${name}/kernel`))));
  return names.filter((_, index) => indices[index] !== undefined || folders[index] !== undefined);
}

/** Of those with headers, else of all; '' where there is none. */
const newestOf = (withHeaders: readonly string[], installed: readonly string[]): string =>
  (withHeaders.length > 0 ? withHeaders : installed).toSorted((a, b) => compareVersions(b, a))[0] ?? '';

async function withHeaders(machine: Observer, kernels: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(
    kernels.map((name) =>
      ifObservable(machine.readBytes(`${MODULES}/${name}/build/Makefile`, { offset: 0, length: 1 })),
    ),
  );
  return kernels.filter((_, index) => texts[index] !== undefined);
}
