import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { DPKG_STATUS, isBroken, parseDpkgStatus } from './dpkg-status.ts';
import { heldRpms } from './held-packages.ts';
import { defineProbe } from './probe.ts';

export type PackageList = {
  readonly manager: 'dpkg' | 'rpm';
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly arch: string;
    /** half-installed, unpacked … */ readonly broken: boolean;
    readonly held: boolean;
  }[];
};

const RPM_QUERY = ['rpm', '-qa', '--qf', '%{NAME}\\t%{EPOCHNUM}:%{VERSION}-%{RELEASE}\\t%{ARCH}\\n'] as const;

export type RpmPackage = { readonly name: string; readonly version: string; readonly arch: string };

/** Lines of `RPM_QUERY`; an epoch of 0 is left away, as in file names. */
const parseRpmQuery = (text: string): readonly RpmPackage[] =>
  text.split('\n').flatMap((line) => {
    const [name, version, arch] = line.split('\t');
    return name && version && arch ? [{ name, version: version.replace(/^0:/, ''), arch }] : [];
  });

/** Where rpm keeps its database: Fedora and SUSE moved it out of /var. */
const RPM_DATABASES = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'] as const;

/**
 * Which database speaks for this guest. Debian guests may have rpm (as a tool), and the other way round: the one
 * that knows any package counts, dpkg's first.
 */
export async function packageDatabase(machine: Observer): Promise<{ kind: 'dpkg'; text: string } | { kind: 'rpm' }> {
  const text = await machine.read(DPKG_STATUS);
  if (text?.includes('Package:')) return { kind: 'dpkg', text };
  for (const folder of RPM_DATABASES) if (await machine.status(folder)) return { kind: 'rpm' };
  throw new Unobservable({ kind: 'tool-missing', tool: 'dpkg, rpm' });
}

export async function queryRpm(machine: Observer, ...patterns: readonly string[]): Promise<readonly RpmPackage[]> {
  const output = await machine.run([...RPM_QUERY, ...patterns], { timeoutMs: 30_000 });
  if (output.exitCode !== 0) throw unreadable('rpm -qa', output.stderr);
  return parseRpmQuery(output.stdout);
}

async function observe(machine: Observer): Promise<PackageList> {
  const database = await packageDatabase(machine);
  if (database.kind === 'dpkg')
    return {
      manager: 'dpkg',
      packages: parseDpkgStatus(database.text).map((entry) => ({
        name: entry.name,
        version: entry.version,
        arch: entry.arch,
        broken: isBroken(entry),
        held: entry.want === 'hold',
      })),
    };
  const locks = await heldRpms(machine);
  const packages = await queryRpm(machine);
  return {
    manager: 'rpm',
    packages: packages.map((entry) => ({
      ...entry,
      broken: false,
      held: locks.some((lock) => lock === entry.name),
    })),
  };
}

export const packageList = defineProbe({
  key: 'packageList',
  question: 'Which packages are installed?',
  observe: { linux: observe },
});
