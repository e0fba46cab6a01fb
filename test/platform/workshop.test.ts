import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWorkshop } from '../../src/platform/workshop.ts';

const open = () => openWorkshop(new AbortController().signal);

describe('the folder in which programs are built and run', () => {
  it('is nobody else’s, and goes with all that is in it', async () => {
    const workshop = open();
    expect(statSync(workshop.folder).mode & 0o777).toBe(0o700);
    await workshop.put('proof.cu', 'text');
    await workshop.run(['mkdir', '-p', `${workshop.folder}/cache/deep`], { timeoutMs: 10_000 });
    workshop.close();
    expect(existsSync(workshop.folder)).toBe(false);
  });

  it('is the home of its programs, so that they leave nothing elsewhere', async () => {
    const workshop = open();
    const { stdout } = await workshop.run(['sh', '-c', 'echo "$HOME $TMPDIR $CUDA_CACHE_PATH $CUDA_DEVICE_ORDER"'], { timeoutMs: 10_000 });
    workshop.close();
    const { folder } = workshop;
    expect(stdout).toBe(`${folder} ${folder} ${folder}/cache PCI_BUS_ID\n`);
  });

  it('ends a program that hangs, with what it started', async () => {
    const workshop = open();
    const { ending, stdout } = await workshop.run(['sh', '-c', 'echo begun; sleep 600 & wait'], { timeoutMs: 1_000 });
    workshop.close();
    expect(ending).toEqual({ kind: 'timed-out', afterMs: 1_000 });
    expect(stdout).toBe('begun\n');
  });

  it('keeps only so much of a program that does not stop talking', async () => {
    const workshop = open();
    const { truncated, stdout } = await workshop.run(['sh', '-c', 'yes | head -c 1000000'], { timeoutMs: 60_000 });
    workshop.close();
    expect([truncated, stdout.length]).toEqual([true, 256 * 1024]);
  });

  it('ends what runs when it is told to stop', async () => {
    const controller = new AbortController();
    const workshop = openWorkshop(controller.signal);
    const running = workshop.run(['sleep', '600'], { timeoutMs: 600_000 });
    controller.abort();
    expect((await running).ending.kind).toBe('killed');
    expect(workshop.cancelled()).toBe(true);
    workshop.close();
  });
});
