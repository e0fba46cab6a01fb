import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench, LiveEvent } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { putPackage } from '../../src/simulated/media.ts';
import { simulations } from '../../src/simulated/index.ts';
import type { Started } from '../../src/simulated/start.ts';
import { docker, podman, startDocker, starts, toolkitPackages, withDocker } from '../simulated/container-programs.ts';

const IMAGE = 'ubuntu:22.04';
const DAEMON = '{"log-driver":"journald"}\n';

/** A licensed vGPU that works, Docker that runs and Podman; the toolkit lies in the media folder. */
function withDockerAndPodman(): Started {
  const started = simulations.find(({ name }) => name === 'healthy-licensed')!.start();
  const { guest } = started;
  const { files, programs } = guest;
  for (const { file, one } of toolkitPackages('1.17.8')) putPackage(guest, file, one);
  for (const path of ['/usr/bin/dockerd', '/usr/bin/containerd', '/usr/bin/podman']) files.write(path, '', 0o755);
  files.write('/etc/docker/daemon.json', DAEMON);
  files.write('/var/lib/containers/storage/overlay-images/images.json', `[{"names": ["${IMAGE}"]}]`);
  programs.set('docker', docker([IMAGE]));
  programs.set('podman', podman([IMAGE]));
  programs.set('systemctl', withDocker(programs.get('systemctl') ?? (() => ({}))));
  startDocker(guest);
  return started;
}

function benchOn({ guest, observer, executor }: Started, heard: LiveEvent[] = []): Bench {
  const now = () => new Date(guest.now());
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: (event) => heard.push(event),
    self: null,
    version: 'test',
  };
}

const wanting = (runtime: Profile['containers']['runtime']): Profile => ({
  ...defaultProfile,
  cuda: { toolkit: 'none' },
  containers: { runtime, toolkit: 'auto' },
});
const order = (profile: Profile) => ({ profile, steps: null, expect: null });
const apply = (bench: Bench, profile: Profile) => applyPlan(bench, registryPlanner(), order(profile));

/** What lies on the disk, but for what daemons and the package manager keep of their own. */
const picture = ({ files }: Guest): Record<string, string> =>
  Object.fromEntries(
    files
      .paths()
      .filter((path) => !/^\/(run|proc|sys|var\/log|var\/cache)\//.test(path) && files.at(path)?.kind === 'file')
      .map((path) => [path, files.text(path) ?? '']),
  );

describe('containers', () => {
  it('get the GPUs by Docker and Podman from a toolkit on the media, and undo leaves every byte as it was', async () => {
    const started = withDockerAndPodman();
    const { guest } = started;
    const before = picture(guest);
    const bench = benchOn(started);
    const profile = wanting('auto');
    expect(await apply(bench, profile)).toMatchObject({ outcome: 'done', message: null });
    expect(JSON.parse(guest.files.text('/etc/docker/daemon.json') ?? '')).toEqual({
      'log-driver': 'journald',
      runtimes: { nvidia: { args: [], path: 'nvidia-container-runtime' } },
    });
    expect(JSON.parse(guest.files.text('/var/lib/gpu-guest/containers.json') ?? '')).toEqual({
      docker: { driver: '535.161.07', toolkit: '1.17.8', image: IMAGE },
      podman: { driver: '535.161.07', toolkit: '1.17.8', image: IMAGE },
    });
    const { facts, task } = await survey(bench.machine, profile);
    const checks = checksOf(facts, task).filter(({ id }) => id.startsWith('containers'));
    expect(checks.map(({ id, ok, found }) => [id, ok, found.key])).toEqual([
      ['containers.docker', true, 'check.containers.proved'],
      ['containers.podman', true, 'check.containers.proved'],
    ]);

    await undoRun(bench, null);
    expect(picture(guest)).toEqual(before);
    // Docker reads what it was told before.
    expect(guest.files.text('/run/docker-started.json')).toBe('{"runtimes":{},"hook":false}');
  });

  it('that are set up are left alone: nothing is done twice, and Docker is restarted once', async () => {
    const started = withDockerAndPodman();
    const { guest } = started;
    const bench = benchOn(started);
    await apply(bench, wanting('auto'));
    expect(starts(guest)).toBe(2);
    expect((await apply(bench, wanting('auto'))).outcome).toBe('nothing-to-do');
    expect(starts(guest)).toBe(2);
  });

  it('whose runtime names a toolkit that is gone get it back, and Docker is restarted although its configuration stays', async () => {
    const started = withDockerAndPodman();
    const { guest } = started;
    const told = '{"runtimes": {"nvidia": {"args": [], "path": "nvidia-container-runtime"}}}';
    guest.files.write('/etc/docker/daemon.json', told);
    startDocker(guest);
    expect((await apply(benchOn(started), wanting('docker'))).outcome).toBe('done');
    expect(guest.files.text('/etc/docker/daemon.json')).toBe(told);
  });

  it('are described anew where the driver has changed since', async () => {
    const started = withDockerAndPodman();
    const { guest } = started;
    await apply(benchOn(started), wanting('podman'));
    const spec = guest.files.text('/etc/cdi/nvidia.yaml') ?? '';
    guest.files.write('/etc/cdi/nvidia.yaml', spec.replaceAll('535.161.07', '535.154.05'));
    const bench = benchOn(started);
    expect((await apply(bench, wanting('podman'))).steps.find(({ id }) => id === 'containers.configure')?.outcome).toBe(
      'done',
    );
    expect(guest.files.text('/etc/cdi/nvidia.yaml')).toBe(spec);
  });

  it('that nobody asks for are in no plan and no run', async () => {
    const started = withDockerAndPodman();
    const { guest } = started;
    const heard: LiveEvent[] = [];
    const bench = benchOn(started, heard);
    guest.files.removeTree('/etc/modprobe.d/blacklist-nouveau.conf');
    await apply(bench, { ...wanting('none'), cuda: { toolkit: 'none' } });
    expect(heard.length).toBeGreaterThan(0);
    expect(JSON.stringify(heard)).not.toContain('containers.');
    const { facts, task } = await survey(bench.machine, defaultProfile);
    const plan = await registryPlanner().proposePlan(bench.machine, { facts, task }, null);
    expect(plan.steps.filter(({ id }) => id.startsWith('containers'))).toEqual([]);
  });
});
