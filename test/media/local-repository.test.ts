import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseLibrary } from '../../src/choice/libraries.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { STATE_FOLDER } from '../../src/domain/places.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { scanMedia } from '../../src/media/scan.ts';
import { actionsOf, ask } from '../steps/ask.ts';
import { factsOf, type SomeFacts } from '../steps/facts-of.ts';
import { finished, osOf } from '../steps/guests.ts';
import { NO_LIBRARIES } from '../steps/task-of.ts';
import { localRepositoryDeb, localRepositoryRpm } from './make-local-repository.ts';
import { machine, mediaFolder, only, scanned } from './media-folder.ts';
import { lacks } from './with-tools.ts';

const CUDNN = 'cudnn-local-repo-ubuntu2204-9.1.0';
const cudnn = (dev: string) =>
  ['11', '12'].flatMap((cuda) =>
    [`libcudnn9-cuda-${cuda}`, `libcudnn9-${dev}-cuda-${cuda}`, `libcudnn9-headers-cuda-${cuda}`, `libcudnn9-static-cuda-${cuda}`].map((name) => [name, '9.1.0.70-1'] as const),
  );
const CUDA_12 = { kind: 'keep', version: '12.2.2', path: '/usr/local/cuda-12.2', reason: { key: 'choice.cuda.kept' } } as const;

const chosen = (item: MediaItem, cuda: string, facts: SomeFacts = {}) =>
  chooseLibrary(
    item.what === 'nccl' ? 'nccl' : 'cudnn',
    { facts: factsOf(facts), gpus: [], profile: { ...defaultProfile, libraries: { cudnn: 'media', nccl: 'media' } }, media: [item], now: new Date(0) },
    { ...CUDA_12, version: cuda },
  );

/** The commands before the package manager's, for real, with our state folder moved aside. */
function unpackInto(folder: string, choice: ReturnType<typeof chosen>, facts: SomeFacts): readonly string[] {
  const proposal = ask('cudnn.install', { ...finished, ...facts }, { cuda: CUDA_12, libraries: { ...NO_LIBRARIES, cudnn: choice } });
  const commands = actionsOf(proposal).flatMap((action) => (action.kind === 'run' ? [action.command.map((word) => word.replace(STATE_FOLDER, folder))] : []));
  for (const [program = '', ...words] of commands.slice(0, -1)) execFileSync(program, words, { stdio: 'pipe' });
  return commands.at(-1)?.filter((word) => word.startsWith(folder)) ?? [];
}

