import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { managerOf } from './package-manager.ts';
import { defineProbe } from './probe.ts';
import { parsePolicy } from './repository-apt.ts';
import { parseZypperSearch } from './repository-rpm.ts';

export type ContainerToolkit = {
  /** Of nvidia-ctk, such as `1.17.8`; null: it is not installed. */
  readonly version: string | null;
  /** Whether a configured repository has it, by the index as it lies on the guest. Asked only where it is not installed. */
  readonly offered: boolean;
  /** Files by which Podman and CRI-O call NVIDIA's hook for every container, as toolkits before CDI had it. */
  readonly hooks: readonly string[];
};

const NAME = 'nvidia-container-toolkit';
const TIMEOUT_MS = 60_000;
/** Where containers-common and CRI-O look for hooks. */
export const OCI_HOOKS = ['/usr/share/containers/oci/hooks.d', '/etc/containers/oci/hooks.d'].map(
  (folder) => `${folder}/oci-nvidia-hook.json`,
);

async function versionOf(machine: Observer): Promise<string | null> {
  if (!(await machine.status('/usr/bin/nvidia-ctk'))) return null;
  const { stdout, stderr } = await machine.run(['nvidia-ctk', '--version']);
  // `NVIDIA Container Toolkit CLI version 1.14.3`, then a line with the commit.
  const version = /version (\d[\w.~-]*)/.exec(stdout)?.[1];
  if (version === undefined) throw unreadable('nvidia-ctk --version', stderr || stdout);
  return version;
}

async function isOffered(machine: Observer): Promise<boolean> {
  const ask = async (...command: readonly [string, ...string[]]): Promise<string> =>
    (await machine.run(command, { timeoutMs: TIMEOUT_MS })).stdout;
  switch (await managerOf(machine)) {
    case 'apt':
      return parsePolicy(await ask('apt-cache', 'policy', NAME)).has(NAME);
    case 'dnf':
      return (await ask('dnf', '-q', '-C', 'repoquery', '--qf', '%{name} %{version}\n', NAME))
        .split('\n')
        .some((line) => line.startsWith(`${NAME} `));
    case 'zypper': {
      const search = ['--non-interactive', '--no-refresh', 'search', '-s', '-t', 'package'];
      return parseZypperSearch(await ask('zypper', ...search, NAME)).some(({ name }) => name === NAME);
    }
    case 'none':
      return false;
  }
}

/** A guest without a container runtime needs no toolkit: its package manager is not asked. */
const PROGRAMS = ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/bin/containerd', '/usr/bin/podman'];

async function observe(machine: Observer): Promise<ContainerToolkit> {
  const version = await versionOf(machine);
  const there = await Promise.all([...PROGRAMS, ...OCI_HOOKS].map((path) => machine.status(path)));
  const needsIt = there.slice(0, PROGRAMS.length).some((status) => status !== undefined);
  return {
    version,
    offered: version === null && needsIt && (await isOffered(machine)),
    hooks: OCI_HOOKS.filter((_, index) => there[PROGRAMS.length + index] !== undefined),
  };
}

export const containerToolkit = defineProbe({
  key: 'containerToolkit',
  question: 'Is the NVIDIA Container Toolkit there?',
  observe: { linux: observe },
});
