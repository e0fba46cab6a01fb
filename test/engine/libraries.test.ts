import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { simulations } from '../../src/simulated/index.ts';
import type { Started } from '../../src/simulated/start.ts';
import { ldconfig, putArchive, python3, tar } from '../simulated/library-programs.ts';

const TARGET = '/usr/local/cuda-12.2/targets/x86_64-linux';

/** A licensed vGPU that works, with CUDA 12.2. */
function withCuda(): Started {
  const started = simulations.find(({ name }) => name === 'healthy-licensed')!.start();
  const { files, programs } = started.guest;
  files.write('/usr/local/cuda-12.2/bin/nvcc', '12.2\n', 0o755);
  files.write('/usr/local/cuda-12.2/version.json', '{"cuda": {"name": "CUDA SDK", "version": "12.2.2"}}\n');
  files.link('/usr/local/cuda', '/usr/local/cuda-12.2');
  for (const [name, program] of Object.entries({ tar, ldconfig, python3 })) programs.set(name, program);
  return started;
}

function benchOn({ guest, observer, executor }: Started): Bench {
  const now = () => new Date(guest.now());
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: 'test',
  };
}

const wanting = (libraries: Partial<Profile['libraries']>): Profile => ({ ...defaultProfile, libraries: { ...defaultProfile.libraries, ...libraries } });
/** Its own steps alone: what else a guest of one's own making lacks is not the matter. */
const apply = (bench: Bench, profile: Profile, steps: readonly string[]) =>
  applyPlan(bench, registryPlanner(), { profile, steps, expect: null });

const picture = ({ files }: Guest): Record<string, string> =>
  Object.fromEntries(
    files
      .paths()
      .filter((path) => !/^\/(run|proc|sys|var\/log|var\/cache)\//.test(path) && files.at(path)?.kind === 'file')
      .map((path) => [path, files.text(path) ?? '']),
  );

describe('cuDNN from an archive', () => {
  it('is unpacked into the toolkit’s folder, loads, and goes byte for byte, with what it replaced', async () => {
    const started = withCuda();
    const { guest } = started;
    putArchive(guest);
    guest.files.write(`${TARGET}/include/cudnn.h`, 'of an older cuDNN, by hand\n');
    void guest.programs.get('ldconfig')?.(['ldconfig'], guest);
    const before = picture(guest);
    const bench = benchOn(started);
    const profile = wanting({ cudnn: 'media' });
    expect(await apply(bench, profile, ['cudnn.install'])).toMatchObject({ outcome: 'done', message: null });
    expect(guest.files.text(`${TARGET}/include/cudnn.h`)).toContain('cuDNN 9.1.0');
    expect(guest.files.at(`${TARGET}/lib/libcudnn_static.a`)).toBeUndefined();
    const { facts, task } = await survey(bench.machine, profile);
    expect(checksOf(facts, task).find(({ id }) => id === 'cudnn')).toMatchObject({ ok: true, found: { values: { version: '9.1.0', made: '12.4' } } });
    expect((await apply(bench, profile, ['cudnn.install'])).outcome).toBe('nothing-to-do');

    await undoRun(bench, null);
    expect(picture(guest)).toEqual(before);
  });
});

describe('NCCL from a repository', () => {
  it('that would bring a driver is not installed, nor anything with it', async () => {
    const started = withCuda();
    const { guest } = started;
    const version = '2.21.5-1+cuda12.2';
    guest.offers.set('nvidia-driver-580', { name: 'nvidia-driver-580', version: '580.65.06-1' });
    guest.offers.set('libnccl2', { name: 'libnccl2', version, depends: ['nvidia-driver-580'] });
    const status = guest.files.text('/var/lib/dpkg/status');
    const end = await apply(benchOn(started), wanting({ nccl: 'repository' }), ['nccl.install']);
    expect(end).toMatchObject({ outcome: 'failed', message: { key: 'run.failed.driver-at-risk', values: { names: 'nvidia-driver-580' } } });
    expect(guest.files.text('/var/lib/dpkg/status')).toBe(status);
  });
});
