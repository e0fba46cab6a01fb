import { describe, expect, it } from 'vitest';
import { runProcess } from '../../src/platform/process.ts';

const sh = (script: string) => ['sh', '-c', script] as const;

describe('runProcess', () => {
  it('tells how a program ended and what it wrote', async () => {
    const { ending, stdout, stderr } = await runProcess(sh('echo out; echo err >&2; exit 3'), { timeoutMs: 5000 });
    expect(ending).toEqual({ kind: 'exited', exitCode: 3 });
    expect([stdout, stderr]).toEqual(['out\n', 'err\n']);
  });

  it('tells a program that is not there from one that may not be run', async () => {
    expect((await runProcess(['no-such-program-here'], { timeoutMs: 5000 })).ending).toEqual({ kind: 'not-found' });
    expect((await runProcess(['/etc/passwd'], { timeoutMs: 5000 })).ending).toEqual({ kind: 'denied' });
  });

  it('ends a program that takes too long, and the children that it started', async () => {
    const { ending, stdout } = await runProcess(sh('sleep 77 & echo $!; wait'), { timeoutMs: 200 });
    expect(ending).toEqual({ kind: 'timed-out', afterMs: 200 });
    const child = await runProcess(['ps', '-o', 'stat=', '-p', stdout.trim()], { timeoutMs: 5000 });
    expect(child.stdout.replace(/^Z.*/, '').trim()).toBe('');
  });

  it('names the signal that killed a program', async () => {
    expect((await runProcess(sh('kill -9 $$'), { timeoutMs: 5000 })).ending).toEqual({
      kind: 'killed',
      signal: 'SIGKILL',
    });
  });

  it('is ended by the caller', async () => {
    const signal = AbortSignal.timeout(100);
    expect((await runProcess(['sleep', '77'], { timeoutMs: 5000, signal })).ending).toEqual({
      kind: 'killed',
      signal: 'SIGTERM',
    });
    expect((await runProcess(['sleep', '77'], { timeoutMs: 5000, signal })).ending.kind).toBe('killed');
  });

  it('does not wait for a daemon that keeps the output open', async () => {
    const started = Date.now();
    const { ending, stdout } = await runProcess(sh('sleep 3 & echo started'), { timeoutMs: 10_000 });
    expect([ending, stdout]).toEqual([{ kind: 'exited', exitCode: 0 }, 'started\n']);
    expect(Date.now() - started).toBeLessThan(2500);
  });

  it('keeps the beginning of a long output, drops the rest and lets the program end by itself', async () => {
    const result = await runProcess(sh('seq 1 100000; exit 7'), { timeoutMs: 10_000, maxBytes: 4 });
    expect(result).toMatchObject({ ending: { kind: 'exited', exitCode: 7 }, stdout: '1\n2\n', truncated: true });
  });

  it('hands out lines as they come, a redrawn line in its last state', async () => {
    const heard: string[] = [];
    await runProcess(sh(String.raw`printf 'a\n 1%%\r 2%%\r\nb\r\nlast'`), {
      timeoutMs: 5000,
      onLine: (line) => heard.push(line),
    });
    expect(heard).toEqual(['a', ' 2%', 'b', 'last']);
  });

  it('has an environment of its own, no input and a fixed locale', async () => {
    process.env['LEAK'] = 'yes';
    const { stdout } = await runProcess(sh('cat; echo "$LC_ALL|$PATH|$LEAK"'), { timeoutMs: 5000 });
    expect(stdout).toBe('C|/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin|\n');
    const bare = await runProcess(['env'], { timeoutMs: 5000, env: { PATH: '/bin:/usr/bin', X: '1' } });
    expect(bare.stdout.split('\n').sort().filter(Boolean)).toEqual(['LC_ALL=C', 'PATH=/bin:/usr/bin', 'X=1']);
  });
});
