import { describe, expect, it } from 'vitest';
import { MigSeen } from '../../../src/contract/mig-seen.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import { defaultProfile, type Profile } from '../../../src/domain/profile.ts';
import { applyPlan } from '../../../src/engine/apply.ts';
import { registryPlanner } from '../../../src/engine/registry-planner.ts';
import { resumeRun } from '../../../src/engine/resume.ts';
import { migSeen } from '../../../src/engine/session/mig-seen.ts';
import { migWanted } from '../../../src/engine/session/mig-wanted.ts';
import { survey, type Survey } from '../../../src/engine/survey.ts';
import { memoryRunLock } from '../../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../../src/journal/run-store.ts';
import { simulations } from '../../../src/simulated/index.ts';
import { rebootGuest } from '../../../src/simulated/ports.ts';
import { translator } from '../../../src/words/translate.ts';

const translate = await translator('en');
const start = (name: string) => simulations.find((one) => one.name === name)!.start();
const plain: Profile = { ...defaultProfile, cuda: { toolkit: 'none' }, path: false };

/** What it shows, and that the contract lets it through. */
function shown(seen: Survey) {
  const mig = migSeen(seen, translate);
  return mig === undefined ? undefined : MigSeen.parse(mig);
}
function cardsOf(seen: Survey) {
  const mig = shown(seen);
  if (mig?.kind !== 'cards') throw new Error('no cards');
  return mig;
}

/** An A100 after what the profile asks for; the hypervisor forbids the card's reset. */
async function after(...profiles: readonly Profile[]): Promise<Survey> {
  const { guest, observer: machine, executor } = start('a100-openstack');
  const now = () => new Date(guest.now());
  const here = { machine, executor, store: memoryRunStore(now), lock: memoryRunLock(now), pause: () => Promise.resolve(), onEvent: () => undefined, self: null, version: 'test' };
  for (const profile of profiles) {
    expect(await applyPlan(here, registryPlanner(), { profile, steps: null, expect: null })).toMatchObject({ outcome: 'reboot' });
    rebootGuest(guest);
    expect(await resumeRun(here, registryPlanner())).toMatchObject({ outcome: 'done' });
  }
  return survey(machine, plain, { skipMedia: true });
}
const cut = (layout: string): Profile => ({ ...plain, mig: { mode: 'auto', layout, replace: false } });

