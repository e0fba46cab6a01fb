import { describe, expect, it } from 'vitest';
import { SEAL_MARK } from '../../src/domain/places.ts';
import { image } from '../../src/probes/image.ts';
import { machineIdentity } from '../../src/probes/machine-identity.ts';
import { parseFabricLog } from '../../src/probes/fabric-manager.ts';
import { setting } from '../../src/probes/setting.ts';
import { createGuest } from '../../src/simulated/guest.ts';
import { observerOf } from '../../src/simulated/ports.ts';

function machine(files: Readonly<Record<string, string>>) {
  const guest = createGuest();
  for (const [path, text] of Object.entries(files)) guest.files.write(path, text);
  return observerOf(guest, 'made up');
}

const RUNNING = { '/proc/sys/kernel/osrelease': '6.1.0-37-amd64\n' };

describe('an image', () => {
  it.each([
    ['a guest in use', RUNNING, 'guest'],
    ['sealed, and still running', { ...RUNNING, [SEAL_MARK]: '{}' }, 'sealed'],
    ['mounted, where no kernel runs', { '/etc/os-release': 'ID=debian\n' }, 'mounted'],
  ] as const)('is told: %s', async (_, files, expected) => {
    expect(await image.observe.linux?.(machine(files))).toBe(expected);
  });

  it('is told where the builder that looks at it has a kernel of its own', async () => {
    const mounted = { ...machine(RUNNING), origin: { kind: 'live', mounted: true } } as const;
    expect(await image.observe.linux?.(mounted)).toBe('mounted');
  });
});

describe('the setting', () => {
  it.each([
    [{ kind: 'live' }, 'running'],
    [{ kind: 'live', mounted: true }, 'mounted'],
    [{ kind: 'captured', of: 'live', what: 'a capture' }, 'running'],
    [{ kind: 'captured', of: 'live', what: 'a capture', mounted: true }, 'mounted'],
    [{ kind: 'recorded', what: 'a log' }, 'running'],
  ] as const)('of %j is %s', async (origin, expected) => {
    expect(await setting.observe.linux?.({ ...machine(RUNNING), origin })).toMatchObject({ kind: expected });
  });
});

describe('the identity of a machine', () => {
  it.each([
    ['0123456789abcdef0123456789abcdef\n', 'set'],
    ['<machine-id-1>\n', 'set'],
    ['', 'empty'],
    ['uninitialized\n', 'empty'],
  ] as const)('in machine-id %j is %s', async (text, expected) => {
    const found = await machineIdentity.observe.linux?.(machine({ '/etc/machine-id': text }));
    expect(found?.machineId).toBe(expected);
  });

  it('holds what was made for its very cards; not what is for whichever cards there are, or of another maker', async () => {
    const files = {
      '/usr/local/lib/gpu-guest/mig-devices.sh': 'x',
      '/var/lib/gpu-guest/containers.json': '{}',
      '/etc/cdi/a.yaml': 'kind: nvidia.com/gpu\ndevices:\n  - name: "0:1"\n',
      '/etc/cdi/b.json': '{\n  "kind": "nvidia.com/gpu",\n  "devices": [\n    {\n      "name": "GPU-0b1c2d3e"\n    }\n  ]\n}\n',
      '/etc/cdi/nvidia.yaml': 'kind: nvidia.com/gpu\ndevices:\n  - name: "0"\n  - name: all\n',
      '/etc/cdi/other.yaml': 'kind: vendor.com/nic\ndevices:\n  - name: "0:1"\n',
      '/etc/cdi/a.yaml.bak': 'kind: nvidia.com/gpu\ndevices:\n  - name: "0:1"\n',
    };
    const found = await machineIdentity.observe.linux?.(machine(files));
    expect(found?.cardSettings).toEqual(['/usr/local/lib/gpu-guest/mig-devices.sh', '/var/lib/gpu-guest/containers.json', '/etc/cdi/a.yaml', '/etc/cdi/b.json']);
  });

  it('holds private host keys, and no public ones', async () => {
    const files = {
      '/etc/ssh/ssh_host_rsa_key': 'x',
      '/etc/ssh/ssh_host_rsa_key.pub': 'x',
      '/etc/ssh/sshd_config': 'x',
    };
    const found = await machineIdentity.observe.linux?.(machine(files));
    expect(found).toMatchObject({ machineId: 'absent', hostKeys: ['/etc/ssh/ssh_host_rsa_key'] });
  });
});

describe('the log of the fabric manager', () => {
  const REFUSED =
    "nv-fabricmanager[1]: fabric manager NVIDIA GPU driver interface version 550.127.05 don't match with driver version 550.120. Please update with matching NVIDIA driver package.";

  it('names both versions where it refuses to start', () => {
    expect(parseFabricLog(REFUSED)).toMatchObject({ version: '550.127.05', driver: '550.120' });
    expect(parseFabricLog(REFUSED.replace("don't", 'doesn’t'))).toMatchObject({ version: '550.127.05' });
  });

  it('is forgotten once it has started', () => {
    expect(
      parseFabricLog(`${REFUSED}\nsystemd[1]: Started nvidia-fabricmanager.service - NVIDIA fabric manager.`),
    ).toBeNull();
  });
});
