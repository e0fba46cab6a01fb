// The stand-in for NVIDIA's GRID package as an rpm: its module is put together by DKMS in the guest, as NVIDIA's is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRIVER } from '../harness/root.ts';
import { labKey } from '../harness/token.ts';
import type { Rpm } from './build.ts';
import { moduleFile } from './module-file.ts';
import { dkmsConfiguration, gridScripts } from './stand-ins.ts';

const PARTS = join(import.meta.dirname, '../stand-in/grid');
const part = (name: string) => readFileSync(join(PARTS, name));
const BRANCH = DRIVER.split('.')[0]!;

const modulesFor = (kernel: string) => Object.fromEntries(['nvidia', 'nvidia-uvm'].map(name => [
  `/usr/src/nvidia-${DRIVER}/ready/${kernel}/${name}.ko`,
  moduleFile({ version: DRIVER, license: 'NVIDIA', name: name.replace('-', '_'), depends: name === 'nvidia' ? '' : 'nvidia', vermagic: `${kernel} SMP preempt mod_unload modversions ` }),
]));

/** libraries: a folder with libraries that carry the driver's version. */
export async function gridRpm(kernel: string, libraries: string): Promise<Rpm> {
  const { publicPem } = await labKey();
  const library = readdirSync(libraries).filter(name => name.startsWith('lib'));
  return {
    name: `nvidia-linux-grid-${BRANCH}`, version: DRIVER, release: '1', requires: ['dkms', 'kmod', 'systemd'],
    files: {
      ...modulesFor(kernel),
      [`/usr/src/nvidia-${DRIVER}/dkms.conf`]: dkmsConfiguration(DRIVER),
      '/usr/bin/nvidia-gridd': { content: part('nvidia-gridd'), mode: 0o755 },
      '/usr/bin/nvidia-smi': { content: part('nvidia-smi').toString().replaceAll('@VERSION@', DRIVER), mode: 0o755 },
      '/etc/nvidia/gridd.conf.template': { content: part('gridd.conf.template'), config: true },
      '/etc/nvidia/ClientConfigToken': {},
      '/usr/lib/systemd/system/nvidia-gridd.service': part('nvidia-gridd.service'),
      '/usr/share/nvidia/lab-token-key.pem': publicPem,
      ...Object.fromEntries(library.map(name => [`/usr/lib64/${name}`, { content: readFileSync(join(libraries, name)), mode: 0o755 }])),
    },
    scripts: gridScripts(DRIVER),
  };
}
