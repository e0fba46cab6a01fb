import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choose } from '../../src/choice/choose.ts';
import type { ChoiceFacts } from '../../src/choice/guest.ts';
import type { Choice, Rejected } from '../../src/domain/choice.ts';
import { gpuById } from '../../src/catalog/gpus.ts';
import { known } from '../../src/domain/fact.ts';
import { en } from '../../src/words/en/index.ts';
import { bareMetal, guest, installed, kvm, smi, smiGpu, unknown } from './guests.ts';
import { cudaFile, driverFile, tokenFile } from './media.ts';

const cards = fc.array(
  fc.constantFrom(
    '1eb8:10de:130f@525.105.14',
    '1eb8:10de:130f',
    '1eb8:10de:12a2',
    '1eb8:10de:ffee',
    '1eb8',
    '1eb8:10de:1309@580.65.05',
    '1b38:10de:11ed',
    '1b38:10de:11d9',
    '2bb5:10de:216f@580.65.05',
    '2901:10de:1999',
    '2684',
    '102d:10de:106c',
    'ffee',
    '13f2:10de:114e',
    '2342:10de:16eb',
    '0fe7:10de:101e',
    '1eb8:10de:ffee@vf',
    '26b9:10de:188b@610.10',
  ),
  { maxLength: 3 },
);
const media = fc.option(
  fc.subarray([
    driverFile('525.105.17'),
    driverFile('550.163.01'),
    driverFile('580.65.06', 'tesla'),
    driverFile('595.71.05', 'grid-azure'),
    driverFile('610.20'),
    driverFile('junk'),
    driverFile('525.105.14', 'grid', { what: 'driver-host', file: '/nv/h' }),
    driverFile('470.256.02', null),
    cudaFile('12.0.1'),
    cudaFile('13.0.0'),
    tokenFile('a'),
    tokenFile('b', { valid: false }),
  ]),
);
const profile = fc.record({
  goal: fc.constantFrom('auto' as const, 'compute' as const, 'workstation' as const),
  driver: fc.record({
    kind: fc.constantFrom('auto' as const, 'grid' as const, 'tesla' as const, 'geforce' as const, 'none' as const),
    source: fc.constantFrom('auto', 'media', 'distro', '/nv/x.run'),
    version: fc.constantFrom('auto', '535', '525.105.17'),
    kernelModule: fc.constantFrom('auto' as const, 'open' as const, 'proprietary' as const),
  }),
  license: fc.record({
    featureType: fc.constantFrom('auto' as const, 0 as const, 1 as const, 2 as const, 4 as const),
    token: fc.constantFrom('auto', 'none', '/nv/a.tok'),
  }),
  cuda: fc.constantFrom('auto', 'none', '12.0', '/nv/cuda_13.0.0.run'),
});
const guests = fc.record({
  cards,
  media,
  profile,
  cloud: fc.constantFrom('none' as const, 'azure' as const, 'alibaba' as const, 'aws' as const),
  hypervisor: fc.constantFrom(kvm, bareMetal),
  installed: fc.subarray([
    installed('525.105.17', 'grid'),
    installed('580.65.06', 'tesla'),
    installed('470.256.02', 'unknown'),
  ]),
  smi: fc.constantFrom(
    smi([]),
    smi([smiGpu({ deviceId: '1eb8', virtualizationMode: 'vgpu' })], false, '525.105.17'),
    smi([], true),
    { kind: 'absent' as const },
  ),
  distro: fc.constantFrom(
    [],
    [['nvidia-driver', '550.163.01', 'proprietary'] as ['nvidia-driver', string, 'proprietary']],
  ),
});
const forgotten = fc.subarray(Object.keys(guest({ cards: [] }).facts) as (keyof ChoiceFacts)[]);

const forget = (facts: ChoiceFacts, keys: readonly (keyof ChoiceFacts)[]): ChoiceFacts => ({
  ...facts,
  ...Object.fromEntries(keys.map((key) => [key, unknown])),
});

const moduleFile = (version: string, flavour: 'open' | 'proprietary') => ({
  kernel: '5.15.0-105-generic',
  path: '/lib/modules/5.15.0-105-generic/updates/dkms/nvidia.ko',
  version,
  flavour,
  vermagic: null,
  signer: null,
});

const isExact = ({ driver }: Choice): boolean => driver.kind === 'chosen' && driver.exact;

const rejectedIn = ({ driver, cuda, licence }: Choice): readonly Rejected[] => [
  ...('rejected' in driver ? driver.rejected : []),
  ...('rejected' in cuda ? cuda.rejected : []),
  ...('rejected' in licence ? licence.rejected : []),
];

it('no combination of facts makes the choice throw, and every candidate that is rejected has a reason in words', () => {
  fc.assert(
    fc.property(guests, forgotten, (one, keys) => {
      const input = guest(one);
      const choice = choose({ ...input, facts: forget(input.facts, keys) });
      for (const { what, why } of rejectedIn(choice)) {
        expect(what).not.toBe('');
        expect(en).toHaveProperty([why.key]);
      }
      for (const { reason } of [choice.driver, choice.cuda, choice.licence]) expect(en).toHaveProperty([reason.key]);
    }),
    { numRuns: 400 },
  );
});

it('what is no longer known never makes a choice exact', () => {
  fc.assert(
    fc.property(guests, forgotten, (one, keys) => {
      const input = guest(one);
      const [before, after] = [choose(input), choose({ ...input, facts: forget(input.facts, keys) })];
      if (before.driver.kind === 'chosen' && isExact(after)) expect(isExact(before)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

it('what was chosen is chosen again once it is installed', () => {
  fc.assert(
    fc.property(guests, (one) => {
      const input = guest({ ...one, installed: [] });
      const { driver } = choose(input);
      const [version] = driver.kind === 'chosen' ? driver.versions : [];
      if (driver.kind !== 'chosen' || version === undefined) return;
      const flavour = driver.kernelModule;
      const facts: ChoiceFacts = {
        ...input.facts,
        installedDrivers: known([installed(version, driver.driver)]),
        nvidiaSmi:
          input.facts.nvidiaSmi.known && input.facts.nvidiaSmi.value.kind === 'absent'
            ? known(smi([]))
            : input.facts.nvidiaSmi,
        nvidiaModule: known({ loaded: { version, flavour }, files: [moduleFile(version, flavour)] }),
      };
      expect(choose({ ...input, facts }).driver).toMatchObject({
        kind: 'chosen',
        versions: [version],
        kernelModule: flavour,
        source: { kind: 'installed' },
      });
    }),
    { numRuns: 400 },
  );
});

it('the module flavour is one that the whole card can have', () => {
  fc.assert(
    fc.property(guests, (one) => {
      const input = guest(one);
      const { driver } = choose(input);
      if (driver.kind !== 'chosen') return;
      for (const { deviceId } of input.gpus)
        expect([driver.kernelModule, 'both', undefined]).toContain(gpuById(deviceId ?? '')?.modules);
    }),
    { numRuns: 200 },
  );
});
