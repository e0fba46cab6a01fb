import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { ask, linesOf } from './ask.ts';
import { guestWith, NVIDIA, runtime, toolkit, wanting } from './container-guests.ts';
import { factsOf, UNKNOWN, type SomeFacts } from './facts-of.ts';
import { moduleOf } from './guests.ts';
import { taskOf } from './task-of.ts';
import { isValid } from './valid.ts';

describe('containers.prove', () => {
  const docker = [runtime('docker', NVIDIA)];
  const images = (...names: readonly string[]) => ({ containerImages: { docker: names, podman: [] } });
  const proof = { docker: { driver: '525.105.17', toolkit: '1.17.8', image: 'ubuntu:22.04' } };

  it('runs nvidia-smi in an image that is at hand, fetches none, and leaves a note', () => {
    const facts = guestWith(docker, images('alpine:3.20', 'nvidia/cuda:12.4.1-base-ubuntu22.04', 'ubuntu:22.04'));
    const proposal = ask('containers.prove', facts, wanting('auto'));
    expect(linesOf(proposal)).toEqual([
      'docker run --rm --pull=never --network=none --gpus all --entrypoint=nvidia-smi nvidia/cuda:12.4.1-base-ubuntu22.04 -L',
      'write /var/lib/gpu-guest/containers.json',
    ]);
    expect(isValid(proposal)).toBe(true);
  });

  it('is left out where no image fits: nvidia-smi does not run on Alpine', () => {
    const facts = guestWith(docker, images('alpine:3.20', 'busybox:latest'));
    expect(ask('containers.prove', facts, wanting('auto')).kind).toBe('not-wanted');
  });

  it('is made anew for another driver, another toolkit, or one of which nothing is noted', () => {
    const facts = guestWith(docker, { ...images('ubuntu:22.04'), containerProof: proof });
    expect(ask('containers.prove', facts, wanting('auto')).kind).toBe('done');
    const others: readonly SomeFacts[] = [
      { nvidiaModule: moduleOf('525.147.05') },
      { containerToolkit: toolkit({ version: '1.18.1' }) },
      { containerProof: {} },
    ];
    for (const other of others)
      expect(ask('containers.prove', { ...facts, ...other }, wanting('auto')).kind).toBe('todo');
  });

  it('is what verify asks for: proved, or set up with no image to try', () => {
    const found = (more: SomeFacts) =>
      checksOf(factsOf(guestWith(docker, more)), taskOf(wanting('auto')))
        .filter(({ id }) => id.startsWith('containers'))
        .map(({ id, ok, found: words }) => [id, ok, words.key]);
    expect(found({ containerProof: proof })).toEqual([['containers.docker', true, 'check.containers.proved']]);
    expect(found({})).toEqual([['containers.docker', true, 'check.containers.configured']]);
    expect(found(images('ubuntu:22.04'))).toEqual([['containers.docker', false, 'check.containers.not-proved']]);
    expect(found({ containerRuntimes: [runtime('docker')] })).toEqual([
      ['containers.docker', false, 'check.containers.not-configured'],
    ]);
    expect(found({ containerToolkit: toolkit({ version: null }) })).toEqual([
      ['containers.docker', false, 'check.containers.no-toolkit'],
    ]);
    expect(found({ containerRuntimes: [] })).toEqual([['containers', false, 'check.containers.no-runtime']]);
    expect(found({ containerImages: UNKNOWN })).toEqual([['containers', false, 'check.unknown']]);
    expect(checksOf(factsOf(guestWith(docker)), taskOf()).some(({ id }) => id.startsWith('containers'))).toBe(false);
  });
});
