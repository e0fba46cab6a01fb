import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { failed, succeeded, type Guest } from '../../src/simulated/guest.ts';
import { simulations } from '../../src/simulated/index.ts';
import { MEDIA, putPackage } from '../../src/simulated/media.ts';
import type { Started } from '../../src/simulated/start.ts';
import { ldconfig, python3 } from '../simulated/library-programs.ts';

const NAME = 'cudnn-local-repo-debian12-9.1.0';
const FILE = `${NAME}_1.0-1_amd64.deb`;
const UNPACKED = '/var/lib/gpu-guest/unpacked-cudnn';
const inner = (name: string) => `/var/${NAME}/${name}_9.1.0.70-1_amd64.deb`;
const NAMES = ['libcudnn9-cuda-12', 'libcudnn9-dev-cuda-12', 'libcudnn9-cuda-11'];
const LIBRARY = '/usr/lib/x86_64-linux-gnu/libcudnn.so.9';

/** What dpkg-deb unpacks, and apt then installs from there. */
function unpack(guest: Guest, folder: string, depends: readonly string[]): void {
  guest.files.write(`${folder}/etc/apt/sources.list.d/${NAME}.list`, 'deb file:///var /\n');
  for (const name of NAMES) {
    guest.files.write(`${folder}${inner(name)}`, 'a deb\n');
    guest.packageFiles.set(`${folder}${inner(name)}`, {
      name,
      version: '9.1.0.70-1',
      depends,
      install: ({ files }) => { files.write(LIBRARY, `cuDNN 9.1.0 of ${name}\n`); },
      remove: ({ files }) => { files.removeTree(LIBRARY); },
    });
  }
}

/** A licensed vGPU with CUDA 12.2, and the local repository in its media folder. */
function withLocalRepository(depends: readonly string[] = []): Started {
  const started = simulations.find(({ name }) => name === 'healthy-licensed')!.start();
  const { guest } = started;
  const { files, programs } = guest;
  files.write('/usr/local/cuda-12.2/bin/nvcc', '12.2\n', 0o755);
  files.write('/usr/local/cuda-12.2/version.json', '{"cuda": {"name": "CUDA SDK", "version": "12.2.2"}}\n');
  files.link('/usr/local/cuda', '/usr/local/cuda-12.2');
  putPackage(guest, FILE, { name: NAME, version: '1.0-1' });
  const usual = programs.get('dpkg-deb')!;
  programs.set('dpkg-deb', (command, here) => {
    const [, verb, file, folder = ''] = command;
    if (file !== `${MEDIA}/${FILE}`) return usual(command, here);
    if (verb === '--contents') return succeeded(NAMES.map((name) => `-rw-r--r-- root/root      1024 2024-04-12 09:30 .${inner(name)}\n`).join(''));
    if (verb !== '--extract') return usual(command, here);
    unpack(here, folder, depends);
    return succeeded();
  });
  programs.set('rm', ([, option, folder = '']) => {
    if (option !== '-rf' || folder !== UNPACKED) return failed('rm: not that\n');
    files.removeTree(folder);
    return succeeded();
  });
  programs.set('ldconfig', ldconfig);
  programs.set('python3', python3);
  void ldconfig(['ldconfig'], guest);
  return started;
}

function benchOn({ guest, observer, executor }: Started): Bench {
  const now = () => new Date(guest.now());
  return { machine: observer, executor, store: memoryRunStore(now), lock: memoryRunLock(now), pause: () => Promise.resolve(), onEvent: () => undefined, self: null, version: 'test' };
}

const profile: Profile = { ...defaultProfile, libraries: { ...defaultProfile.libraries, cudnn: 'media' } };
const apply = (bench: Bench) => applyPlan(bench, registryPlanner(), { profile, steps: ['cudnn.install'], expect: null });
const picture = ({ files }: Guest) =>
  files.paths().filter((path) => !/^\/(run|proc|sys|var\/log|var\/cache)\//.test(path) && files.at(path)?.kind === 'file').map((path) => `${path}\n${files.text(path) ?? ''}`);

describe('cuDNN from a local repository package', () => {
  it('is installed in the build for this CUDA; neither a repository nor an unpacked file stays, and undo takes all of it', async () => {
    const started = withLocalRepository();
    const { guest } = started;
    const before = picture(guest);
    const bench = benchOn(started);
    expect(await apply(bench)).toMatchObject({ outcome: 'done', message: null });
    const status = guest.files.text('/var/lib/dpkg/status') ?? '';
    expect(NAMES.filter((name) => status.includes(`Package: ${name}\n`))).toEqual(['libcudnn9-cuda-12', 'libcudnn9-dev-cuda-12']);
    expect(guest.files.paths().filter((path) => path.startsWith(UNPACKED) || path.includes('/sources.list.d/cudnn'))).toEqual([]);
    expect((await apply(bench)).outcome).toBe('nothing-to-do');

    await undoRun(bench, null);
    expect(picture(guest)).toEqual(before);
  });

  it('that would bring a driver is not installed, and undo removes what was unpacked', async () => {
    const started = withLocalRepository(['nvidia-driver-580']);
    const { guest } = started;
    guest.offers.set('nvidia-driver-580', { name: 'nvidia-driver-580', version: '580.65.06-1' });
    const before = picture(guest);
    const bench = benchOn(started);
    expect(await apply(bench)).toMatchObject({ outcome: 'failed', message: { key: 'run.failed.driver-at-risk', values: { names: 'nvidia-driver-580' } } });
    await undoRun(bench, null);
    expect(picture(guest)).toEqual(before);
  });
});
