/** What holds on every wire of the contract. `open` gives one with a session of its own behind it. */
import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import type { Api, Transport } from '../../src/contract/contract.ts';
import { stillTime } from '../engine/session/ports-here.ts';
import { begun, choices, gathered, numbers, on, toldOf, upTo } from './asking.ts';

export type Wire = { readonly transport: Transport; readonly close: () => Promise<void> };
export type OpenWire = (time: { readonly pause: (ms: number) => Promise<void> }) => Promise<Wire>;

const P40 = 'p40-8q-vsphere';
const ticket = (text: string) => Buffer.from(text).toString('base64');

export function contractSuite(wire: string, open: OpenWire): void {
  const withApi = async (
    work: (api: Api, time: ReturnType<typeof stillTime>, transport: Transport) => Promise<void>,
  ): Promise<void> => {
    const time = stillTime();
    const { transport, close } = await open(time);
    try {
      await work(createClient(transport), time, transport);
    } finally {
      time.release();
      await close();
    }
  };

  describe(`over ${wire}`, () => {
    test('the whole way: examine, media, plan, run through the reboot, done, undo', () =>
      withApi(async (api) => {
        const about = await api.describeProgram({ lang: 'en' });
        expect(about.runtime).toContainEqual({ name: 'Node.js', version: expect.any(String) });
        expect(about.knowledge).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(about.steps).toContainEqual(expect.objectContaining({ id: 'driver.install', takes: 'minutes' }));
        expect(about.steps).toContainEqual(expect.objectContaining({ id: 'license.token', takes: 'seconds' }));
        expect(about.simulations.map(({ name }) => name)).toContain(P40);
        for (const step of ['driver.install', 'resume']) expect(about.steps?.find(({ id }) => id === step)?.title).toMatch(/\w+ \w+/);

        const examined = await gathered(api, 'examineMachine', on(P40));
        const questions = examined.filter((event) => event.kind === 'question');
        expect(questions.filter(({ state }) => state === 'asked').length).toBe(questions.length / 2);
        expect(questions.every(({ question }) => /[?]$/.test(question))).toBe(true);
        const seen = examined.at(-1);
        expect(seen).toMatchObject({ kind: 'seen', seen: { diagnosis: { verdict: 'broken' }, detection: { gpus: [{ mode: 'vgpu' }] } } });

        const media = await gathered(api, 'readMedia', { ...on(P40), folder: choices.media });
        expect(media.at(-1)).toMatchObject({ kind: 'read', tokens: [{ token: { valid: true } }] });

        const run = await begun(api, P40);
        const lines = await gathered(api, 'followRun', { ...on(P40), run, after: 0 });
        expect(numbers(lines)).toEqual(upTo(lines.length));
        expect(toldOf(lines)).toContain('reboot-needed driver.load');
        expect(lines.filter(({ ended }) => ended)).toEqual([lines.at(-1)]);
        expect(lines.at(-1)).toMatchObject({ event: 'run-done', simulated: true });
        expect((await api.verifyGoal({ ...on(P40), choices })).ready).toBe(true);
        expect((await api.listRuns(on(P40))).runs).toMatchObject([{ status: 'done', undoAfter: null, rebootDue: false }]);

        await api.undoRun({ ...on(P40), run, reboot: 'never' });
        const undone = await gathered(api, 'followRun', { ...on(P40), run, after: lines.length });
        expect(numbers(undone)).toEqual(upTo(undone.length, lines.length + 1));
        expect(toldOf(undone)).toEqual(expect.arrayContaining(['run-started', 'progress driver.install', 'run-done']));
        // The guest was rebooted for the run: its kernel still has what is gone from its disk.
        expect((await api.listRuns(on(P40))).runs).toMatchObject([{ run, status: 'undone', wouldUndo: [], rebootDue: true }]);
        expect((await gathered(api, 'followRun', { ...on(P40), run, after: 0 })).filter(({ ended }) => ended)).toHaveLength(1);
      }));

    test('a reboot that nobody agreed to ends the stream; going on reboots', () =>
      withApi(async (api) => {
        const run = await begun(api, P40, 'never');
        const before = await gathered(api, 'followRun', { ...on(P40), run, after: 0 });
        expect(before.at(-1)).toMatchObject({ event: 'reboot-needed', ended: true });
        expect((await api.listRuns(on(P40))).runs).toMatchObject([{ status: 'paused-for-reboot' }]);
        expect(await api.resumeRun({ ...on(P40), run, reboot: 'auto' })).toEqual({ run });
        const after = await gathered(api, 'followRun', { ...on(P40), run, after: before.length });
        expect(after[0]).toMatchObject({ event: 'run-started', sequence: before.length + 1 });
        expect(after.at(-1)).toMatchObject({ event: 'run-done', ended: true });
      }));

    test('cancelled in the middle, it stops between two steps and says so', () =>
      withApi(async (api, time) => {
        const { digest } = await api.proposePlan({ ...on(P40), choices });
        time.hold();
        const { run } = await api.startRun({ ...on(P40), choices, digest, reboot: 'auto' });
        const stream = gathered(api, 'followRun', { ...on(P40), run, after: 0 });
        expect(await api.cancelRun({ ...on(P40), run })).toEqual({});
        time.release();
        const lines = await stream;
        expect(lines.at(-1)).toMatchObject({ event: 'run-failed', cancelled: true, ended: true });
        expect(toldOf(lines)).not.toContain('step-started driver.install');
        expect((await api.listRuns(on(P40))).runs).toMatchObject([{ status: 'cancelled' }]);
        await expect(api.cancelRun({ ...on(P40), run })).rejects.toMatchObject({ fault: { code: 'not-found' } });
      }));

    test('a step that fails ends the stream with its reason', () =>
      withApi(async (api) => {
        const run = await begun(api, 't4-no-token');
        const lines = await gathered(api, 'followRun', { ...on('t4-no-token'), run, after: 0 });
        const failed = lines.find(({ event }) => event === 'step-failed');
        expect(failed?.message).toMatch(/\w+ \w+/);
        expect(lines.at(-1)).toMatchObject({ event: 'run-failed', message: failed?.message, ended: true });
        expect(lines.at(-1)?.cancelled).toBeUndefined();
        expect((await api.listRuns(on('t4-no-token'))).runs).toMatchObject([{ status: 'failed' }]);
      }));

    test('two listeners hear the same, and one who comes back hears the rest, once', () =>
      withApi(async (api, time) => {
        const { digest } = await api.proposePlan({ ...on(P40), choices });
        time.hold();
        const { run } = await api.startRun({ ...on(P40), choices, digest, reboot: 'auto' });
        const first: number[] = [];
        const stop = api.followRun({ ...on(P40), run, after: 0 }, { onEvent: ({ sequence }) => first.push(sequence), onEnd: () => {} });
        await expect.poll(() => first.length).toBeGreaterThan(1);
        stop();
        const heard = first.length;
        const [rest, all] = [
          gathered(api, 'followRun', { ...on(P40), run, after: heard }),
          gathered(api, 'followRun', { ...on(P40), run, after: 0 }),
        ];
        time.release();
        expect([...first, ...numbers(await rest)]).toEqual(numbers(await all));
        expect(numbers(await all)).toEqual(upTo((await all).length));
        expect(first).toHaveLength(heard);
      }));

    test('another plan than the one agreed to is refused, and nothing is done', () =>
      withApi(async (api) => {
        const consent = { ...on(P40), choices, digest: 'another', reboot: 'auto' } as const;
        await expect(api.startRun(consent)).rejects.toMatchObject({ fault: { code: 'machine-changed' } });
        expect((await api.listRuns(on(P40))).runs).toEqual([]);
      }));

    test('what is not there is refused in a sentence of the language asked in', () =>
      withApi(async (api) => {
        await expect(api.listRuns({ lang: 'en', machine: 'sim:p40-8q-vspere' })).rejects.toMatchObject({
          fault: { code: 'not-found', message: expect.stringContaining(P40) },
        });
        await expect(api.listFolder({ lang: 'ja', machine: 'sim:a100-openstack', folder: '/no/such' })).rejects.toMatchObject({
          fault: { code: 'not-found', message: expect.stringMatching(/\/no\/such.*[ぁ-ん]/) },
        });
        await expect(gathered(api, 'followRun', { ...on(P40), run: '20260101-000000', after: 0 })).rejects.toMatchObject({ code: 'not-found' });
        await expect(api.listRuns({ lang: 'en', machine: 'given' })).rejects.toMatchObject({ fault: { code: 'not-found' } });
      }));

    test('folders are listed to choose from; one climbs up, never out', () =>
      withApi(async (api) => {
        expect(await api.listFolder({ ...on(P40), folder: '/mnt/Shared/nv/../' })).toEqual({ path: '/mnt/Shared', parent: '/mnt', folders: ['nv'], files: 0 });
        expect(await api.listFolder({ ...on(P40), folder: '/../..' })).toMatchObject({ path: '/', parent: null });
      }));

    test('a pasted text is judged, and reported on; a text in which nothing is recognised is refused', () =>
      withApi(async (api) => {
        const text = '$ lspci -nn\n02:01.0 VGA compatible controller [0300]: NVIDIA Corporation GP102GL [Tesla P40] [10de:1b38] (rev a1)\n';
        const of = { name: 'ticket.txt', base64: ticket(text) };
        expect((await api.diagnoseText({ lang: 'en', ...of })).detection.gpus).toMatchObject([{ deviceId: '1b38' }]);
        expect(await api.writeReport({ ...on(P40), format: 'markdown', of })).toMatchObject({ name: expect.stringMatching(/\.md$/), mediaType: expect.stringContaining('markdown') });
        await expect(api.diagnoseText({ lang: 'en', name: 'x', base64: ticket('hello') })).rejects.toMatchObject({ fault: { code: 'unreadable' } });
      }));

    test.each(['nonsense', '__proto__', 'constructor', 'toString', '', '../session'])('nothing answers to “%s”', (name) =>
      withApi(async (_, __, transport) => {
        expect(await transport.call(name, on(P40))).toMatchObject({ ok: false, fault: { code: 'not-found' } });
      }),
    );

    test.each([
      ['nothing', null],
      ['a list', []],
      ['a number', 7],
      ['no language', { machine: `sim:${P40}` }],
      ['another machine', { ...on(P40), machine: '../../etc' }],
      ['one word more', { ...on(P40), extra: 1 }],
      ['a prototype', JSON.parse(`{"lang":"en","machine":"sim:${P40}","__proto__":{"x":1}}`)],
    ])('%s in place of a question is a bad request, to a call and to a stream', (_, input) =>
      withApi(async (api, __, transport) => {
        expect(await transport.call('listRuns', input)).toMatchObject({ ok: false, fault: { code: 'bad-request' } });
        const replies: unknown[] = [];
        await new Promise<void>((resolve) => {
          transport.listen('examineMachine', input, (reply) => {
            replies.push(reply);
            if (reply === null) resolve();
          });
        });
        expect(replies).toMatchObject([{ ok: false, fault: { code: 'bad-request' } }, null]);
        expect((await api.listRuns(on(P40))).runs).toEqual([]);
      }),
    );
  });
}
