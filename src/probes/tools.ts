import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** Name → path, of those we may use (gcc, cc, make, ld, dkms, openssl, mokutil, debconf-set-selections, systemctl, perl …); null: not there. */
export type Tools = Readonly<Record<string, string | null>>;

/** As in the search path with which programs are started. */
const FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

const TOOL_NAMES = [
  ...['cc', 'gcc', 'g++', 'make', 'ld', 'objcopy', 'perl', 'pkg-config', 'tar', 'xz', 'gzip'],
  ...['modprobe', 'depmod', 'modinfo', 'dkms', 'update-initramfs', 'dracut', 'mkinitcpio'],
  ...['openssl', 'mokutil', 'kmodsign', 'systemctl', 'timedatectl', 'lspci', 'cpuid', 'curl'],
  ...['apt-get', 'dpkg', 'debconf-set-selections', 'dnf', 'rpm', 'zypper'],
  ...['nvidia-smi', 'nvidia-uninstall', 'nvidia-installer', 'nvidia-gridd', 'nvcc', 'cloud-init'],
] as const;

export const tools = defineProbe({
  key: 'tools',
  question: 'Which tools are there?',
  observe: {
    linux: async (machine): Promise<Tools> => {
      const listed = await Promise.all(FOLDERS.map(async (folder) => new Set((await machine.list(folder)) ?? [])));
      const found = await Promise.all(
        TOOL_NAMES.map(async (name) => {
          const paths = FOLDERS.filter((_, index) => listed[index]?.has(name)).map((folder) => `${folder}/${name}`);
          return [name, await firstThere(machine, paths)] as const;
        }),
      );
      return Object.fromEntries(found);
    },
  },
});

/** A name may be a link into the alternatives that leads nowhere. */
async function firstThere(machine: Observer, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const link = (await machine.status(path))?.kind === 'link';
    if (!link || (await ifObservable(machine.readBytes(path, { offset: 0, length: 1 })))) return path;
  }
  return null;
}
