/** dnf for another release than this machine's, or for a system without any package; without a trace on this machine. */
import { refuse } from '../../domain/fault.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { dnfRepository } from '../../probes/repository-rpm.ts';
import { say } from '../../words/say.ts';
import type { Packing } from './packing.ts';
import { failed, takeKeys, takeOwnKeys, unmet, wholeList, type PrivateRpm, type RpmOrder } from './private-rpm.ts';
import { dnfAnnounced, parseDnfTable, rpmComplaints } from './rpm-answers.ts';
import { rpmSources } from './rpm-sources.ts';

const MAIN = '[main]\ngpgcheck=1\nskip_if_unavailable=0\n';

/** dnf 5 looks for its settings in the new root, unless told otherwise; dnf 4 takes this machine's where the root has none. */
const ownSettings = (isFive: boolean, { target }: RpmOrder): readonly string[] =>
  isFive ? ['--use-host-config', `--releasever=${target.version}`] : ['--releasever=/', '--disableplugin=versionlock'];

/** Settings for a release that is not this machine's, or for a mirror that is named. */
async function foreignSettings({ files, machine }: Packing, { target, arch, mirror, work }: RpmOrder) {
  const sources = rpmSources(target, arch, mirror);
  if (sources === null) throw refuse('bad-request', say('bundle.no-archive', { name: target.name }));
  for (const key of sources.keys)
    if ((await machine.status(key)) === undefined)
      throw refuse('unreadable', say('bundle.no-keyring', { keyring: key, package: sources.from, name: target.name }));
  await files.write(`${work}/etc/dnf.conf`, `${MAIN}${sources.platform === null ? '' : `module_platform_id=${sources.platform}\n`}`, 0o644);
  await files.write(`${work}/etc/repos.d/bundle.repo`, sources.text, 0o644);
  const options = [`--config=${work}/etc/dnf.conf`, `--setopt=reposdir=${work}/etc/repos.d`, `--releasever=${target.version}`];
  return { options, keys: sources.keys };
}

async function settings(packing: Packing, order: RpmOrder, root: string): Promise<readonly string[]> {
  const version = await packing.tool(['dnf', '--version'], {});
  // As somebody else it keeps its caches elsewhere, finds nothing in them, and says so of the repositories.
  if ((await packing.tool(['id', '-u'], {})).stdout.trim() !== '0') throw refuse('needs-admin', say('bundle.needs-root'));
  const { isHere } = order.target;
  // It is made where the keys go.
  await packing.files.write(`${root}/.keep`, '', 0o644);
  if (isHere && order.mirror === undefined) {
    await takeOwnKeys(packing, order, root);
    return ownSettings(/dnf5|^5\./m.test(version.stdout), order);
  }
  const { options, keys } = await foreignSettings(packing, order);
  await takeKeys(packing, root, keys);
  return options;
}

/** Looks with this dnf wherever the probes look with the machine's. */
const looking = (machine: Observer, options: readonly string[]): Observer => ({
  ...machine,
  run: (command, limits) => {
    const [program, ...args] = command;
    return machine.run(program === 'dnf' ? ['dnf', ...options, ...args] : command, limits);
  },
});

export async function privateDnf(packing: Packing, order: RpmOrder): Promise<PrivateRpm> {
  const { tool, machine, tell } = packing;
  const root = `${order.work}/root`;
  const fetched = `${order.work}/fetched`;
  const options = [
    ...(await settings(packing, order, root)),
    `--installroot=${root}`,
    '--setopt=install_weak_deps=False',
    // A driver's own file is signed by nobody; what is fetched is looked at one by one.
    '--setopt=localpkg_gpgcheck=False',
  ];
  const install = (how: readonly string[], names: readonly string[]): Command => ['dnf', ...options, ...how, 'install', ...names];
  const observer = looking(machine, options);
  return {
    manager: 'dnf',
    root,
    fetched,
    observer,
    repository: (kernels) => dnfRepository(observer, kernels),
    refresh: async () => {
      const output = await tool(['dnf', ...options, '-y', 'makecache'], {});
      if (output.exitCode !== 0) throw failed('dnf makecache', output);
      const lines = rpmComplaints(`${output.stdout}\n${output.stderr}`);
      if (lines.length > 0) tell(say('bundle.mirror-silent', { said: lines.slice(0, 2).join(' ') }));
    },
    closure: async (names) => {
      const output = await tool(install(['-C', '--assumeno'], names), {});
      const announced = dnfAnnounced(output.stdout);
      if (announced === null) return unmet(output);
      const given = names.filter((name) => name.includes('/')).length;
      return wholeList('dnf install', output, { toFetch: parseDnfTable(output.stdout), announced }, given);
    },
    download: async (names) => {
      const onLine = (line: string) => {
        const name = /^\(\d+\/\d+\): (\S+\.rpm)/.exec(line)?.[1];
        if (name !== undefined) tell(say('bundle.fetching', { name }));
      };
      const output = await tool(install(['-y', `--setopt=destdir=${fetched}`, '--downloadonly'], names), { onLine });
      if (output.exitCode !== 0) throw failed('dnf install --downloadonly', output);
    },
  };
}
