import { describe, expect, test } from 'vitest';
import { cdiSpecs } from '../../src/probes/cdi-specs.ts';
import { containerImages } from '../../src/probes/container-images.ts';
import { containerProof } from '../../src/probes/container-proof.ts';
import { containerdNvidia, containerRuntimes } from '../../src/probes/container-runtimes.ts';
import { containerToolkit } from '../../src/probes/container-toolkit.ts';
import { seen } from './made-up-machine.ts';

/** As `nvidia-ctk runtime configure --runtime=containerd` writes it (NVIDIA/nvidia-docker#1788). */
const CONTAINERD = `version = 2
[plugins]
  [plugins."io.containerd.grpc.v1.cri"]
    [plugins."io.containerd.grpc.v1.cri".containerd]
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes]
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
            BinaryName = "/usr/bin/runc"
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.nvidia]
          privileged_without_host_devices = false
          runtime_type = "io.containerd.runc.v2"
          [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.nvidia.options]
            SystemdCgroup = true
            BinaryName = "/usr/bin/nvidia-container-runtime"
`;
const runtime = (name: string, nvidia: string | null = null, snap = false) => ({ name, nvidia, snap });

describe('container runtimes', () => {
  test('are known by their daemons; a client alone is none', async () => {
    expect(await seen(containerRuntimes, { files: { '/usr/bin/docker': '' } })).toEqual([]);
    expect(
      await seen(containerRuntimes, {
        files: { '/usr/sbin/dockerd': '', '/usr/bin/containerd': '', '/usr/bin/podman': '' },
      }),
    ).toEqual([runtime('docker'), runtime('containerd'), runtime('podman')]);
    expect(await seen(containerRuntimes, { files: { '/snap/bin/docker': '' } })).toEqual([
      runtime('docker', null, true),
    ]);
  });

  test('of Docker: what its configuration names, and no answer where that cannot be read', async () => {
    const docker = (text: string) =>
      seen(containerRuntimes, { files: { '/usr/bin/dockerd': '', '/etc/docker/daemon.json': text } });
    expect(await docker('{"runtimes": {"nvidia": {"path": "nvidia-container-runtime"}}}')).toEqual([
      runtime('docker', 'nvidia-container-runtime'),
    ]);
    expect(await docker('{"runtimes": {}}')).toEqual([runtime('docker')]);
    expect(await docker('')).toEqual([runtime('docker')]);
    await expect(docker('{"proxies": "http://me:hunter2@proxy", ')).rejects.toMatchObject({
      ignorance: { kind: 'unreadable', excerpt: 'JSON' },
    });
  });

  test('of containerd: in its file, or in one that it imports', async () => {
    expect(containerdNvidia(CONTAINERD)).toBe('/usr/bin/nvidia-container-runtime');
    expect(containerdNvidia(CONTAINERD.replaceAll('.nvidia', '.other'))).toBeNull();
    const daemon = { '/usr/bin/containerd': '', '/etc/containerd/conf.d/99-nvidia.toml': CONTAINERD };
    const imports = 'imports = ["/etc/containerd/conf.d/*.toml"]\nversion = 2\n';
    expect(await seen(containerRuntimes, { files: { ...daemon, '/etc/containerd/config.toml': imports } })).toEqual([
      runtime('containerd', '/usr/bin/nvidia-container-runtime'),
    ]);
    expect(
      await seen(containerRuntimes, { files: { ...daemon, '/etc/containerd/config.toml': 'version = 2\n' } }),
    ).toEqual([runtime('containerd')]);
  });
});

describe('the container toolkit', () => {
  const dpkg = { '/var/lib/dpkg/status': 'Package: apt\nStatus: install ok installed\n', '/usr/bin/apt-get': '' };

  test('says its version, and no repository is asked then', async () => {
    const commands = { 'nvidia-ctk --version': 'NVIDIA Container Toolkit CLI version 1.14.3\ncommit: 53b2\n' };
    const hook = '/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json';
    expect(await seen(containerToolkit, { files: { '/usr/bin/nvidia-ctk': '', [hook]: '{}' }, commands })).toEqual({
      version: '1.14.3',
      offered: false,
      hooks: [hook],
    });
  });

  test('that does not answer is not said to be away', async () => {
    const broken = { files: { '/usr/bin/nvidia-ctk': '' }, commands: { 'nvidia-ctk --version': { exitCode: 127 } } };
    await expect(seen(containerToolkit, broken)).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });

  test('is looked for in the index where there is a runtime, by the package manager of the guest', async () => {
    const none = { version: null, hooks: [] };
    expect(await seen(containerToolkit, { files: dpkg })).toEqual({ ...none, offered: false });
    const files = { ...dpkg, '/usr/bin/podman': '' };
    const policy = (candidate: string) => ({
      'apt-cache policy nvidia-container-toolkit': `nvidia-container-toolkit:\n  Installed: (none)\n  Candidate: ${candidate}\n`,
    });
    expect(await seen(containerToolkit, { files, commands: policy('1.17.8-1') })).toEqual({ ...none, offered: true });
    expect(await seen(containerToolkit, { files, commands: policy('(none)') })).toEqual({ ...none, offered: false });
    const dnf = { '/usr/bin/dnf': '', '/usr/bin/podman': '' };
    const query = 'dnf -q -C repoquery --qf %{name} %{version}\n nvidia-container-toolkit';
    expect(
      await seen(containerToolkit, { files: dnf, commands: { [query]: 'nvidia-container-toolkit 1.17.8\n' } }),
    ).toEqual({ ...none, offered: true });
  });
});

