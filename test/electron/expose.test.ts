/** Who is answered over IPC, and how much. */
import type { WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { channels } from '../../electron/channels.ts';
import { expose } from '../../electron/expose.ts';
import type { Reply, Transport } from '../../src/contract/contract.ts';
import { preloaded } from './stand-in/preloaded.ts';

const settled = () => new Promise((wake) => setTimeout(wake, 5));

/** Answers everything, and shows which streams are still followed. */
function openTransport() {
  const followed = new Map<string, (reply: Reply | null) => void>();
  const asked: unknown[] = [];
  const transport: Transport = {
    call: async (name, input) => {
      asked.push([name, input]);
      return { ok: true, value: name };
    },
    listen: (name, _input, onReply) => {
      asked.push(name);
      followed.set(name, onReply);
      return () => void followed.delete(name);
    },
  };
  return { transport, followed, asked };
}

function exposed(url?: string) {
  const { transport, followed, asked } = openTransport();
  const { bridge, ipc, contents, leave, destroy } = preloaded(url);
  const stop = expose(transport, {
    ipcMain: ipc.ipcMain as never,
    contents: contents as never as WebContents,
    pickFolder: async () => '/mnt/media',
  });
  const ours = { sender: contents, senderFrame: { url: 'gpu-guest://wizard/index.html', parent: null } };
  return { bridge, ipc, contents, leave, destroy, stop, ours, followed, asked };
}

const WIZARD = 'gpu-guest://wizard/index.html';
const strangers = (contents: unknown) =>
  [
    ['a frame within the page', { sender: contents, senderFrame: { url: WIZARD, parent: {} } }],
    ['a page from elsewhere in the window', { sender: contents, senderFrame: { url: 'https://elsewhere.example/', parent: null } }],
    ['a page whose address begins as ours does', { sender: contents, senderFrame: { url: 'gpu-guest://wizard.example/', parent: null } }],
    ['a file', { sender: contents, senderFrame: { url: 'file:///tmp/page.html', parent: null } }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    ['another window', { sender: {}, senderFrame: { url: WIZARD, parent: null } }],
  ] as const;

describe('the four channels', () => {
  test('are the ones that they have always been', () => {
    expect(channels).toMatchObject({
      call: 'gpu-guest:call', listen: 'gpu-guest:listen', unlisten: 'gpu-guest:unlisten', reply: 'gpu-guest:reply',
    });
    expect(exposed().ipc.channels()).toEqual(['gpu-guest:call', 'gpu-guest:listen', 'gpu-guest:pick-folder', 'gpu-guest:unlisten']);
  });

  test.each(strangers({}).map(([who], index) => [who, index] as const))('%s is not answered', async (_who, index) => {
    const { ipc, contents, asked, followed } = exposed();
    const stranger = strangers(contents)[index]![1];
    expect(await ipc.invoked(stranger, channels.call, ['describeProgram', {}])).toMatchObject({ ok: false, fault: { code: 'bad-request' } });
    expect(await ipc.invoked(stranger, channels.pickFolder, [])).toBeNull();
    ipc.sent(stranger, channels.listen, ['id', 'followRun', {}]);
    expect(asked).toEqual([]);
    ipc.sent({ sender: contents, senderFrame: { url: WIZARD, parent: null } }, channels.listen, ['id', 'followRun', {}]);
    ipc.sent(stranger, channels.unlisten, ['id']);
    expect([...followed.keys()]).toEqual(['followRun']);
  });

  test('the page itself is', async () => {
    const { bridge } = exposed();
    expect(await bridge.call('describeProgram', {})).toEqual({ ok: true, value: 'describeProgram' });
    expect(await bridge.pickFolder()).toBe('/mnt/media');
  });

  test.each([
    ['no id', []], ['an id that is a number', [7, 'followRun', {}]], ['an id that is an object', [{}, 'followRun', {}]],
    ['an id without end', ['x'.repeat(10_000), 'followRun', {}]],
  ])('a stream with %s is not begun', (_what, args) => {
    const { ipc, ours, asked } = exposed();
    ipc.sent(ours, channels.listen, args);
    ipc.sent(ours, channels.unlisten, args);
    expect(asked).toEqual([]);
  });

  test('a channel that is not one of them is refused', async () => {
    const { ipc, ours } = exposed();
    await expect(ipc.invoked(ours, 'gpu-guest:run-command', ['id'])).rejects.toThrow('No handler');
  });

  test('an id in use begins no second stream', () => {
    const { ipc, ours, asked } = exposed();
    ipc.sent(ours, channels.listen, ['id', 'followRun', {}]);
    ipc.sent(ours, channels.listen, ['id', 'readMedia', {}]);
    expect(asked).toEqual(['followRun']);
  });

  test('the sixty-fifth stream is refused with a fault and its end, and the others go on', async () => {
    const { bridge, followed } = exposed();
    for (let stream = 0; stream < 64; stream += 1) bridge.listen(`stream-${stream}`, {}, () => {});
    const heard: unknown[] = [];
    bridge.listen('one too many', {}, (reply) => heard.push(reply));
    await settled();
    expect(heard).toMatchObject([{ ok: false, fault: { code: 'busy' } }, null]);
    expect(followed.size).toBe(64);
  });
});

describe('streams end', () => {
  test('with the page that asked for them, so that the next one hears nothing of theirs', async () => {
    const { bridge, followed, leave } = exposed();
    const heard: unknown[] = [];
    bridge.listen('followRun', {}, (reply) => heard.push(reply));
    const tell = followed.get('followRun')!;
    leave();
    expect(followed.size).toBe(0);
    tell({ ok: true, value: 'too late' });
    await settled();
    expect(heard).toEqual([]);
  });

  test('with the window: what is told afterwards goes nowhere and breaks nothing', async () => {
    const { bridge, followed, destroy } = exposed();
    bridge.listen('followRun', {}, () => {});
    destroy();
    expect(() => { followed.get('followRun')!({ ok: true, value: 1 }); }).not.toThrow();
  });

  test('with their own end: what is told after it is not passed on, and their id is free', async () => {
    const { bridge, followed } = exposed();
    const heard: unknown[] = [];
    bridge.listen('followRun', {}, (reply) => heard.push(reply));
    const tell = followed.get('followRun')!;
    tell(null);
    tell({ ok: true, value: 'after the end' });
    await settled();
    expect(heard).toEqual([null]);
  });

  test('when nobody answers any more', () => {
    const { bridge, followed, ipc, stop } = exposed();
    bridge.listen('followRun', {}, () => {});
    stop();
    expect(followed.size).toBe(0);
    expect(ipc.channels()).toEqual([]);
  });
});
