import { expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { succeeded } from '../../src/simulated/guest.ts';
import { simulations } from '../../src/simulated/index.ts';
import type { Started } from '../../src/simulated/start.ts';
import { ldconfig, putArchive, python3, tar } from '../simulated/library-programs.ts';

const TARGET = '/usr/local/cuda-12.2/targets/x86_64-linux';

/** A licensed vGPU with CUDA 12.2 and cuDNN's archive in its media; without xz, which its repository has. */
function withoutXz(listed: () => ReturnType<typeof tar>): Started {
  const started = simulations.find(({ name }) => name === 'healthy-licensed')!.start();
  const { guest } = started;
  const { files, programs, offers } = guest;
  files.write('/usr/local/cuda-12.2/bin/nvcc', '12.2\n', 0o755);
  files.write('/usr/local/cuda-12.2/version.json', '{"cuda": {"name": "CUDA SDK", "version": "12.2.2"}}\n');
  files.link('/usr/local/cuda', '/usr/local/cuda-12.2');
  files.removeTree('/usr/bin/xz');
  offers.set('xz-utils', {
    name: 'xz-utils',
    version: '5.4.1-0.2',
    install: (one) => { one.files.write('/usr/bin/xz', '', 0o755); },
    remove: (one) => { one.files.removeTree('/usr/bin/xz'); },
  });
  putArchive(guest);
  programs.set('tar', (command, here) => {
    if (here.files.at('/usr/bin/xz') === undefined) return { stdout: '', stderr: 'tar (child): xz: Cannot exec: No such file or directory\n', exitCode: 2 };
    return command[1] === '-tJf' ? listed() : tar(command, here);
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
const apply = (bench: Bench) => applyPlan(bench, registryPlanner(), { profile, steps: ['packages.prerequisites', 'cudnn.install'], expect: null });

it('cuDNN’s archive on a guest without xz: xz is installed first, the archive is listed then, and undo knows each of its files', async () => {
  const listed = 'cudnn-linux-x86_64-9.1.0.70_cuda12-archive';
  const started = withoutXz(() => succeeded(['include/cudnn.h', 'include/cudnn_version.h', 'lib/libcudnn.so.9', 'lib/libcudnn.so.9.1.0'].map((name) => `${listed}/${name}\n`).join('')));
  const { files } = started.guest;
  files.write(`${TARGET}/include/cudnn.h`, 'of an older cuDNN, by hand\n');
  const bench = benchOn(started);
  expect(await apply(bench)).toMatchObject({ outcome: 'done', message: null });
  expect(files.text(`${TARGET}/include/cudnn.h`)).toContain('cuDNN 9.1.0');
  await undoRun(bench, null);
  expect(files.text(`${TARGET}/include/cudnn.h`)).toBe('of an older cuDNN, by hand\n');
  expect([`${TARGET}/lib/libcudnn.so.9`, '/usr/bin/xz'].map((path) => files.at(path))).toEqual([undefined, undefined]);
});

it('an archive that turns out to be spoilt once it can be listed is left out, and what is wrong with it is said', async () => {
  const started = withoutXz(() => ({ stdout: '', stderr: 'xz: (stdin): Unexpected end of input\n', exitCode: 2 }));
  expect(await apply(benchOn(started))).toMatchObject({ outcome: 'failed', message: { key: 'media.archive-broken', values: { line: 'xz: (stdin): Unexpected end of input' } } });
  expect(started.guest.files.at(`${TARGET}/include/cudnn.h`)).toBeUndefined();
});
