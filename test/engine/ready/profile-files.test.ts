/** What the profile asks for beyond the driver: gone or another, it is noticed; not asked for, it is nobody's business. */
import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../../src/domain/fact.ts';
import { defaultProfile, type Profile } from '../../../src/domain/profile.ts';
import { alreadyRight } from '../../../src/engine/ready/already.ts';
import { leaveMark } from '../../../src/engine/ready/mark.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import { benchOn, VERSION } from './ready-guest.ts';

const SYSTEM = '/usr/lib/x86_64-linux-gnu';
const OWN = '/usr/local/cuda-12.2/targets/x86_64-linux/lib';
const STARTED = '/etc/systemd/system/multi-user.target.wants';
const FILES = [
  `${SYSTEM}/libcudnn.so.9.1.0`,
  `${SYSTEM}/libcudnn_ops.so.9.1.0`,
  `${SYSTEM}/libnccl.so.2.21.5`,
  `${OWN}/libcudnn.so.9`,
  '/etc/ld.so.conf.d/gpu-guest-libraries.conf',
  '/etc/systemd/system/gpu-guest-persistence.service',
  `${STARTED}/gpu-guest-persistence.service`,
  `${STARTED}/nvidia-fabricmanager.service`,
  '/usr/bin/nv-fabricmanager',
  '/usr/bin/nvidia-ctk',
  '/usr/bin/docker',
  '/etc/cdi/nvidia.yaml',
  '/run/cdi/another.yaml',
  '/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json',
  '/usr/local/cuda/bin/nvcc',
  '/etc/dracut.conf.d/gpu-guest-nouveau.conf',
];
const ALL: Profile = {
  ...defaultProfile,
  cuda: { toolkit: '12.2' },
  libraries: { cudnn: 'auto', nccl: 'auto' },
  containers: { runtime: 'docker', toolkit: 'auto' },
  multiGpu: { fabricManager: 'auto', persistence: true },
};

async function marked(profile: Profile) {
  const started = simulationNamed('healthy-licensed').start();
  const { files } = started.guest;
  for (const path of FILES) files.write(path, path.endsWith('libraries.conf') ? `${OWN}\n` : 'one\n');
  await leaveMark(benchOn(started), profile, null);
  const asked = () => alreadyRight(started.observer, profile, VERSION);
  return { ...started, files, asked };
}
const differing = (path: string) => ({
  kind: 'differs',
  differs: [{ key: 'ready.differs.file', values: { path } }],
});

describe('what the profile asks for', () => {
  it('is right as it was', async () => {
    expect(await (await marked(ALL)).asked()).toMatchObject({ kind: 'right' });
  });

  it.each(FILES.filter((path) => !path.endsWith('libraries.conf')))(
    'is looked at anew where %s is gone',
    async (path) => {
      const { executor, asked } = await marked(ALL);
      await executor.remove(path, 'one');
      expect(await asked()).toMatchObject(differing(path));
    },
  );

  it.each(FILES.filter((path) => !path.endsWith('libraries.conf')))(
    'is looked at anew where %s is another',
    async (path) => {
      const { files, asked } = await marked(ALL);
      files.write(path, 'another one\n');
      expect(await asked()).toMatchObject(differing(path));
    },
  );

  it('is looked at anew where another copy of a library has come, which the loader might take first', async () => {
    const { files, asked } = await marked(ALL);
    files.write(`${SYSTEM}/libnccl.so.2.27.3`, 'newer\n');
    expect(await asked()).toMatchObject(differing(`${SYSTEM}/libnccl.so.2.27.3`));
  });

  it('is not disturbed by what the profile does not ask for', async () => {
    const wanted = { ...defaultProfile, cuda: { toolkit: 'none' } };
    const { executor, asked } = await marked(wanted);
    for (const path of FILES.filter((one) => !one.includes('dracut'))) await executor.remove(path, 'one');
    expect(await asked()).toMatchObject({ kind: 'right' });
  });

  it('is looked at anew where a hook for containers has come, or another CDI specification, which might be the first', async () => {
    for (const path of ['/etc/containers/oci/hooks.d/oci-nvidia-hook.json', '/run/cdi/nvidia.yaml']) {
      const { files, asked } = await marked(ALL);
      files.write(path, '{}');
      expect(await asked()).toMatchObject(differing(path));
    }
  });

  it('is not called right for containers where the card is cut up, as that stands in no file', async () => {
    for (const path of ['/proc/driver/nvidia/capabilities/gpu0/mig/gi1/access', '/var/lib/gpu-guest/containers.json']) {
      const { files, observer, asked } = await marked(ALL);
      files.write(path, path.endsWith('.json') ? '{"podman": {"driver": "1", "toolkit": "1", "image": "debian", "mig": ["0:0"]}}' : '');
      expect(await asked()).toMatchObject({ kind: 'not-known' });
      expect(await alreadyRight(observer, { ...ALL, containers: defaultProfile.containers }, VERSION)).toMatchObject({ kind: 'differs' });
    }
  });

  it('is looked at anew where the packages of the driver are no longer held, if it wants that', async () => {
    const release = async (hold: boolean) => {
      const { files, asked } = await marked({ ...ALL, hold });
      const status = files.text('/var/lib/dpkg/status') ?? '';
      expect(status).toContain('Status: hold ok installed');
      files.write('/var/lib/dpkg/status', status.replaceAll('Status: hold ok', 'Status: install ok'));
      return asked();
    };
    expect(await release(true)).toMatchObject({ differs: [{ values: { part: { key: 'ready.part.held' } } }] });
    expect(await release(false)).toMatchObject({ kind: 'right' });
  });

  it('does not count as right where it may not be looked at', async () => {
    const { observer } = await marked(ALL);
    const refused = new Unobservable({ kind: 'permission-denied', target: SYSTEM });
    const shut = {
      ...observer,
      list: (folder: string) => (folder === SYSTEM ? Promise.reject(refused) : observer.list(folder)),
    };
    expect(await alreadyRight(shut, ALL, VERSION)).toMatchObject({ kind: 'not-known' });
  });
});
