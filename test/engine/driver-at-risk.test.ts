import { describe, expect, it } from 'vitest';
import { run, undoPackages } from '../../src/domain/act.ts';
import { driverAtRisk } from '../../src/engine/driver-at-risk.ts';
import { isDriverPackage } from '../../src/engine/driver-untouched.ts';
import { createGuest, type Said } from '../../src/simulated/guest.ts';
import { observerOf } from '../../src/simulated/ports.ts';

async function risk(command: readonly [string, ...string[]], said: Said): Promise<readonly [string | undefined, string]> {
  const guest = createGuest();
  let asked = '';
  guest.programs.set(command[0], (words) => {
    asked = words.join(' ');
    return said;
  });
  const message = await driverAtRisk(observerOf(guest, 'test'), run(command, { undo: undoPackages() }));
  return [message === undefined ? undefined : `${message.key} ${JSON.stringify(message.values)}`, asked];
}

describe('a package command is rehearsed', () => {
  it('by apt: a driver that would come, or go, stops it', async () => {
    const [none, asked] = await risk(['apt-get', 'install', '-y', 'libnccl2'], { stdout: 'Inst libnccl2 (2.21.5-1+cuda12.4 x [amd64])\nConf libnccl2 (…)\n' });
    expect([none, asked]).toEqual([undefined, 'apt-get --simulate install -y libnccl2']);
    const [come] = await risk(['apt-get', 'install', '-y', 'x'], { stdout: 'Inst x (1)\nInst nvidia-driver-580 (580.1)\nRemv libnvidia-compute-535 [535]\n' });
    expect(come).toBe('run.failed.driver-at-risk {"names":"nvidia-driver-580, libnvidia-compute-535"}');
  });

  it('by dnf, which ends with an error when it is told no', async () => {
    const table = 'Installing:\n libcudnn9-cuda-12   x86_64   9.1.0.70-1   cuda   330 M\nInstalling dependencies:\n nvidia-driver-cuda  x86_64  3:580.1-1  cuda  1 M\nOperation aborted.\n';
    const [said, asked] = await risk(['dnf', 'install', '-y', 'libcudnn9-cuda-12'], { stdout: table, exitCode: 1 });
    expect([said, asked]).toEqual(['run.failed.driver-at-risk {"names":"nvidia-driver-cuda"}', 'dnf install libcudnn9-cuda-12 --assumeno']);
  });

  it('by dnf, whose table breaks the line after a long name', async () => {
    const table = 'Installing dependencies:\n nvidia-driver-cuda-libs-of-a-long-name\n                    x86_64  3:580.1-1  cuda  1 M\nOperation aborted.\n';
    expect((await risk(['dnf', 'install', '-y', 'x'], { stdout: table, exitCode: 1 }))[0]).toContain('nvidia-driver-cuda-libs');
  });

  it('by zypper', async () => {
    const text = 'The following 2 NEW packages are going to be installed:\n  libnccl nvidia-compute-G06\n\n2 new packages to install.\n';
    const [said, asked] = await risk(['zypper', '--non-interactive', 'install', '--no-recommends', 'libnccl'], { stdout: text });
    expect(said).toContain('nvidia-compute-G06');
    // zypper 1.14 takes what begins with `-` behind a name for a package that is to go.
    expect(asked).toBe('zypper --non-interactive install --dry-run --no-recommends libnccl');
  });

  it('and not done where the rehearsal fails: nobody knows then', async () => {
    expect((await risk(['apt-get', 'install', 'x'], { stderr: 'E: Unmet dependencies\n', exitCode: 100 }))[0]).toContain('run.failed.not-rehearsed');
    expect((await risk(['dnf', 'install', 'x'], { stderr: 'Error: Failed to download metadata\n', exitCode: 1 }))[0]).toContain('Failed to download');
  });

  it('but others are not: an index that is fetched, an archive that is unpacked', async () => {
    expect(await risk(['apt-get', 'update'], {})).toEqual([undefined, '']);
    expect(await risk(['tar', '-xJf', 'x'], {})).toEqual([undefined, '']);
  });
});

it('what only sounds like a driver is none', () => {
  expect(['nvidia-fabricmanager-550', 'libnvidia-container1', 'libcudnn9-cuda-12', 'nvidia-cuda-toolkit'].filter(isDriverPackage)).toEqual([]);
  expect(['nvidia-driver-580', 'libnvidia-compute-535', 'cuda-drivers', 'kmod-nvidia-open-dkms'].filter((name) => !isDriverPackage(name))).toEqual([]);
});
