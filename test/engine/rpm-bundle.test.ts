import { describe, expect, test } from 'vitest';
import { FaultError, refuse } from '../../src/domain/fault.ts';
import type { Command, Observer, Output } from '../../src/domain/machine.ts';
import { filler, type Packing } from '../../src/engine/bundle/packing.ts';
import { packageSource } from '../../src/engine/bundle/package-source.ts';
import type { PackagesOrder } from '../../src/engine/bundle/packages.ts';
import { targetOf } from '../../src/engine/bundle/target.ts';
import { say } from '../../src/words/say.ts';

const ROCKY = 'ID="rocky"\nVERSION_ID="9.4"\nPRETTY_NAME="Rocky Linux 9.4"\nID_LIKE="rhel centos fedora"\n';
const SLES = 'ID="sles"\nVERSION_ID="15.6"\nPRETTY_NAME="SLES 15 SP6"\nID_LIKE="suse"\n';
const KERNEL = '5.14.0-427.13.1.el9_4.x86_64';

type Said = Partial<Output>;
/** The first whose pattern is found in the command's line answers it. */
type Answers = readonly (readonly [RegExp, Said])[];

const TABLE = ' gcc  x86_64  11.4.1-3.el9  baseos  6.2 k\n kernel-devel  x86_64  5.14.0-427.13.1.el9_4  baseos  7.2 k\n\nInstall  2 Packages\n';
const HEADERS = 'gcc 0:11.4.1-3.el9 x86_64\nkernel-devel 0:5.14.0-427.13.1.el9_4 x86_64\n';
const FILES = '/w/fetched/gcc.rpm\n/w/fetched/kernel-devel.rpm\n';