describe.skipIf(lacks('dpkg-deb'))('a local repository in a deb', () => {
  test('is known by the packages in it, each with its CUDA, and is whole', async () => {
    const item = await only('renamed.deb', localRepositoryDeb(CUDNN, cudnn('dev')));
    expect(item).toMatchObject({ what: 'cudnn', version: '9.1.0.70', format: 'deb', arch: 'x86_64', packageName: CUDNN, integrity: { kind: 'intact' }, remark: null });
    expect(item.inside?.map(({ packageName, madeForCuda }) => [packageName, madeForCuda])).toEqual(
      ['', 'dev-', 'headers-'].flatMap((part) => ['11', '12'].map((cuda) => [`libcudnn9-${part}cuda-${cuda}`, cuda])),
    );
    expect(item.inside?.every(({ path, sizeBytes }) => path.startsWith(`/var/${CUDNN}/`) && sizeBytes > 0)).toBe(true);
    expect(item.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('so is NCCL’s, whose CUDA stands in the version; one for another CUDA is refused by it', async () => {
    const item = await only('x.deb', localRepositoryDeb('nccl-local-repo-ubuntu2204-2.21.5-cuda12.4', ['libnccl2', 'libnccl-dev'].map((name) => [name, '2.21.5-1+cuda12.4'] as const)));
    expect(item).toMatchObject({ what: 'nccl', version: '2.21.5', inside: [{ madeForCuda: '12.4' }, { madeForCuda: '12.4' }] });
    expect(chosen(item, '12.2.2')).toMatchObject({ kind: 'local-repository', inside: [{ packageName: 'libnccl-dev' }, { packageName: 'libnccl2' }] });
    expect(chosen(item, '11.8')).toMatchObject({ kind: 'unavailable', rejected: [{ why: { key: 'choice.libraries.other-major', values: { made: '12.4', cuda: 11 } } }] });
  });

  test('cut or changed is broken; of a machine without dpkg-deb it is named and not used', async () => {
    const deb = localRepositoryDeb(CUDNN, cudnn('dev'));
    expect((await only('x.deb', deb.subarray(0, deb.length >> 1))).integrity.kind).toBe('broken');
    deb[deb.length - 900] = (deb[deb.length - 900] ?? 0) ^ 0xff;
    expect(await only('x.deb', deb)).toMatchObject({ what: 'cudnn', integrity: { kind: 'broken', because: { key: 'media.deb-broken' } } });
    const bare: Observer = { ...machine, run: ([tool]) => Promise.reject(new Unobservable({ kind: 'tool-missing', tool })) };
    const items = await scanMedia(bare, mediaFolder({ [`${CUDNN}_1.0-1_amd64.deb`]: localRepositoryDeb(CUDNN, cudnn('dev')) }));
    expect(items).toMatchObject([{ what: 'unknown', remark: { key: 'media.local-repository' } }]);
  });

  test('is read once: a second look at the same file unpacks nothing', async () => {
    const folder = mediaFolder({ 'x.deb': localRepositoryDeb(CUDNN, cudnn('dev')) });
    const hashes = {};
    const first = await scanned(folder, { hashes });
    const idle: Observer = { ...machine, run: (command) => (command[1] === '--field' ? machine.run(command, { timeoutMs: 30_000 }) : Promise.reject(new Error('unpacked again'))) };
    expect((await scanMedia(idle, folder, { hashes }))?.[0]?.inside).toEqual(first['x.deb']?.inside);
  });

  test('unpacks to the very packages for this CUDA, and runs nothing of its own', async () => {
    const folder = mediaFolder();
    writeFileSync(`${folder}/x.deb`, localRepositoryDeb(CUDNN, cudnn('dev'), `touch ${folder}/ran`));
    const choice = chosen((await scanned(folder))['x.deb']!, '12.2.2');
    const paths = unpackInto(folder, choice, {});
    const fields = paths.map((path) => execFileSync('dpkg-deb', ['--field', path, 'Package', 'Version'], { encoding: 'utf8' }));
    expect(fields).toEqual(['', 'dev-', 'headers-'].map((part) => `Package: libcudnn9-${part}cuda-12\nVersion: 9.1.0.70-1\n`));
    expect(existsSync(`${folder}/ran`)).toBe(false);
  });
});

describe.skipIf(lacks('rpmbuild', 'rpm'))('a local repository in an rpm', () => {
  const NAME = 'cudnn-local-repo-rhel9-9.1.0';
  const rocky: SomeFacts = { os: osOf('rocky', 'dnf') };

  test('is known by its header, without any tool', async () => {
    const item = await only('renamed.rpm', localRepositoryRpm(NAME, cudnn('devel')));
    expect(item).toMatchObject({ what: 'cudnn', version: '9.1.0.70', format: 'rpm', packageName: NAME, integrity: { kind: 'intact' } });
    expect(item.inside?.filter(({ madeForCuda }) => madeForCuda === '12').map(({ path }) => path)).toEqual(
      ['cuda', 'devel-cuda', 'headers-cuda'].map((part) => `/var/${NAME}/libcudnn9-${part}-12-9.1.0.70-1.x86_64.rpm`),
    );
    expect(chosen(item, '12.2.2', rocky)).toMatchObject({ kind: 'local-repository', version: '9.1.0.70', inside: [{}, {}, {}] });
    expect(chosen(item, '12.2.2')).toMatchObject({ kind: 'unavailable', rejected: [{ why: { key: 'choice.media.format' } }] });
  });

  test.skipIf(process.getuid?.() !== 0)('unpacks to the very packages for this CUDA; the guest’s own database and its scripts are left alone', async () => {
    const folder = mediaFolder();
    writeFileSync(`${folder}/x.rpm`, localRepositoryRpm(NAME, cudnn('devel'), `touch ${folder}/ran`));
    const choice = chosen((await scanned(folder))['x.rpm']!, '12.2.2', rocky);
    const paths = unpackInto(folder, choice, rocky);
    expect(paths.map((path) => execFileSync('rpm', ['-qp', '--qf', '%{name} %{version}', path], { encoding: 'utf8' }))).toEqual(
      ['', 'devel-', 'headers-'].map((part) => `libcudnn9-${part}cuda-12 9.1.0.70`),
    );
    expect(existsSync(`${folder}/ran`)).toBe(false);
    expect(readFileSync(paths[0]!).length).toBeGreaterThan(0);
    expect(execFileSync('rpm', ['-qa'], { encoding: 'utf8' })).not.toContain(NAME);
  });
});
