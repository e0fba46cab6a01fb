import { notInSource, Unobservable, valueOf } from '../domain/fact.ts';
import { readDmi, type Dmi } from './dmi.ts';
import { defineProbe } from './probe.ts';
import { machineOfWindows } from './windows/ask-system.ts';

export type Cloud = 'aws' | 'azure' | 'gcp' | 'alibaba' | 'tencent' | 'oracle' | 'openstack' | 'none';

export const cloud = defineProbe({
  key: 'cloud',
  question: 'Which cloud is this?',
  observe: {
    linux: async (machine): Promise<Cloud> => {
      const dmi = await readDmi(machine);
      // A guest without DMI (a container, a small virtual machine) is in none of these clouds: all of them provide it.
      if (!dmi && machine.origin.kind === 'recorded') throw notInSource('DMI');
      return dmi ? cloudOf(dmi) : 'none';
    },
    windows: async (machine): Promise<Cloud> => {
      const { assetTag, ...told } = await machineOfWindows(machine);
      const found = cloudOf({ ...told, boardAssetTag: '', chassisAssetTag: valueOf(assetTag) ?? '' });
      // Azure and Oracle are known by the tag alone: without it nothing says "none".
      if (found === 'none' && !assetTag.known) throw new Unobservable(assetTag.ignorance);
      return found;
    },
  },
});

/** Azure guests carry it; a plain Hyper-V guest of the same maker does not (cloud-init's own test). */
const AZURE_TAG = '7783-7084-3265-9085-8269-3286-77';

const CLOUDS: readonly (readonly [Cloud, (dmi: Dmi) => boolean])[] = [
  ['azure', ({ chassisAssetTag }) => chassisAssetTag === AZURE_TAG],
  ['gcp', ({ productName }) => productName === 'Google Compute Engine'],
  ['aws', ({ sysVendor, boardAssetTag }) => sysVendor === 'Amazon EC2' || /^i-[0-9a-f]{8,17}$/.test(boardAssetTag)],
  // The older instances of AWS are Xen guests.
  ['aws', ({ biosVersion, biosVendor }) => /amazon/i.test(biosVersion) || biosVendor === 'Amazon EC2'],
  ['alibaba', ({ sysVendor }) => /alibaba/i.test(sysVendor)],
  ['tencent', ({ sysVendor }) => /tencent/i.test(sysVendor)],
  ['oracle', ({ chassisAssetTag }) => chassisAssetTag === 'OracleCloud.com'],
  [
    'openstack',
    ({ productName, sysVendor, chassisAssetTag }) =>
      /^OpenStack (Nova|Compute)$/.test(productName) ||
      sysVendor === 'OpenStack Foundation' ||
      chassisAssetTag.startsWith('OpenStack'),
  ],
];

export const cloudOf = (dmi: Dmi): Cloud => CLOUDS.find(([, matches]) => matches(dmi))?.[0] ?? 'none';
