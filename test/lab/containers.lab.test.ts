// Debian's own Docker, Podman and containerd: they hand the GPU of a MIG-backed vGPU to containers, fail in the ways that happen, are mended,
// and everything is as it was in the end.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { CARDS } from './harness/card.ts';
import type { Container } from './harness/container.ts';
import { DRIVER_CHANGE, HOOK_REMOVED, MIG_CHANGE, NOTHING_YET, OLD_HOOK, TOOLKIT_GONE, type ContainerFailure } from './harness/container-failures.ts';
import { ALLOWED, containerRuntimesImage, IN_CONTAINERD, IN_DOCKER, IN_PODMAN } from './harness/container-runtimes.ts';
import { diagnosedHere, failed, type Diagnosis } from './harness/diagnosed.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { gridPackage } from './harness/grid-package.ts';
import { makeMedia, MEDIA } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { changed, gpuGuest, told } from './harness/program.ts';
import { withQuickGuest } from './harness/quick-guest.ts';
import { toolkitPackages } from './harness/toolkit-packages.ts';

const profile = (runtime: string) => `goal: compute\ndriver:\n  kind: grid\ncuda:\n  toolkit: none\ncontainers:\n  runtime: ${runtime}\n`;
const apply = (runtime = 'auto') => `apply --yes --media ${MEDIA} --profile ${MEDIA}/${runtime}.yml --reboot never`;
const GPU = 'GPU 0: GRID A100X-3-20C';
const STEPS = ['containers.install', 'containers.configure', 'containers.prove'];

async function mediaWithToolkit(): Promise<string> {
  const media = await makeMedia({ kinds: ['cloud'], cuda: false });
  for (const file of await toolkitPackages()) copyFileSync(file, join(media, basename(file)));
  for (const runtime of ['auto', 'containerd']) writeFileSync(join(media, `${runtime}.yml`), profile(runtime));
  return media;
}

/** What the runtimes keep for themselves changes with every container. */
async function state({ root }: Container): Promise<Tree> {
  const tree = await everything(root);
  for (const path of tree.keys()) if (/^\/var\/lib\/(nvidia|docker|containerd|containers|cni)(\/|$)|^\/(var\/)?tmp\//.test(path)) tree.delete(path);
  return tree;
}

/** Another id after each start. */
async function starts(guest: Container) {
  const { stdout } = await guest.run('systemctl show -P InvocationID docker containerd');
  const [docker, containerd] = stdout.split('\n').filter(line => line !== '');
  return { docker, containerd };
}

async function applied(guest: Container, runtime?: string) {
  const answer = await gpuGuest(guest, apply(runtime));
  expect(answer.status, told(answer)).toBe(0);
  return changed(answer).filter(id => id.startsWith('containers.'));
}

const containerFindings = ({ findings }: Diagnosis) => findings.map(({ id }) => id).filter(id => id.startsWith('containers.')).sort();

/** On the guest, from its capture, and from what somebody pasted: in the words of the real programs. */
async function diagnosedThreeWays(guest: Container, failure: ContainerFailure) {
  const { live, capture, ticket } = await failed(guest, { ...failure, cause: failure.live[0] ?? '' });
  expect(containerFindings(live), JSON.stringify(live, null, 1)).toEqual(failure.live);
  expect(containerFindings(await diagnosedHere(capture)), failure.name).toEqual(failure.live);
  expect(containerFindings(await diagnosedHere(ticket)), ticket).toEqual(failure.pasted);
  for (const words of failure.says) expect(ticket).toMatch(words);
}

async function lists(guest: Container, command: string): Promise<string> {
  const { stdout } = await guest.run(`${command} 2>&1`);
  expect(stdout, command).toContain(GPU);
  return stdout;
}

/** Nobody starts anew for nothing. */
async function nothingTwice(guest: Container, runtime?: string) {
  const before = await starts(guest);
  expect((await gpuGuest(guest, apply(runtime))).json.outcome).toBe('nothing-to-do');
  expect((await gpuGuest(guest, `${apply(runtime)} --force`)).json.outcome).toBe('nothing-to-do');
  expect(await starts(guest)).toEqual(before);
}

/** The toolkit comes, both are told, both list the GPU. Docker starts anew, its containerd does not. */
async function setUp(guest: Container) {
  const before = await starts(guest);
  expect(await applied(guest)).toEqual(STEPS);
  const { docker, containerd } = await starts(guest);
  expect({ isNew: docker !== before.docker, containerd }).toEqual({ isNew: true, containerd: before.containerd });
  const proof = JSON.parse((await guest.run('cat /var/lib/gpu-guest/containers.json')).stdout);
  expect(proof).toMatchObject({ docker: { image: 'debian:bookworm-slim', driver: '525.105.17', mig: ['0:0'] }, podman: { toolkit: '1.17.8' } });
  for (const command of [IN_DOCKER, IN_DOCKER.replace('--gpus all', '--runtime=nvidia -e NVIDIA_VISIBLE_DEVICES=all'), IN_PODMAN])
    expect(await lists(guest, command)).toContain('MIG 3g.20gb');
  await nothingTwice(guest);
}

async function setUpContainerd(guest: Container) {
  const before = await starts(guest);
  expect(await applied(guest, 'containerd')).toEqual(['containers.configure']);
  const { docker, containerd } = await starts(guest);
  expect({ docker, isNew: containerd !== before.containerd }).toEqual({ docker: before.docker, isNew: true });
  expect((await guest.run('containerd config dump')).stdout).toMatch(/runtimes\.nvidia\.options\]\n\s*BinaryName = "\/usr\/bin\/nvidia-container-runtime"/);
  await lists(guest, IN_CONTAINERD);
  await nothingTwice(guest, 'containerd');
}

