/** The mark on simulated guests: left by a verified run, and compared at the next start. */
import { describe, expect, it } from 'vitest';
import { READY_MARK, STATE_FOLDER } from '../../../src/domain/places.ts';
import type { Profile } from '../../../src/domain/profile.ts';
import { ReadyMark } from '../../../src/domain/ready-mark.ts';
import { undoRun } from '../../../src/engine/undo.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import { applied, asked, benchOn, markOf, PROFILE, readyGuest, VERSION } from './ready-guest.ts';

describe('a guest that a run has verified', () => {
  it('bears a mark with driver, kind, kernel, architecture and the digest of the profile', async () => {
    const ready = await readyGuest();
    const mark = ReadyMark.parse(markOf(ready));
    expect(mark).toMatchObject({
      run: ready.result.run,
      parts: { kind: 'grid', arch: 'x86_64', program: VERSION, profile: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(mark.parts.module).toContain(mark.parts.driver);
    expect(mark.parts.kernel).toMatch(/^\d+\.\d+/);
    expect(ready.guest.files.at(READY_MARK)).toMatchObject({ mode: 0o600 });
    expect(JSON.stringify(mark)).not.toContain('eyJ');
  });

  it('is already right by the same profile, however a reboot is to be treated', async () => {
    const ready = await readyGuest();
    expect(await asked(ready)).toMatchObject({ kind: 'right', message: { key: 'ready.right' } });
    expect(await asked(ready, { ...PROFILE, reboot: 'never' })).toMatchObject({ kind: 'right' });
  });

  it('bears it after a run that went through reboots as well', async () => {
    const ready = await readyGuest('v100-nouveau');
    expect(markOf(ready)).toMatchObject({ run: ready.result.run, parts: { kind: 'tesla' } });
    expect(await asked(ready)).toMatchObject({ kind: 'right' });
  });

  it('is looked at anew by another profile, and by another version of the program', async () => {
    const ready = await readyGuest();
    expect(await asked(ready, { ...PROFILE, hold: false })).toMatchObject({
      kind: 'differs',
      differs: [{ key: 'ready.differs.profile' }],
    });
    expect(await asked(ready, PROFILE, '2.0.0')).toMatchObject({
      kind: 'differs',
      differs: [{ values: { part: { key: 'ready.part.program' }, was: VERSION, is: '2.0.0' } }],
    });
  });

  it('is looked at anew where its licence settings are another’s work', async () => {
    const ready = await readyGuest();
    await ready.executor.write('/etc/nvidia/gridd.conf', 'FeatureType=0\n', 0o644);
    expect(await asked(ready)).toMatchObject({
      kind: 'differs',
      differs: [{ values: { path: '/etc/nvidia/gridd.conf' } }],
    });
  });

  it('is looked at anew where a token has come, or gone', async () => {
    const ready = await readyGuest();
    await ready.executor.write(`${PROFILE.media}/new.tok`, 'x', 0o644);
    expect(await asked(ready)).toMatchObject({ differs: [{ key: 'ready.differs.media' }] });
    const folder = '/etc/nvidia/ClientConfigToken';
    for (const name of (await ready.observer.list(folder)) ?? [])
      await ready.executor.remove(`${folder}/${name}`, 'one');
    expect(await asked(ready)).toMatchObject({ kind: 'differs', differs: [{ key: 'ready.differs.file' }, {}] });
  });

  it('needs no driver to be right, where none is wanted', async () => {
    const started = simulationNamed('geforce-visible-hypervisor').start();
    const wanted: Profile = {
      ...PROFILE,
      driver: { ...PROFILE.driver, kind: 'none' },
      license: { ...PROFILE.license, token: 'none' },
      cuda: { toolkit: 'none' },
      path: false,
      hold: false,
    };
    await applied(benchOn(started), wanted);
    expect(await asked(started, wanted)).toMatchObject({ kind: 'right', message: { key: 'ready.right.no-driver' } });
  });

  it('is looked at anew where another driver has the GPU, or none', async () => {
    const ready = await readyGuest();
    const text = ready.guest.files.text(READY_MARK) ?? '';
    expect(text).toMatch(/"gpus": "10de:1b38:10de:\w+ \(nvidia\)"/);
    await ready.executor.write(READY_MARK, text.replace(' (nvidia)"', ' (nouveau)"'), 0o600);
    expect(await asked(ready)).toMatchObject({ differs: [{ values: { part: { key: 'ready.part.gpus' } } }] });
  });

  it('loses its mark by undo, and every trace of it', async () => {
    const ready = await readyGuest();
    await undoRun(ready.bench, null);
    expect(ready.guest.files.paths().filter((path) => path.startsWith(STATE_FOLDER))).toEqual([]);
    expect(await asked(ready)).toEqual({ kind: 'no-mark' });
  });

  it('bears its mark again, and not a new one, where there was nothing to do', async () => {
    const ready = await readyGuest();
    const before = markOf(ready);
    expect((await applied(ready.bench)).outcome).toBe('nothing-to-do');
    expect(markOf(ready)).toEqual(before);
    await ready.executor.remove(READY_MARK, 'one');
    await applied(ready.bench);
    expect(markOf(ready)).toMatchObject({ run: null });
  });
});
