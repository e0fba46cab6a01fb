import { expect, it, describe } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { firstBoot } from '../../src/engine/first-boot/first-boot.ts';
import type { FirstBootVerdict } from '../../src/contract/documents/first-boot.ts';
import { NEAR_FACTS } from '../../src/engine/near-facts.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { whyNotReady } from '../../src/engine/seal/readiness.ts';
import { survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { plugIn } from '../../src/simulated/hardware.ts';
import { tokenText } from '../../src/simulated/media.ts';
import { rebootGuest } from '../../src/simulated/ports.ts';
import { startSimulation } from '../../src/simulated/start.ts';
import { imageWithoutGpu } from '../../src/simulated/stories/image-without-gpu.ts';
import { benchOf, sealed, TOKENS } from './seal-bench.ts';

const UNIT = '/etc/systemd/system/gpu-guest-first-boot.service';
const WANTED = '/etc/systemd/system/multi-user.target.wants/gpu-guest-first-boot.service';
const PROFILE = '/var/lib/gpu-guest/first-boot-profile.json';
const VERDICT = '/var/lib/gpu-guest/first-boot.json';
const PROGRAM = '/var/lib/gpu-guest/program/gpu-guest.js';

const profile: Profile = { ...defaultProfile, driver: { ...defaultProfile.driver, kind: 'grid' } };
const inKeys = ({ key }: { readonly key: string }): string => key;

async function built(wanted: Profile = profile): Promise<{ guest: Guest; bench: Bench; run: string | null }> {
  const { guest } = startSimulation(imageWithoutGpu);
  guest.files.write('/root/gpu-guest.js', '#!/usr/bin/env node\n');
  const bench = benchOf(guest);
  const { outcome, run } = await applyPlan(bench, registryPlanner(), { profile: wanted, steps: null, expect: null });
  expect(outcome).toBe('done');
  return { guest, bench, run };
}

/** A T4-8Q on a host whose vGPU Manager is of this version. */
function withCard(guest: Guest, host = '535.183.04'): void {
  plugIn(guest.files, {
    address: '0000:00:05.0',
    vendorId: '10de',
    deviceId: '1eb8',
    subsystemVendorId: '10de',
    subsystemDeviceId: '130f',
    classId: '0300',
    host: { version: host, branch: 'r535_00' },
  });
}

async function booted(guest: Guest): Promise<FirstBootVerdict> {
  rebootGuest(guest);
  const judged = await firstBoot(benchOf(guest), inKeys);
  if (judged.kind !== 'judged') throw new Error(judged.kind);
  return judged.verdict;
}

const unitFiles = ({ files }: Guest): readonly boolean[] =>
  [UNIT, WANTED, PROFILE].map((path) => files.at(path) !== undefined);

describe('a run that builds an image', () => {
  it('leaves a unit for its first boot, with the profile and a copy of this program', async () => {
    const { guest } = await built();
    const { files } = guest;
    expect(unitFiles(guest)).toEqual([true, true, true]);
    expect(files.at(PROGRAM)).toBeDefined();
    const unit = files.text(UNIT) ?? '';
    expect(unit).toContain(`ExecStart="/usr/bin/node" "${PROGRAM}" first-boot`);
    expect(unit).toMatch(/After=.* nvidia-gridd\.service gpu-guest-first-start\.service/);
    expect(unit).toContain('StandardOutput=journal+console');
    expect(JSON.parse(files.text(PROFILE) ?? '')).toEqual(profile);
  });

  it('is taken back with all of that', async () => {
    const { guest, bench, run } = await built();
    await undoRun(bench, run);
    expect(unitFiles(guest)).toEqual([false, false, false]);
    expect(guest.files.at(PROGRAM)).toBeUndefined();
  });

  it('names a toolkit by its version, where the profile names a file that no guest will have', async () => {
    const { guest } = await built({ ...profile, cuda: { toolkit: '/mnt/Shared/nv/cuda_12.2.2_535.104.05_linux.run' } });
    expect(JSON.parse(guest.files.text(PROFILE) ?? '')).toMatchObject({ cuda: { toolkit: '12.2' } });
  });
});

describe('a run on an image that is built already', () => {
  const again = (bench: Bench) => applyPlan(bench, registryPlanner(), { profile, steps: null, expect: null });
  const failed = async ({ machine }: Bench): Promise<readonly string[]> => {
    const { facts, task } = await survey(machine, profile, { keys: NEAR_FACTS });
    return checksOf(facts, task).flatMap(({ id, ok, found }) => (ok ? [] : [`${id} ${found.key}`]));
  };

  it('does nothing; where somebody has deleted the unit, verify says so and the run puts it back', async () => {
    const { guest, bench } = await built();
    expect(await again(bench)).toMatchObject({ outcome: 'nothing-to-do' });
    for (const path of [UNIT, WANTED]) guest.files.removeTree(path);
    expect(await failed(bench)).toEqual(['first-boot check.image.first-boot.none']);
    expect(await again(bench)).toMatchObject({ outcome: 'done' });
    expect(unitFiles(guest)).toEqual([true, true, true]);
    expect(await failed(bench)).toEqual([]);
  });

  it('does not take an initramfs that may not be looked at for a right one', async () => {
    const { bench } = await built();
    const refusing = (path: string) => path === '/boot' || path.startsWith('/boot/');
    const refuse = (target: string) => Promise.reject(new Unobservable({ kind: 'permission-denied', target }));
    const machine = {
      ...bench.machine,
      list: (path: string) => (refusing(path) ? refuse(path) : bench.machine.list(path)),
    };
    expect(await failed({ ...bench, machine })).toContain('initramfs check.unknown');
  });
});

describe('the first boot', () => {
  it('is ready with its card and its token; the verdict may be read by all, and the unit is gone', async () => {
    const { guest } = await built();
    withCard(guest);
    guest.files.write(`${TOKENS}/client.tok`, tokenText(guest), 0o744);
    const verdict = await booted(guest);
    expect(verdict.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verdict).toMatchObject({ schema: 'gpu-guest/first-boot@1', ready: true, gpus: ['GRID T4-8Q'], cause: null });
    expect(JSON.parse(guest.files.text(VERDICT) ?? '')).toEqual(verdict);
    expect(guest.files.at(VERDICT)).toMatchObject({ mode: 0o644 });
    expect(unitFiles(guest)).toEqual([false, false, false]);
    expect(await firstBoot(benchOf(guest), inKeys)).toEqual({ kind: 'nothing-to-do' });
  });

  it('is not ready without a token, and says that first', async () => {
    const { guest } = await built();
    withCard(guest);
    const verdict = await booted(guest);
    expect(verdict).toMatchObject({ ready: false, cause: { id: 'license.token-missing', by: 'guest' } });
    expect(verdict.checks.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual(['license.0000:00:05.0']);
    expect(unitFiles(guest)).toEqual([false, false, false]);
  });

  it('is not ready on a host that is older than the driver', async () => {
    const { guest } = await built();
    withCard(guest, '525.147.01');
    guest.files.write(`${TOKENS}/client.tok`, tokenText(guest), 0o744);
    const verdict = await booted(guest);
    expect(verdict.ready).toBe(false);
    expect(verdict.checks.find(({ ok }) => !ok)?.id).toBe('module');
  });

  it('without any card is not ready whatever the files hold, and the unit stays for the next', async () => {
    const { guest } = await built();
    const verdict = await booted(guest);
    expect(verdict).toMatchObject({ ready: false, gpus: [], cause: { id: 'gpu.none', by: 'host-admin' } });
    expect(unitFiles(guest)).toEqual([true, true, true]);
  });

  it('holds nothing of a token', async () => {
    const { guest } = await built();
    withCard(guest);
    const token = tokenText(guest);
    guest.files.write(`${TOKENS}/client.tok`, token, 0o744);
    await booted(guest);
    const text = guest.files.text(VERDICT) ?? '';
    for (const part of token.split('.')) expect(text).not.toContain(part.slice(0, 40));
    expect(text).not.toContain('dls.example.com');
  });

  it('refuses a profile that cannot be read', async () => {
    const { guest } = await built();
    guest.files.write(PROFILE, '{"driver":');
    await expect(firstBoot(benchOf(guest), inKeys)).rejects.toMatchObject({ fault: { code: 'unreadable' } });
  });
});

describe('a seal of such an image', () => {
  it('is not refused, keeps the unit for each clone, and takes away what a boot of the builder said', async () => {
    const { guest, bench } = await built();
    await booted(guest);
    const seen = await survey(bench.machine, profile, { keys: NEAR_FACTS });
    expect(await whyNotReady(bench.machine, bench.store, seen, false)).toEqual([]);
    await sealed(guest);
    expect(unitFiles(guest)).toEqual([true, true, true]);
    expect(guest.files.at(VERDICT)).toBeUndefined();
  });

  it('is refused where the module for the kernel that boots next is gone', async () => {
    const { guest, bench } = await built();
    guest.files.removeTree('/lib/modules/6.1.0-38-amd64/updates');
    guest.files.write('/lib/modules/6.1.0-38-amd64/modules.dep', '');
    const seen = await survey(bench.machine, profile, { keys: NEAR_FACTS });
    expect(JSON.stringify(await whyNotReady(bench.machine, bench.store, seen, false))).toContain(
      'check.image.module.none',
    );
  });
});
