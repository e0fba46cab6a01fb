// A guest with a made-up Tesla P40 on its PCI bus, and NVIDIA's real driver from Debian's archive.
import { afterAll, expect, test } from 'vitest';
import { say } from './harness/cache.ts';
import { CARDS, configSpace } from './harness/card.ts';
import { inContainer } from './harness/container.ts';
import { discard, makeDisk, onDisk, type Disk } from './harness/disk.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { withProgram } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { changed, findings, gpuGuest, told } from './harness/program.ts';
import { boot } from './harness/virtual-machine.ts';

inTheLab('a passed-through Tesla P40', () => {
  let disk: Disk;
  let start: Tree;
  afterAll(() => { discard(disk); });

  test('detect names the card before any driver is there', async () => {
    disk = await makeDisk('passthrough', 'full', CARDS.p40, withProgram());
    const guest = await boot(disk);
    const { json, status } = await gpuGuest(guest, 'detect');
    expect(status).toBe(0);
    expect(json.gpus).toHaveLength(1);
    expect(json.gpus[0]).toMatchObject({ address: '0000:02:01.0', name: 'Tesla P40', mode: 'passthrough', deviceId: '1b38', subsystemDeviceId: '11d9', boundDriver: null });
    expect(json.driver.installed).toBeNull();
    expect(json.driver.recommended).toMatchObject({ kind: 'tesla' });
    expect(json.otherDisplays).toHaveLength(1);
    const { stdout } = await guest.run('lsmod');
    expect(stdout).toMatch(/^nouveau /m);
    await guest.shutdown();
    start = await onDisk(disk, everything);
  });

  test('apply installs the distribution\'s driver, compiled for the guest\'s kernel, and asks for the reboot', async () => {
    await onDisk(disk, root => inContainer(root, { card: CARDS.p40, loaded: ['nouveau'] }, async guest => {
      const answer = await gpuGuest(guest, 'apply --yes --reboot never', 1_500_000);
      expect(answer.status, told(answer)).toBe(10);
      expect(answer.json.outcome).toBe('reboot-needed');
      const { stdout } = await guest.run('cat /etc/guest-kernel; dkms status');
      const [kernel = '', ...built] = stdout.trim().split('\n');
      expect(built.join('\n')).toContain(`${kernel}, x86_64: installed`);
    }));
  });

  test('after the reboot it goes on by itself: the real driver holds the card, and cannot start it; again: nothing to do', async () => {
    const guest = await boot(disk);
    await guest.run('for i in $(seq 240); do gpu-guest runs --json | grep -q \'"status": *"\\(reboot-needed\\|running\\|waiting\\)\' || exit 0; sleep 2; done', { limitMs: 900_000 });
    const { stdout } = await guest.run('lspci -nnk -s 02:01.0; cat /proc/driver/nvidia/gpus/*/information; lsmod; nvidia-smi; true');
    expect(stdout).toContain('Kernel driver in use: nvidia');
    expect(stdout).toMatch(/^Model:\s+Tesla P40$/m);
    expect(stdout).not.toMatch(/^nouveau /m);
    expect(stdout).toContain('No devices were found');
    say(`the run ended as ${(await guest.run('gpu-guest runs')).stdout.trim()}`);

    const verified = await gpuGuest(guest, 'verify');
    expect(verified.status, told(verified)).toBe(1);
    expect(verified.json.ready).toBe(false);
    const diagnosed = await gpuGuest(guest, 'diagnose');
    expect(findings(diagnosed), told(diagnosed)).toContain('gpu.init-failed');
    const detected = await gpuGuest(guest, 'detect');
    expect(detected.json.driver.installed).toMatchObject({ kind: 'tesla', kernelModule: 'proprietary', origin: 'deb' });
    expect(detected.json.gpus[0]!.boundDriver).toBe('nvidia');
    await guest.run('! ls /etc/systemd/system /lib/systemd/system | grep -q gpu-guest'); // the unit has removed itself

    // A second apply changes nothing.
    const before = await guest.run('dpkg -l | sha256sum; find /etc /usr/local -type f -newer /proc/1/cmdline | sort');
    const again = await gpuGuest(guest, 'apply --yes --reboot never');
    expect(changed(again), told(again)).toEqual([]);
    expect((await guest.run('dpkg -l | sha256sum; find /etc /usr/local -type f -newer /proc/1/cmdline | sort')).stdout).toBe(before.stdout);

    // The same driver under a vGPU is recognised as the wrong kind.
    await guest.run(`echo ${configSpace(CARDS['p40-8q']).toString('base64')} | base64 -d > /run/p40-8q.bin; rmmod fakegpu; modprobe fakegpu config=/run/p40-8q.bin; sleep 3`);
    const vgpu = await gpuGuest(guest, 'detect');
    expect(vgpu.json.gpus[0], told(vgpu)).toMatchObject({ mode: 'vgpu', vgpu: { type: 'GRID P40-8Q' }, boundDriver: 'nvidia' });
    expect(vgpu.json.driver.installed).toMatchObject({ kind: 'tesla' });
    const wrong = await gpuGuest(guest, 'diagnose');
    expect(findings(wrong), told(wrong)).toContain('driver.wrong-kind');
    await guest.shutdown();
  });

  test('undo leaves packages and files as they were', async () => {
    await onDisk(disk, root => inContainer(root, { card: CARDS.p40, loaded: [] }, async guest => {
      const answer = await gpuGuest(guest, 'undo --yes', 900_000);
      expect([0, 10], told(answer)).toContain(answer.status);
    }));
    expect(differences(start, await onDisk(disk, everything))).toEqual([]);
  });
});
