// What NVIDIA's real driver, nouveau, DKMS, apt and dpkg say when something is wrong: the cause is named on the guest, from its
// capture and from what somebody pasted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CARDS } from './harness/card.ts';
import { Container, inContainer } from './harness/container.ts';
import { diagnosedHere, failed, type Diagnosis } from './harness/diagnosed.ts';
import { discard, onDisk, put, type Disk } from './harness/disk.ts';
import { DRIVER_FAILURES, type Failure } from './harness/driver-failures.ts';
import { KERNEL_FAILURES, NEW_KERNEL } from './harness/kernel-failures.ts';
import { withProgram } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import type { Guest } from './harness/program.ts';
import { realDriverDisk } from './harness/real-driver.ts';
import { boot, type VirtualMachine } from './harness/virtual-machine.ts';

const wrong = ({ findings }: Diagnosis) => findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);

/** Without what is only worth knowing: a guest that is emulated may be too slow to be asked for it twice. */
const weighty = ({ verdict, findings }: Diagnosis) => ({ verdict, findings: findings.filter(({ severity }) => severity !== 'info') });

async function threeWays(guest: Guest, failure: Failure) {
  const { live, capture, ticket } = await failed(guest, failure);
  const [first, ...others] = wrong(live);
  expect(first, JSON.stringify(live, null, 1)).toBe(failure.cause);
  expect(others.sort(), JSON.stringify(live, null, 1)).toEqual([...(failure.follows ?? [])].sort());
  expect(live.verdict).toBe('broken');
  expect(weighty(await diagnosedHere(capture))).toEqual(weighty(live));
  const pasted = await diagnosedHere(ticket);
  expect(wrong(pasted)[0], ticket).toBe(failure.cause);
  expect(wrong(pasted).filter(id => !wrong(live).includes(id)), ticket).toEqual([]);
}

inTheLab('a driver that does not come up', () => {
  let disk: Disk;
  afterAll(() => { discard(disk); });
  beforeAll(async () => {
    disk = await realDriverDisk('driver-failures');
    await onDisk(disk, root => {
      for (const [inside, outside] of Object.entries(withProgram())) put(root, inside, outside);
      writeFileSync(join(root, 'etc/modprobe.d/no-nouveau.conf'), 'blacklist nouveau\n');
      return Promise.resolve();
    });
  });

  inTheLab('with a kernel under it', () => {
    let guest: VirtualMachine;
    beforeAll(async () => { guest = await boot(disk, { cpus: 1 }); });
    afterAll(() => guest.shutdown());
    for (const failure of DRIVER_FAILURES) test(failure.name, () => threeWays(guest, failure));
  });

  test('with another kernel under it than it was built for', () => onDisk(disk, async root => {
    const said = await inContainer(root, {}, async guest => (await guest.run(NEW_KERNEL)).stdout);
    expect(wrong(await diagnosedHere(said)), said).toEqual(['kernel.headers-unavailable']);
    const guest = new Container(root, { card: CARDS.p40, loaded: [] });
    try {
      await guest.started();
      for (const failure of KERNEL_FAILURES) await threeWays(guest, failure);
    } finally {
      await guest.stop();
    }
  }));
});
