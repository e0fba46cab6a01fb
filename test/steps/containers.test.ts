import { describe, expect, it } from 'vitest';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import { guestWith, HOOK, NVIDIA, runtime, spec, toolkit, wanting } from './container-guests.ts';
import { packages, UNKNOWN, type SomeFacts } from './facts-of.ts';
import { moduleOf, osOf } from './guests.ts';
import { isValid } from './valid.ts';

describe('containers.install', () => {
  const lacking = { containerToolkit: toolkit({ version: null }) };
  const offered = { containerToolkit: toolkit({ version: null, offered: true }) };
  const podman = [runtime('podman')];

  it('is not wanted unless the profile asks for it, and done where the toolkit is there', () => {
    expect(ask('containers.install', { containerRuntimes: podman }).kind).toBe('not-wanted');
    expect(ask('containers.install', guestWith(podman), wanting('podman')).kind).toBe('done');
  });

  it('takes it from a repository that the guest has, and adds none by itself', () => {
    expect(linesOf(ask('containers.install', guestWith(podman, offered), wanting('auto')))).toEqual([
      'apt-get update -o DPkg::Lock::Timeout=300',
      expect.stringMatching(/^apt-get install .*--no-remove nvidia-container-toolkit$/),
    ]);
    const proposal = ask('containers.install', guestWith(podman, lacking), wanting('auto'));
    expect([proposal.kind, saidBy(proposal)]).toEqual(['blocked', 'step.containers.install.no-source']);
  });

  it('adds NVIDIA’s repository where the profile says so, with what its download needs', () => {
    const setUp = wanting('podman', { kind: 'repository', setUp: true, rejected: [] });
    const lines = (facts: SomeFacts) => linesOf(ask('containers.install', guestWith(podman, facts), setUp));
    const key = '/usr/share/keyrings/nvidia-container-toolkit-keyring.asc';
    expect(lines(lacking)).toEqual([
      expect.stringMatching(/ ca-certificates$/),
      `/usr/lib/apt/apt-helper download-file https://nvidia.github.io/libnvidia-container/gpgkey ${key}`,
      `chmod 0644 ${key}`,
      'write /etc/apt/sources.list.d/nvidia-container-toolkit.list',
      'apt-get update -o DPkg::Lock::Timeout=300',
      expect.stringMatching(/ nvidia-container-toolkit$/),
    ]);
    expect(lines({ ...lacking, packageList: packages('ca-certificates') })[0]).toMatch(/^\/usr\/lib\/apt\/apt-helper/);
    expect(lines(offered)).toHaveLength(2);
    expect(lines({ ...lacking, os: osOf('rocky', 'dnf') })).toEqual([
      'write /etc/yum.repos.d/nvidia-container-toolkit.repo',
      expect.stringMatching(/^dnf install .* nvidia-container-toolkit$/),
    ]);
    expect(lines({ ...lacking, os: osOf('sles', 'zypper') })[0]).toBe(
      'write /etc/zypp/repos.d/nvidia-container-toolkit.repo',
    );
    expect(lines({ ...lacking, os: osOf('gentoo', 'none') })).toEqual([]);
    expect(isValid(ask('containers.install', guestWith(podman, lacking), setUp))).toBe(true);
  });

  it('restarts Docker where its configuration names the toolkit already, and leaves that to the next step where not', () => {
    const restart = 'refresh: systemctl try-restart docker.service';
    const told = ask('containers.install', guestWith([runtime('docker', NVIDIA)], offered), wanting('docker'));
    expect(linesOf(told).at(-1)).toBe(restart);
    const untold = ask('containers.install', guestWith([runtime('docker')], offered), wanting('docker'));
    expect(linesOf(untold)).not.toContain(restart);
  });

  it.each([
    ['there is no runtime', [], 'auto', 'step.containers.no-runtime'],
    ['the one that is named is not there', [runtime('podman')], 'docker', 'step.containers.not-there'],
    ['Docker is the snap store’s', [{ ...runtime('docker'), snap: true }], 'auto', 'step.containers.snap'],
  ] as const)('is blocked where %s', (_, runtimes, name, key) => {
    const proposal = ask('containers.install', guestWith(runtimes, offered), wanting(name));
    expect([proposal.kind, saidBy(proposal)]).toEqual(['blocked', key]);
  });
});