describe('what the wizard shows of MIG', () => {
  it('before the driver is there, is what is known of the model, and the reset is said', async () => {
    const { cards } = cardsOf(await after());
    expect(cards).toMatchObject([{ address: '0000:00:05.0', on: null, sizes: { from: 'model' } }]);
    expect(cards[0]?.sizes?.rows[0]).toEqual({ name: '1g.5gb', free: null, total: 7 });
    expect(cards[0]?.layouts).toContain('1g.5gb x7');
    expect(cards[0]?.costs.on).toContain('the card is reset');
  });

  it('with MIG on is the driver’s own table, with the instances there are, and needs no reset', async () => {
    const { cards } = cardsOf(await after(plain, cut('3g.20gb, 1g.5gb x2')));
    expect(cards).toMatchObject([{ on: true, instances: '3g.20gb, 1g.5gb x2', sizes: { from: 'driver' } }]);
    expect(cards[0]?.sizes?.rows.find(({ name }) => name === '1g.5gb')).toEqual({ name: '1g.5gb', free: 2, total: 7 });
    expect(cards[0]?.costs).toEqual({ on: expect.stringContaining('MIG mode is on already') as string, off: expect.stringContaining('the card is reset') as string });
  });

  it('names who has a GPU open, and says so where that could not be read', async () => {
    const seen = await after(plain);
    const withClients = (gpuClients: Survey['facts']['gpuClients']) => cardsOf({ ...seen, facts: { ...seen.facts, gpuClients } }).users;
    const job = { pid: 4711, name: 'python3', service: null };
    const watcher = { pid: 12, name: 'nv-hostengine', service: 'nvidia-dcgm.service' };
    const both = withClients({ known: true, value: [job, watcher] });
    expect(both.join('\n')).toContain('python3 (4711)');
    expect(both.join('\n')).toContain('nvidia-dcgm.service');
    expect(withClients({ known: true, value: [] })).toContain('No process has a GPU open at present.');
    const refused: Fact<never> = { known: false, ignorance: { kind: 'permission-denied', target: '/proc/*/fd' } };
    expect(withClients(refused).at(-1)).toContain('could not be read');
  });

  it('is told card by card, with the devices that a former tenant left', async () => {
    const { cards, users } = cardsOf(await survey(start('a100-mig-left-on').observer, plain, { skipMedia: true }));
    const [a100, a30] = cards;
    expect(a100).toMatchObject({ address: '0000:00:05.0', on: true, instances: '3g.20gb, 1g.5gb x2', sizes: { from: 'driver' } });
    expect(a100?.sizes?.rows.find(({ name }) => name === '3g.20gb')).toEqual({ name: '3g.20gb', free: 0, total: 2 });
    expect(a100?.layouts).toContain('1g.5gb x7');
    expect(a30).toMatchObject({ address: '0000:00:06.0', on: false, instances: '', sizes: { from: 'model' } });
    expect(a30?.layouts).toEqual(['1g.6gb x4', '2g.12gb x2', '2g.12gb, 1g.6gb x2']);
    expect(a30?.costs).toEqual({ on: expect.stringContaining('the card is reset') as string, off: expect.stringContaining('off already') as string });
    expect(users).toEqual(['No process has a GPU open at present.']);
  });

  it('names devices that share an instance by their own names', async () => {
    const { cards } = cardsOf(await after(plain, cut('1c.3g.20gb x2, 1g.5gb')));
    expect(cards[0]?.instances).toBe('1c.3g.20gb x2, 1g.5gb');
  });

  it('does not call instances absent that could not be read', async () => {
    const seen = await after(plain, cut('3g.20gb'));
    const refused: Fact<never> = { known: false, ignorance: { kind: 'permission-denied', target: 'nvidia-smi mig' } };
    const { cards } = cardsOf({ ...seen, facts: { ...seen.facts, migInstances: refused, migProfiles: refused } });
    expect(cards[0]).toMatchObject({ on: true, instances: null, sizes: { from: 'model' } });
    expect(cards[0]?.sizes?.rows.every(({ free }) => free === null)).toBe(true);
  });

  it('is nothing where no card has MIG, and why not where the guest has a part of one that does', async () => {
    const p40 = await survey(start('p40-8q-vsphere').observer, plain, { skipMedia: true });
    expect(shown(p40)).toBeUndefined();
    const gpus = p40.gpus.map((gpu) => ({ ...gpu, mode: 'vgpu' as const, name: 'A100 PCIe 40GB' }));
    expect(shown({ ...p40, gpus })).toEqual({ kind: 'vgpu', why: expect.stringContaining('on the host') as string });
    expect(shown({ ...p40, gpus, platform: 'windows' })).toBeUndefined();
  });
});

describe('what is chosen in the wizard of MIG', () => {
  it('is left alone where nothing is chosen, a layout as the profile has it, or off', () => {
    expect(migWanted(undefined)).toEqual(defaultProfile.mig);
    expect(migWanted({ mode: 'auto', layout: ' 1g.5gb x7 ', replace: true })).toEqual({ mode: 'auto', layout: '1g.5gb x7', replace: true });
    expect(migWanted({ mode: 'off', layout: 'none', replace: false })).toEqual({ mode: 'off', layout: 'none', replace: false });
  });

  it('has a layout for each card, and none on another', () => {
    const layout = { '0000:00:05.0': ' 1c.3g.20gb x3 ', '0000:00:06.0': 'off' };
    expect(migWanted({ mode: 'auto', layout, replace: true })).toEqual({ mode: 'auto', layout: { ...layout, '0000:00:05.0': '1c.3g.20gb x3' }, replace: true });
    expect(() => migWanted({ mode: 'auto', layout: { ...layout, '0000:00:06.0': '1g' }, replace: false })).toThrow('mig.no-layout');
  });

  it.each(['', '1g', '1g.5gb x8', '1g.5gb x4, 1g.5gb x4'])('is refused where “%s” is no layout, and not left out', (layout) => {
    expect(() => migWanted({ mode: 'auto', layout, replace: false })).toThrow('mig.no-layout');
  });
});
