import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { parseLacking } from '../../src/probes/fabric-manager.ts';
import { subnetManager } from '../../src/probes/subnet-manager.ts';
import { madeUpMachine } from './made-up-machine.ts';

const BUS = '/sys/bus/pci/devices';
const card = (address: string, vendor: string, kind: string) => ({ [`${BUS}/${address}/vendor`]: `${vendor}\n`, [`${BUS}/${address}/class`]: `${kind}\n` });
const two = { ...card('0000:07:00.0', '0x15b3', '0x020700'), ...card('0000:08:00.0', '0x15b3', '0x020700') };
const GREP = `grep -l -a SW_MNG ${BUS}/0000:07:00.0/vpd ${BUS}/0000:08:00.0/vpd`;
const apt = { '/var/lib/dpkg/status': 'Package: apt\n', '/usr/bin/apt-get': '' };
const asked = (machine: ReturnType<typeof madeUpMachine>) => subnetManager.observe.linux?.(machine);
const said = { [GREP]: `${BUS}/0000:08:00.0/vpd\n` };

describe('the NVSwitches that need the NVLink Subnet Manager', () => {
  it('are told from network cards by their product data, and nobody is asked where there is no InfiniBand', async () => {
    expect(await asked(madeUpMachine({ files: card('0000:03:00.0', '0x10de', '0x030200') }))).toMatchObject({ bridges: [] });
    expect(await asked(madeUpMachine({ files: two, commands: { [GREP]: { exitCode: 1 } } }))).toMatchObject({ bridges: [] });
    expect(await asked(madeUpMachine({ files: two, commands: said }))).toEqual({ bridges: ['0000:08:00.0'], installed: false, umad: false, offered: false });
  });

  it('are not absent where root alone may look', async () => {
    const stderr = `grep: ${BUS}/0000:07:00.0/vpd: Permission denied\n`;
    await expect(asked(madeUpMachine({ files: two, commands: { [GREP]: { exitCode: 2, stderr } } }))).rejects.toThrow(Unobservable);
  });

  it('are served by a package of a repository, or by what is installed and loaded', async () => {
    const offers = madeUpMachine({ files: { ...two, ...apt }, commands: { ...said, 'apt-cache pkgnames nvlsm': 'nvlsm\n' } });
    expect(await asked(offers)).toMatchObject({ installed: false, offered: true });
    const others = madeUpMachine({ files: { ...two, ...apt }, commands: { ...said, 'apt-cache pkgnames nvlsm': 'nvlsm-dev\n' } });
    expect(await asked(others)).toMatchObject({ offered: false });
    const there = { ...two, '/opt/nvidia/nvlsm/sbin/nvlsm': '', '/sys/module/ib_umad/refcnt': '0\n' };
    expect(await asked(madeUpMachine({ files: there, commands: said }))).toMatchObject({ installed: true, umad: true, offered: false });
  });
});

/** As users report them of HGX B200 and B300. */
describe('what the fabric manager lacks', () => {
  const NVLSM = 'nvidia-fabricmanager-start.sh[1412]: "/opt/nvidia/nvlsm/sbin/nvlsm" does not exist. Please install "Nvidia NVLink Subnet Manager" (nvlsm) package';
  const UMAD = 'nvidia-fabricmanager-start.sh[1412]: Kernel module "ib_umad" has not been loaded, fabric manager cannot start';

  it.each([
    [NVLSM, 'nvlsm'],
    [UMAD, 'ib_umad'],
    [`${UMAD}\n${NVLSM}`, 'nvlsm'],
  ])('is in its log', (text, what) => {
    expect(parseLacking(text).lacks?.what).toBe(what);
  });

  it.each(['', 'nvidia-fabricmanager-start.sh[1412]: Detected NVL5+ system', `${NVLSM}\nnv-fabricmanager[2]: Successfully configured all the available GPUs and NVSwitches to route NVLink traffic.`])(
    'is nothing after %j',
    (text) => {
      expect(parseLacking(text)).toEqual({});
    },
  );
});