describe('containers.configure', () => {
  const all = [runtime('docker'), runtime('containerd'), runtime('podman')];

  it('tells Docker and Podman; containerd below Docker only where it is named', () => {
    expect(linesOf(ask('containers.configure', guestWith(all), wanting('auto')))).toEqual([
      'nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml',
      'nvidia-ctk runtime configure --runtime=docker',
      'refresh: systemctl try-restart docker.service',
    ]);
    const proposal = ask('containers.configure', guestWith(all), wanting('containerd'));
    expect(linesOf(proposal)).toEqual([
      'nvidia-ctk runtime configure --runtime=containerd',
      'refresh: systemctl try-restart containerd.service',
    ]);
    expect(actionsOf(proposal)[0]).toMatchObject({
      undo: {
        paths: [
          '/etc/containerd/config.toml',
          '/etc/containerd/conf.d/99-nvidia.toml',
          '/etc/containerd/config.d/99-nvidia.toml',
        ],
      },
    });
    expect(linesOf(ask('containers.configure', guestWith([runtime('containerd')]), wanting('auto')))).toHaveLength(2);
  });

  it('restarts nothing that was told before', () => {
    const facts = guestWith([runtime('docker', NVIDIA), runtime('podman')]);
    expect(linesOf(ask('containers.configure', facts, wanting('auto')))).toEqual([
      'nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml',
    ]);
    const described = { ...facts, cdiSpecs: spec('525.105.17') };
    expect(ask('containers.configure', described, wanting('auto')).kind).toBe('done');
  });

  it('writes a stale specification anew where it stands, and takes the hook of old away', () => {
    const facts = guestWith([runtime('podman')], {
      cdiSpecs: spec('525.60.13', '/run/cdi/nvidia.yaml'),
      containerToolkit: toolkit({ hooks: [HOOK] }),
    });
    expect(linesOf(ask('containers.configure', facts, wanting('podman')))).toEqual([
      `remove ${HOOK}`,
      'nvidia-ctk cdi generate --output=/run/cdi/nvidia.yaml',
    ]);
  });

  it('waits for the driver that is yet to be loaded, and is blocked where none is', () => {
    const current = guestWith([runtime('podman')], { cdiSpecs: spec('525.105.17') });
    const later = wanting('podman', undefined, { ahead: ['driver.install'] });
    expect(ask('containers.configure', current, later).kind).toBe('todo');
    const none = { ...current, nvidiaModule: moduleOf('525.105.17', { loaded: false }) };
    expect(ask('containers.configure', none, wanting('podman'))).toMatchObject({
      kind: 'blocked',
      finding: 'driver.not-loaded',
    });
  });

  it('describes nothing to Podman where an image is built, as the card is not there', () => {
    const image = (name: 'auto' | 'podman') => wanting(name, undefined, { forImage: true });
    expect(linesOf(ask('containers.configure', guestWith(all), image('auto')))).toEqual([
      'nvidia-ctk runtime configure --runtime=docker',
      'refresh: systemctl try-restart docker.service',
    ]);
    const podman = ask('containers.configure', guestWith([runtime('podman')]), image('podman'));
    expect([podman.kind, saidBy(podman)]).toEqual(['not-wanted', 'step.containers.image']);
    const prove = ask('containers.prove', guestWith(all), image('auto'));
    expect([prove.kind, saidBy(prove)]).toEqual(['not-wanted', 'step.containers.image']);
  });

  it('is blocked without a toolkit, and where what is configured cannot be read', () => {
    const none = guestWith(all, { containerToolkit: toolkit({ version: null }) });
    expect(saidBy(ask('containers.configure', none, wanting('auto')))).toBe('step.containers.configure.no-toolkit');
    const ahead = wanting('auto', undefined, { ahead: ['containers.install'] });
    expect(ask('containers.configure', none, ahead).kind).toBe('todo');
    const unread = { ...guestWith([]), containerRuntimes: UNKNOWN };
    expect(saidBy(ask('containers.configure', unread, wanting('auto')))).toBe('step.blocked.unknown');
  });
});