const DNF: Answers = [
  [/^dnf --version/, { stdout: '4.14.0\n' }],
  [/^id -u/, { stdout: '0\n' }],
  [/^rpm -qa gpg-pubkey/, { stdout: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n' }],
  [/repoquery [^]*gcc/, { stdout: `gcc 11.4.1-3.el9.x86_64\nmake 4.3-8.el9.x86_64\nglibc-devel 2.34-100.el9.x86_64\nkernel-devel ${KERNEL}\n` }],
  [/repoquery [^]*kernel-devel$/, { stdout: `kernel-devel ${KERNEL}\n` }],
  [/--assumeno install/, { stdout: TABLE, exitCode: 1 }],
  [/^find /, { stdout: FILES }],
  [/^rpm -qp /, { stdout: HEADERS }],
  [/--checksig/, { stdout: FILES.replaceAll('.rpm', '.rpm: digests signatures OK') }],
];

function packingOf(answers: Answers, absent?: string) {
  const asked: string[] = [];
  const answer = (command: Command): Output => {
    asked.push(command.join(' '));
    if (command[0] === absent) throw refuse('unreadable', say('bundle.no-tool', { tool: absent }));
    const [, said] = answers.find(([pattern]) => pattern.test(command.join(' '))) ?? [];
    return { stdout: '', stderr: '', exitCode: 0, ...said };
  };
  const written = new Map<string, string>();
  const machine = {
    platform: 'linux',
    run: (command: Command) => Promise.resolve(answer(command)),
    status: () => Promise.resolve({ kind: 'file', sizeBytes: 7 }),
    digest: () => Promise.resolve('a'.repeat(64)),
    list: () => Promise.resolve(['primary.xml.gz', 'repomd.xml']),
  } as unknown as Observer;
  const packing: Packing = {
    machine,
    files: {
      write: (path, content) => {
        written.set(path, String(content));
        return Promise.resolve([]);
      },
      copy: () => Promise.resolve([]),
    },
    tool: (command) => Promise.resolve().then(() => answer(command)),
    tell: () => undefined,
    room: () => Promise.resolve(null),
    goOn: () => undefined,
  };
  return { packing, asked, written };
}

const orderOf = (target: PackagesOrder['target'], changes: Partial<PackagesOrder> = {}): PackagesOrder => ({
  target, kernels: [KERNEL], compilers: [], files: [], wants: () => false, besides: () => [], toolkit: false, compilesCuda: false, unpackers: [], ...changes,
});

async function made(answers: Answers, { osRelease = ROCKY, changes = {}, absent }: { osRelease?: string; changes?: Partial<PackagesOrder>; absent?: string } = {}) {
  const { packing, asked, written } = packingOf(answers, absent);
  const target = targetOf(osRelease, undefined);
  const into = filler(packing, '/w/bundle');
  try {
    const source = await packageSource(packing, { target, arch: 'x86_64', mirror: undefined, work: '/w' });
    const plan = await source(orderOf(target, changes));
    return { plan, packages: await plan.put(into), asked, written, files: into.filled().map(({ path }) => path), refused: null };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { plan: null, packages: null, asked, written, files: [], refused: [error.fault.message.key, error.fault.message.values ?? {}] };
  }
}

const without = (pattern: RegExp, said: Said, from = DNF): Answers => [[pattern, said], ...from];

describe('packages for a guest with dnf', () => {
  test('are asked for in a root of their own, fetched, looked at and indexed', async () => {
    const { plan, packages, asked, files } = await made(DNF);
    expect(plan).toMatchObject({ count: 2, sizeBytes: Math.round(6.2 * 1024) + Math.round(7.2 * 1024) });
    expect(packages).toMatchObject({
      manager: 'dnf',
      headers: { [KERNEL]: `kernel-devel-${KERNEL}` },
      list: [{ name: 'gcc', version: '11.4.1-3.el9', file: 'gcc-11.4.1-3.el9.x86_64.rpm' }, { name: 'kernel-devel' }],
    });
    expect(files).toEqual([
      'packages/gcc-11.4.1-3.el9.x86_64.rpm',
      'packages/kernel-devel-5.14.0-427.13.1.el9_4.x86_64.rpm',
      'packages/repodata/primary.xml.gz',
      'packages/repodata/repomd.xml',
    ]);
    for (const line of asked.filter((one) => /^dnf (?!--version)/.test(one))) expect(line).toContain('--installroot=/w/root');
    expect(asked.filter((one) => one.includes(' install '))).toHaveLength(2);
    expect(asked.at(-1)).toContain('createrepo_c');
    expect(asked.join('\n')).not.toMatch(/--nogpgcheck|gpgcheck=0/);
  });

  test('take in what a driver’s own file depends on, and not the file', async () => {
    const file = '/media/nvidia.rpm';
    const { packages, asked } = await made(
      without(/^rpm -qp .*nvidia\.rpm/, { stdout: 'nvidia-linux-grid-525 0:525.105.17-1 x86_64\n' }, [
        [/--assumeno install .*nvidia\.rpm/, { stdout: ' nvidia-linux-grid-525  x86_64  525.105.17-1  @commandline  17 k\n gcc  x86_64  11.4.1-3.el9  baseos  6.2 k\n\nInstall  2 Packages\n', exitCode: 1 }],
        ...DNF,
      ]),
      { changes: { files: [[file]] } },
    );
    expect(packages?.list.map(({ name }) => name)).toEqual(['gcc', 'kernel-devel']);
    expect(asked.filter((one) => one.includes('--downloadonly')).at(-1)).toContain(`install ${file}`);
  });

  test('are more where a CUDA toolkit goes along; what unpacks it only where a repository has it', async () => {
    const { packages, asked } = await made(without(/--assumeno install perl-interpreter$/, { exitCode: 1, stderr: 'Error: Unable to find a match\n' }), {
      changes: { compilesCuda: true, unpackers: ['tar', 'perl'] },
    });
    expect(packages).not.toBeNull();
    expect(asked.find((one) => one.includes('--assumeno'))).toContain(' gcc-c++');
    const fetched = asked.filter((one) => one.includes('--downloadonly')).map((one) => one.split(' install ')[1]);
    expect(fetched.slice(1)).toEqual(['tar']);
  });

  test.each<[string, Answers, string, object]>([
    ['whoever is not root', without(/^id -u/, { stdout: '1000\n' }), 'bundle.needs-root', {}],
    ['a repository that does not answer', without(/makecache/, { exitCode: 1, stderr: "Error: Failed to download metadata for repo 'baseos': all mirrors were tried\n" }), 'bundle.tool-failed', { said: expect.stringContaining("repo 'baseos'") }],
    ['a kernel without headers', without(/repoquery [^]*gcc/, { stdout: 'gcc 1-1.x86_64\nmake 1-1.x86_64\nglibc-devel 1-1.x86_64\n' }), 'bundle.no-headers', { kernel: KERNEL, offered: KERNEL }],
    ['a package that no repository has', without(/--assumeno install/, { exitCode: 1, stderr: 'Error: Unable to find a match: mokutil\n' }), 'bundle.unmet', { said: 'Error: Unable to find a match: mokutil' }],
    ['a table that was not understood', without(/--assumeno install/, { exitCode: 1, stdout: 'Install  2 Packages\n' }), 'bundle.tool-failed', {}],
    ['a file that is missing after all', without(/^find /, { stdout: '/w/fetched/gcc.rpm\n' }, without(/^rpm -qp /, { stdout: 'gcc 0:11.4.1-3.el9 x86_64\n' })), 'bundle.not-fetched', { names: 'kernel-devel-5.14.0-427.13.1.el9_4.x86_64' }],
    ['a file that nobody signed', without(/--checksig/, { stdout: '/w/fetched/gcc.rpm: digests signatures OK\n/w/fetched/kernel-devel.rpm: digests OK\n' }), 'bundle.unsigned', { file: 'kernel-devel.rpm', count: 1 }],
    ['an index that cannot be made', without(/createrepo_c --quiet/, { exitCode: 1, stderr: 'Error: no space\n' }), 'bundle.tool-failed', { command: 'createrepo_c' }],
  ])('%s is refused', async (_, answers, key, values) => {
    const { refused } = await made(answers);
    expect(refused).toEqual([key, expect.objectContaining(values)]);
  });

  test.each(['dnf', 'createrepo_c'])('%s that is not there is named before anything is fetched', async (absent) => {
    const { refused, asked } = await made(DNF, { absent });
    expect(refused).toEqual(['bundle.no-tool', { tool: absent }]);
    expect(asked.filter((one) => /makecache|install/.test(one.replace('--installroot', '')))).toEqual([]);
  });
});

const SUSE_KERNEL = '6.4.0-150600.23.7-default';
const SUSE_HEADERS = 'S | Name | Type | Version | Arch | Repository\n--+---\n  | kernel-default-devel | package | 6.4.0-150600.23.7.3 | x86_64 | oss\n';
const ZYPPER: Answers = [
  [/search .*kernel-/, { stdout: SUSE_HEADERS }],
  [/search .*dkms/, { exitCode: 104 }],
  [/install .*--dry-run/, { stdout: '<install-summary download-size="2048" packages-to-change="1">\n<solvable type="package" name="gcc" edition="13-1" arch="x86_64" summary="x">\n' }],
  [/^find /, { stdout: '/w/cache/packages/oss/gcc.rpm\n' }],
  [/^rpm -qp /, { stdout: 'gcc 0:13-1 x86_64\n' }],
  [/--checksig/, { stdout: '/w/cache/packages/oss/gcc.rpm: digests signatures OK\n' }],
];

describe('packages for a guest with zypper', () => {
  const changes = { kernels: [SUSE_KERNEL] };
  test('come from this machine’s repositories, into a root and a cache of their own', async () => {
    const { packages, asked } = await made(ZYPPER, { osRelease: SLES, changes });
    expect(packages).toMatchObject({ manager: 'zypper', headers: { [SUSE_KERNEL]: 'kernel-default-devel-6.4.0-150600.23.7.3' }, list: [{ name: 'gcc', file: 'gcc-13-1.x86_64.rpm' }] });
    for (const line of asked.filter((one) => one.startsWith('zypper'))) expect(line).toContain('--installroot /w/root --cache-dir /w/cache --releasever 15.6');
    const install = asked.find((one) => one.includes('--dry-run'));
    expect(install).toContain('mokutil');
    expect(install, 'no repository has it').not.toContain('dkms');
    expect(asked.join('\n')).not.toContain('gpg-auto-import-keys');
  });

  test('are those of the repositories that answered, which is said; of none they are refused', async () => {
    const partly = without(/refresh$/, { exitCode: 4, stdout: "Repository 'cuda' is invalid.\nSome of the repositories have not been refreshed because of an error.\n" }, ZYPPER);
    expect((await made(partly, { osRelease: SLES, changes })).refused).toBeNull();
    const none = without(/refresh$/, { exitCode: 4, stdout: "Repository 'oss' is invalid.\nCould not refresh the repositories because of errors.\n" }, ZYPPER);
    expect((await made(none, { osRelease: SLES, changes })).refused).toEqual(['bundle.tool-failed', expect.objectContaining({ said: expect.stringContaining("'oss'") as string })]);
  });
});
