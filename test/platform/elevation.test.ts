import { expect, test } from 'vitest';
import { elevatedCommand, startBeside } from '../../src/platform/elevation.ts';

type Heard = { readonly lines: string[]; readonly ended: Promise<{ readonly exitCode: number; readonly said: string }>; readonly tell: (line: string) => void };

function node(script: string): Heard {
  const lines: string[] = [];
  let tell: Heard['tell'] = () => {};
  const ended = new Promise<{ exitCode: number; said: string }>((resolve) => {
    tell = startBeside([process.execPath, '-e', script], {
      onLine: (line) => lines.push(line),
      onEnd: (exitCode, said) => {
        resolve({ exitCode, said });
      },
    });
  });
  return { lines, ended, tell };
}

test('lines come whole, the last one too, and the complaint with the exit code', async () => {
  const { lines, ended } = node('process.stdout.write("one\\ntw"); process.stdout.write("o 日本\\n\\nthree"); process.stderr.write("why"); process.exitCode = 4');
  expect(await ended).toEqual({ exitCode: 4, said: 'why' });
  expect(lines).toEqual(['one', 'two 日本', 'three']);
});

test('it is told a line on its standard input', async () => {
  const { lines, ended, tell } = node('process.stdin.on("data", (text) => { console.log(String(text).trim()); process.exit(0); })');
  tell('cancel');
  expect((await ended).exitCode).toBe(0);
  expect(lines).toEqual(['cancel']);
  tell('nobody hears this');
});

test('a program that is killed, or is not there, has ended', async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")').ended).toMatchObject({ exitCode: -1 });
  const missing = new Promise((resolve) => {
    startBeside(['/no/such/program'], { onLine: () => {}, onEnd: (exitCode, said) => { resolve([exitCode, said]); } });
  });
  expect(await missing).toEqual([-1, expect.stringContaining('ENOENT')]);
});

test('it stands in a session of its own, which our Ctrl-C does not reach', async () => {
  const { lines, ended } = node('console.log(require("fs").readFileSync("/proc/self/stat", "utf8").replace(/^.*\\) /s, "").split(" ").slice(2, 4).join())');
  await ended;
  const own = process.pid;
  expect(lines[0]!.split(',').map(Number)).not.toContain(own);
  expect(new Set(lines[0]!.split(',')).size).toBe(1);
});

test('arguments are handed on as they are; a shell has no part in it', () => {
  const self = { node: '/usr/bin/node', program: '/opt/x/gpu-guest.js' };
  const args = ['apply', '--expect', '$(reboot); `x`'];
  expect(elevatedCommand('sudo', self, args)).toEqual(['sudo', '-n', '/usr/bin/node', '/opt/x/gpu-guest.js', ...args]);
  expect(elevatedCommand('pkexec', self, args)).toEqual(['/usr/bin/pkexec', '/usr/bin/node', '/opt/x/gpu-guest.js', ...args]);
  expect(elevatedCommand('is-root', self, args)).toEqual(['/usr/bin/node', '/opt/x/gpu-guest.js', ...args]);
});

test('what a package has installed is started by the path that its polkit policy names', () => {
  const self = { node: '/opt/gpu-guest-assistant/resources/cli/node', program: '/opt/gpu-guest-assistant/resources/cli/gpu-guest.js' };
  expect(elevatedCommand('pkexec', self, ['plan', '--json'])).toEqual(['/usr/bin/pkexec', '/usr/bin/gpu-guest', 'plan', '--json']);
});