/** A container gets the one MIG device that it asks for by its UUID. */
async function oneMigDevice(guest: Container) {
  const uuid = /Device +1: \(UUID: (MIG-[\w-]+)\)/.exec((await guest.run('nvidia-smi -L')).stdout)?.[1] ?? '';
  for (const command of [IN_DOCKER.replace('all', `'"device=${uuid}"'`), IN_PODMAN.replace('gpu=all', `gpu=${uuid}`)]) {
    const listed = await lists(guest, command);
    expect(listed.match(/MIG-[\w-]+/g), command).toEqual([uuid]);
  }
}

/** What went wrong is mended by the next run, and Docker, whose configuration is the same, goes on. */
async function failsAndIsMended(guest: Container, failure: ContainerFailure, steps: readonly string[]) {
  await diagnosedThreeWays(guest, failure);
  const { docker } = await starts(guest);
  expect(await applied(guest), failure.name).toEqual(steps);
  if (!steps.includes('containers.install')) expect((await starts(guest)).docker).toBe(docker);
  for (const command of [IN_DOCKER, IN_PODMAN]) await lists(guest, command);
}

async function undoAll(guest: Container) {
  const standing = async () => (await gpuGuest(guest, 'runs')).json.runs.filter(({ status }) => status === 'done').length;
  for (let left = await standing(); left > 0; left--) {
    const undone = await gpuGuest(guest, 'undo --yes');
    expect([0, 10], told(undone)).toContain(undone.status);
  }
  expect(await standing()).toBe(0);
}

inTheLab('containers', () => {
  test('of Docker, Podman and containerd get the GPU, lose it, get it again, and leave nothing', async () => {
    const media = await mediaWithToolkit();
    const newer = await gridPackage(['cloud'], 'prebuilt', '525.125.06');
    await withQuickGuest('containers', media, async guest => {
      rmSync(media, { recursive: true });
      copyFileSync(newer, join(guest.root, 'mnt/newer.deb'));
      const start = await state(guest);
      await diagnosedThreeWays(guest, NOTHING_YET);
      await setUp(guest);
      await setUpContainerd(guest);
      await failsAndIsMended(guest, MIG_CHANGE, ['containers.configure', 'containers.prove']);
      await oneMigDevice(guest);
      await failsAndIsMended(guest, OLD_HOOK, ['containers.configure']);
      await failsAndIsMended(guest, DRIVER_CHANGE, ['containers.configure', 'containers.prove']);
      await failsAndIsMended(guest, TOOLKIT_GONE, ['containers.install']);
      await undoAll(guest);
      await guest.run(HOOK_REMOVED); // which the undo has put back
      expect(differences(start, await state(guest))).toEqual([]);
    }, { offline: true, allowed: ALLOWED, card: CARDS['a100x-3-20c'], image: await containerRuntimesImage() });
  });
});
