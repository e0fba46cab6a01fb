import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import { SEALING_MARK } from '../../src/domain/places.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { findSealable } from '../../src/engine/seal/find.ts';
import { seal, sealDigest } from '../../src/engine/seal/seal.ts';
import { removeModules } from '../../src/simulated/programs/kernel.ts';
import { startSimulation } from '../../src/simulated/start.ts';
import { t4WithoutToken } from '../../src/simulated/stories/t4-no-token.ts';
import { benchOf, livedIn, refusals, TOKENS } from './seal-bench.ts';

const ORDER = { keepToken: false, expect: null } as const;

describe('a guest that is not ready', () => {
  it('has no driver', async () => {
    const { guest } = startSimulation(t4WithoutToken);
    const reasons = await refusals(benchOf(guest));
    expect(reasons.join()).toContain('driver.missing');
    // A licence is each clone's own affair.
    expect(reasons.join()).not.toContain('"id":"license');
  });
  it('has no module for the kernel that clones start, and no GPU to show it', async () => {
    const guest = livedIn();
    guest.files.removeTree('/sys/bus/pci/devices');
    expect(await refusals(benchOf(guest))).toEqual([]);
    removeModules(guest.files);
    expect((await refusals(benchOf(guest))).join()).toContain('seal.refused.no-module');
  });
  it('has a token in a media folder on its own disk; not where that is another disk, or the token is kept', async () => {
    const guest = livedIn();
    const text = guest.files.text(`${TOKENS}/${guest.files.names(TOKENS)?.[0] ?? ''}`) ?? '';
    guest.files.write('/mnt/Shared/nv/token.tok', text);
    expect(await refusals(benchOf(guest))).toEqual([expect.stringContaining('seal.refused.media-token') as string]);
    expect(await refusals(benchOf(guest), true)).toEqual([]);
    const bench = benchOf(guest);
    const isBrought = (path: string): boolean => path.startsWith('/mnt/Shared/nv/');
    expect(await refusals({ ...bench, machine: { ...bench.machine, isBrought } })).toEqual([]);
    guest.files.write('/proc/self/mountinfo', '22 1 0:20 / / rw - ext4 /dev/vda1 rw\n30 22 0:41 / /mnt/Shared rw - nfs host:/nv rw\n');
    expect(await refusals(benchOf(guest))).toEqual([]);
  });
  it('may have the very token that the profile names in the folder that is emptied', async () => {
    const guest = livedIn();
    const [name = ''] = guest.files.names(TOKENS) ?? [];
    const naming = (token: string) => ({ ...defaultProfile, license: { ...defaultProfile.license, token } });
    expect(await refusals(benchOf(guest), false, naming(`${TOKENS}/${name}`))).toEqual([]);
    guest.files.write('/srv/token.tok', guest.files.text(`${TOKENS}/${name}`) ?? '');
    expect((await refusals(benchOf(guest), false, naming('/srv/token.tok'))).join()).toContain('/srv/token.tok');
  });
  it('has a media folder on its own disk that may not be read; not where there is none', async () => {
    const bench = benchOf(livedIn());
    const without = (list: Bench['machine']['list']): Bench => ({ ...bench, machine: { ...bench.machine, list } });
    const denied = without((path) =>
      path === '/mnt/Shared/nv' ? Promise.reject(new Unobservable({ kind: 'permission-denied', target: path })) : bench.machine.list(path),
    );
    expect((await refusals(denied)).join()).toContain('seal.refused.media-unread');
    expect(await refusals(bench)).toEqual([]);
  });
  it('has a run that was cut off', async () => {
    const bench = benchOf(livedIn());
    const journal = await bench.store.begin();
    await journal.append({ kind: 'run-started', run: journal.run, goal: 'compute', digest: '', profile: {}, steps: null, version: '1' });
    expect((await refusals(bench)).join()).toContain('run.unfinished');
  });
  it('has a folder of container devices that may not be looked at', async () => {
    const bench = benchOf(livedIn());
    const list: Bench['machine']['list'] = (folder) =>
      folder === '/etc/cdi' ? Promise.reject(new Unobservable({ kind: 'permission-denied', target: folder })) : bench.machine.list(folder);
    await expect(seal({ ...bench, machine: { ...bench.machine, list } }, ORDER)).rejects.toMatchObject({ fault: { code: 'unreadable' } });
  });
  it('has something that may not be looked at: nothing is sealed that nobody has seen', async () => {
    const bench = benchOf(livedIn());
    const blind: Bench = {
      ...bench,
      machine: {
        ...bench.machine,
        list: (folder) =>
          folder === '/var/lib/gpu-guest/backups'
            ? Promise.reject(new Unobservable({ kind: 'permission-denied', target: folder }))
            : bench.machine.list(folder),
      },
    };
    await expect(seal(blind, ORDER)).rejects.toBeInstanceOf(FaultError);
    expect(await bench.machine.status(SEALING_MARK)).toBeUndefined();
  });
  it('has something else to remove than was agreed to', async () => {
    const guest = livedIn();
    const agreed = await sealDigest(await findSealable(benchOf(guest).machine, false));
    guest.files.write('/var/log/new.log', 'x');
    expect(await sealDigest(await findSealable(benchOf(guest).machine, false))).toBe(agreed);
    guest.files.write('/var/lib/dhcp/dhclient.ens4.leases', 'x');
    await expect(seal(benchOf(guest), { keepToken: false, expect: agreed })).rejects.toMatchObject({ fault: { code: 'machine-changed' } });
    expect(guest.files.names(TOKENS)).toHaveLength(1);
  });
});