describe('CDI specifications', () => {
  const yaml = (driver: string) =>
    `cdiVersion: 0.5.0\ncontainerEdits:\n  hooks:\n  - hookName: createContainer\n  mounts:\n  - hostPath: /usr/lib/x86_64-linux-gnu/libcuda.so.${driver}\ndevices:\n- name: "0"\n  containerEdits: {}\n- containerEdits: {}\n  name: MIG-00000000-0000-0000-0000-000000000000\n- name: all\nkind: nvidia.com/gpu\n`;

  test('name the driver and the devices, MIG devices among them; those of this boot come first', async () => {
    const files = {
      '/etc/cdi/nvidia.yaml': yaml('535.154.05'),
      '/etc/cdi/other.yaml': 'kind: example.com/nic\ndevices:\n- name: "0"\n',
      '/run/cdi/nvidia.yaml': yaml('550.120'),
    };
    const devices = ['0', 'MIG-00000000-0000-0000-0000-000000000000', 'all'];
    expect(await seen(cdiSpecs, { files })).toEqual([
      { path: '/run/cdi/nvidia.yaml', driver: '550.120', devices },
      { path: '/etc/cdi/nvidia.yaml', driver: '535.154.05', devices },
    ]);
  });

  test('in JSON say the same; and name the program of the toolkit that is called for each container', async () => {
    const json = JSON.stringify(
      {
        kind: 'nvidia.com/gpu',
        devices: [{ name: '0' }],
        containerEdits: {
          mounts: [{ hostPath: '/usr/lib64/libcuda.so.550.120' }],
          hooks: [{ hookName: 'createContainer', path: '/usr/bin/nvidia-cdi-hook', args: ['nvidia-cdi-hook', 'update-ldcache'] }],
        },
      },
      null,
      1,
    );
    expect(await seen(cdiSpecs, { files: { '/etc/cdi/nvidia.json': json } })).toEqual([
      { path: '/etc/cdi/nvidia.json', driver: '550.120', devices: ['0'], hook: '/usr/bin/nvidia-cdi-hook' },
    ]);
  });
});

describe('container images', () => {
  const storage = '/var/lib/containers/storage/overlay-images/images.json';

  test('are listed without starting anything: Docker is asked where it runs', async () => {
    const commands = { 'docker images --format {{.Repository}}:{{.Tag}}': 'ubuntu:22.04\n<none>:<none>\n' };
    const files = { [storage]: '[{"id": "1", "names": ["docker.io/library/debian:12"]}, {"id": "2"}]' };
    expect(await seen(containerImages, { files, commands })).toEqual({
      docker: [],
      podman: ['docker.io/library/debian:12'],
    });
    expect(await seen(containerImages, { files: { '/run/docker.pid': '7\n' }, commands })).toEqual({
      docker: ['ubuntu:22.04'],
      podman: [],
    });
  });

  test('are not known where Docker refuses, or the list is cut off', async () => {
    const refused = { exitCode: 1, stderr: 'permission denied while trying to connect to the Docker daemon socket' };
    const commands = { 'docker images --format {{.Repository}}:{{.Tag}}': refused };
    await expect(seen(containerImages, { files: { '/run/docker.pid': '7\n' }, commands })).rejects.toMatchObject({
      ignorance: { kind: 'unreadable' },
    });
    await expect(seen(containerImages, { files: { [storage]: '[{"id": "1", "na' } })).rejects.toMatchObject({
      ignorance: { kind: 'unreadable' },
    });
  });
});

test('a proof that cannot be read is none', async () => {
  const path = '/var/lib/gpu-guest/containers.json';
  const proof = { docker: { driver: '535.161.07', toolkit: '1.17.8', image: 'ubuntu:22.04' } };
  expect(await seen(containerProof, { files: { [path]: JSON.stringify(proof) } })).toEqual(proof);
  for (const text of ['', '{"docker', '[]', 'null'])
    expect(await seen(containerProof, { files: { [path]: text } })).toEqual({});
});
