// What holds of a sealed image, and of every clone of it that cloud-init has taken into use.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { onDisk, type Disk } from './disk.ts';
import { gpuGuest, told } from './program.ts';
import type { VirtualMachine } from './virtual-machine.ts';

/** Licensed by its own token, with an identity of its own, and no image any more. */
export async function isLicensedClone(guest: VirtualMachine) {
  await guest.run('cloud-init status --wait; systemctl is-system-running --wait', { anyStatus: true });
  const license = await gpuGuest(guest, 'license');
  const log = (await guest.run('journalctl -b --no-pager -u gpu-guest-first-start -u nvidia-gridd -u cloud-init | tail -n 40', { anyStatus: true })).stdout;
  expect(license.json.gpus[0], `${told(license)}\n${log}`).toMatchObject({ state: 'licensed' });
  const { stdout } = await guest.run(`
    wc -c < /etc/machine-id; ls /etc/ssh/ssh_host_*_key | wc -l; ls /etc/nvidia/ClientConfigToken | wc -l
    ls /var/lib/gpu-guest/sealed.json /etc/systemd/system/gpu-guest-first-start.service 2>/dev/null | wc -l; hostname`);
  expect(stdout.trim().split('\n')).toEqual(['33', expect.stringMatching(/^[1-9]$/), '1', '0', expect.stringMatching(/^clone-/)]);
}

/** Nothing that a clone must not inherit lies on the disk. */
export const isSealed = (disk: Disk) => onDisk(disk, async root => {
  expect(existsSync(join(root, 'var/lib/gpu-guest/sealed.json'))).toBe(true);
  expect(readFileSync(join(root, 'etc/machine-id'), 'utf8').trim()).toBe('');
  expect(readdirSync(join(root, 'etc/nvidia/ClientConfigToken'))).toEqual([]);
  expect(readdirSync(join(root, 'etc/ssh')).filter(name => name.startsWith('ssh_host_'))).toEqual([]);
});
