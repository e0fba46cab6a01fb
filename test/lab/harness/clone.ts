// A sealed image, and its clones: each brought into use by cloud-init's user data with a token of its own, side by side.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { discard, onDisk, overlay, type Disk } from './disk.ts';
import { gpuGuest, told, type Guest } from './program.ts';
import { cloneBoots, type Template } from './reachable-guest.ts';
import { TOKENS } from './token.ts';
import type { VirtualMachine } from './virtual-machine.ts';

/** What no two guests may share. */
export type Identity = { readonly machineId: string; readonly hostKeys: readonly string[]; readonly token: string };

export async function identityOf(guest: Guest): Promise<Identity> {
  const { stdout } = await guest.run(`
    cat /etc/machine-id; echo ---; cat /etc/ssh/ssh_host_*_key.pub 2>/dev/null | cut -d' ' -f2; echo ---; cat /etc/nvidia/ClientConfigToken/*`);
  const [machineId = '', hostKeys = '', token = ''] = stdout.split('---').map(text => text.trim());
  expect(machineId).toMatch(/^[0-9a-f]{32}$/);
  return { machineId, hostKeys: hostKeys.split('\n').filter(Boolean), token };
}

/** Also with the guest that the image was made of. */
export function shareNothing(...guests: readonly Identity[]) {
  for (const field of ['machineId', 'token'] as const) {
    const values = guests.map(guest => guest[field]);
    expect(new Set(values).size, `${field} is shared`).toBe(values.length);
  }
  const keys = guests.flatMap(({ hostKeys }) => hostKeys);
  expect(new Set(keys).size, 'a host key is shared').toBe(keys.length);
}

/** Licensed by its own token, with an identity and a name of its own, and no image any more. */
async function isLicensedClone(guest: VirtualMachine, name: string) {
  await guest.run('cloud-init status --wait; systemctl is-system-running --wait', { anyStatus: true });
  const license = await gpuGuest(guest, 'license');
  const log = (await guest.run('journalctl -b --no-pager -u gpu-guest-first-start -u nvidia-gridd -u cloud-init | tail -n 40', { anyStatus: true })).stdout;
  expect(license.json.gpus[0], `${told(license)}\n${log}`).toMatchObject({ state: 'licensed' });
  const { stdout } = await guest.run(`
    ls /etc/nvidia/ClientConfigToken | wc -l; hostname
    ls /var/lib/gpu-guest/sealed.json /etc/systemd/system/gpu-guest-first-start.service 2>/dev/null | wc -l; ls /var/lib/gpu-guest/clone.json`);
  expect(stdout.trim().split('\n')).toEqual(['1', name, '0', '/var/lib/gpu-guest/clone.json']);
}

export type Clone = {
  /** Its host name as well. */
  readonly name: string;
  readonly template: Template;
  readonly disks?: readonly string[];
  /** What else is to hold of it. */
  readonly also?: (guest: VirtualMachine) => Promise<void>;
};

async function brought(image: Disk, { name, template, disks = [], also }: Clone): Promise<Identity> {
  const [disk, token] = [await overlay(image, name), await TOKENS.valid()];
  try {
    return await cloneBoots(disk, name, { template, token, disks }, async guest => {
      await isLicensedClone(guest, name);
      await also?.(guest);
      const identity = await identityOf(guest);
      expect(identity.token).toBe(token);
      expect(identity.hostKeys.length).toBeGreaterThan(0);
      return identity;
    });
  } finally {
    discard(disk);
  }
}

/** Side by side. `builder`: what the image was made of. All have ended when one that failed is told. */
export async function clonesComeIntoUse(image: Disk, clones: readonly Clone[], ...builder: readonly Identity[]) {
  const ended = await Promise.allSettled(clones.map(clone => brought(image, clone)));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  shareNothing(...builder, ...ended.flatMap(one => one.status === 'fulfilled' ? [one.value] : []));
}

/** Nothing that a clone must not inherit lies on the disk. */
export const isSealed = (disk: Disk) => onDisk(disk, async root => {
  expect(existsSync(join(root, 'var/lib/gpu-guest/sealed.json'))).toBe(true);
  expect(readFileSync(join(root, 'etc/machine-id'), 'utf8').trim()).toBe('');
  expect(readdirSync(join(root, 'etc/nvidia/ClientConfigToken'))).toEqual([]);
  expect(readdirSync(join(root, 'etc/ssh')).filter(name => name.startsWith('ssh_host_'))).toEqual([]);
});
