/** zypper for a system without any package: with this machine's repositories, and without a trace on it. */
import { refuse } from '../../domain/fault.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { parseZypperSearch, zypperRepository } from '../../probes/repository-rpm.ts';
import { say } from '../../words/say.ts';
import type { Packing } from './packing.ts';
import { failed, takeOwnKeys, unmet, wholeList, type PrivateRpm, type RpmOrder } from './private-rpm.ts';
import { parseZypperSummary, rpmComplaints } from './rpm-answers.ts';

/** Looks with this zypper wherever the probes look with the machine's. */
const looking = (machine: Observer, options: readonly string[]): Observer => ({
  ...machine,
  run: (command, limits) => {
    const [program, ...args] = command;
    return machine.run(program === 'zypper' ? ['zypper', ...options, ...args] : command, limits);
  },
});

const INSTALL = ['install', '--auto-agree-with-licenses', '--no-recommends', '--allow-unsigned-rpm'] as const;

/** DKMS is no part of every SUSE: it is asked for by name, as dnf does. */
async function offersDkms(observer: Observer): Promise<readonly string[]> {
  const { stdout } = await observer.run(['zypper', '--non-interactive', '--no-refresh', 'search', '-s', '-t', 'package', 'dkms']);
  return parseZypperSearch(stdout).some(({ name }) => name === 'dkms') ? ['dkms'] : [];
}

export async function privateZypper(packing: Packing, order: RpmOrder): Promise<PrivateRpm> {
  const { tool, machine, tell, files } = packing;
  const { target, work, mirror } = order;
  // Its repositories are bound to a registration: those of another release nobody but a machine of that release has.
  if (!target.isHere || mirror !== undefined) throw refuse('bad-request', say('bundle.no-archive', { name: target.name }));
  const root = `${work}/root`;
  const cache = `${work}/cache`;
  const options = ['--installroot', root, '--cache-dir', cache, '--releasever', target.version] as const;
  await files.write(`${root}/.keep`, '', 0o644);
  await takeOwnKeys(packing, order, root);
  const zypper = (how: readonly string[], args: readonly string[]): Command => ['zypper', '--non-interactive', ...options, ...how, ...args];
  const observer = looking(machine, options);
  return {
    manager: 'zypper',
    root,
    fetched: `${cache}/packages`,
    observer,
    repository: async (kernels) => ({ ...(await zypperRepository(observer, kernels)), offers: await offersDkms(observer) }),
    refresh: async () => {
      const output = await tool(zypper([], ['refresh']), {});
      const isPartly = `${output.stdout}\n${output.stderr}`.includes('Some of the repositories have not been refreshed');
      if (output.exitCode !== 0 && !isPartly) throw failed('zypper refresh', output);
      if (output.exitCode !== 0)
        tell(say('bundle.mirror-silent', { said: rpmComplaints(`${output.stdout}\n${output.stderr}`).slice(0, 2).join(' ') }));
    },
    closure: async (names) => {
      const output = await tool(zypper(['--no-refresh', '--xmlout'], [...INSTALL, '--dry-run', ...names]), {});
      const summary = parseZypperSummary(output.stdout);
      if (output.exitCode !== 0 || summary.announced === null) return unmet(output);
      return wholeList('zypper install', output, summary, 0);
    },
    download: async (names) => {
      const onLine = (line: string) => {
        const name = /^Retrieving(?: package)?:? (\S+)/.exec(line)?.[1];
        if (name !== undefined) tell(say('bundle.fetching', { name }));
      };
      const output = await tool(zypper(['--no-refresh'], [...INSTALL, '--download-only', ...names]), { onLine });
      if (output.exitCode !== 0) throw failed('zypper install --download-only', output);
    },
  };
}
