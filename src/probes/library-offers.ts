import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { managerOf } from './package-manager.ts';
import type { Os } from './os.ts';
import { defineProbe } from './probe.ts';
import { parseRepoquery, parseZypperSearch } from './repository-rpm.ts';

/**
 * Packages of cuDNN, NCCL and the fabric manager that a configured repository has, in every version: NCCL's builds for
 * different CUDAs have one name, and the fabric manager has to be of the driver's version. By the index as it lies on the guest.
 */
export type LibraryOffers = readonly { readonly name: string; readonly version: string }[];

const TIMEOUT_MS = 60_000;
const WANTED = /^libcudnn\d+(?:-(?:dev|devel))?(?:-cuda-\d+)?$|^libnccl(?:2|-dev|-devel)?$|^nvidia-fabric-?manager(?:-\d+)?$/;
const PREFIXES = ['libcudnn', 'libnccl', 'nvidia-fabric'] as const;

/** `apt-cache madison A B`: ` libnccl2 | 2.21.5-1+cuda12.4 | https://… Packages`. */
export const parseMadison = (text: string): LibraryOffers =>
  text.split('\n').flatMap((line) => {
    const [name, version] = line.split('|').map((cell) => cell.trim());
    return name && version && WANTED.test(name) ? [{ name, version }] : [];
  });

async function ask(machine: Observer, ...command: readonly [string, ...string[]]): Promise<string> {
  const { stdout, stderr, exitCode } = await machine.run(command, { timeoutMs: TIMEOUT_MS });
  // zypper ends with 104 where it finds nothing; that it is locked (7) it may say on its standard output.
  const nothingFound = command[0] === 'zypper' && exitCode === 104;
  if (exitCode !== 0 && !nothingFound) throw unreadable(command.slice(0, 2).join(' '), stderr || stdout);
  return stdout;
}

async function apt(machine: Observer): Promise<LibraryOffers> {
  const lists = await Promise.all(PREFIXES.map((prefix) => ask(machine, 'apt-cache', 'pkgnames', prefix)));
  const names = lists.flatMap((text) => text.split('\n')).filter((name) => WANTED.test(name)).toSorted();
  return names.length === 0 ? [] : parseMadison(await ask(machine, 'apt-cache', 'madison', ...names));
}

/** Whether a package of this name is one of those. */
export const isLibraryPackage = (name: string): boolean => WANTED.test(name);

export async function libraryOffersOf(machine: Observer, manager: Os['packageManager']): Promise<LibraryOffers> {
  const patterns = PREFIXES.map((prefix) => `${prefix}*`);
  switch (manager) {
    case 'apt':
      return apt(machine);
    case 'dnf':
      return parseRepoquery(
        await ask(machine, 'dnf', '-q', '-C', 'repoquery', '--qf', '%{name} %{version}-%{release}.%{arch}\n', ...patterns),
      ).flatMap(({ name, version }) => (WANTED.test(name) ? [{ name, version: version.replace(/\.[a-z]\w+$/, '') }] : []));
    case 'zypper': {
      const search = ['--non-interactive', '--no-refresh', 'search', '-s', '-t', 'package'];
      return parseZypperSearch(await ask(machine, 'zypper', ...search, ...patterns)).filter(({ name }) => WANTED.test(name));
    }
    case 'none':
      return [];
  }
}

export const libraryOffers = defineProbe({
  key: 'libraryOffers',
  question: 'Do the repositories have cuDNN, NCCL and the fabric manager?',
  observe: { linux: async (machine) => libraryOffersOf(machine, await managerOf(machine)) },
});
