import { describe, expect, it } from 'vitest';
import { SEAL_MARK } from '../../src/domain/places.ts';
import { firstStart } from '../../src/engine/seal/first-start.ts';
import { heldLicence } from '../../src/simulated/programs/licensing.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { attachDisk, benchOf, boot, cloneOf, firstBoot, livedIn, sealed, TOKENS } from './seal-bench.ts';

const WANTED = '/etc/systemd/system/multi-user.target.wants/gpu-guest-first-start.service';

describe('clones of one image', () => {
  const started = async (image: Guest, name: string, token: string | null) => {
    const clone = cloneOf(image);
    boot(clone);
    firstBoot(clone, name);
    if (token !== null) attachDisk(clone, token);
    return { clone, result: await firstStart(benchOf(clone)) };
  };

  it('share no identity and no token, and are licensed by the tokens on their own disks', async () => {
    const image = livedIn();
    await sealed(image);
    const [a, b] = [await started(image, 'clone-a', 'a.tok'), await started(image, 'clone-b', 'b.tok')];
    expect([a.result.outcome, b.result.outcome]).toEqual(['done', 'done']);
    for (const path of ['/etc/machine-id', '/etc/ssh/ssh_host_ed25519_key']) {
      const [of, other] = [a.clone.files.text(path), b.clone.files.text(path)];
      expect([path, of === other, of === '', of === undefined]).toEqual([path, false, false, false]);
    }
    expect(a.clone.files.names(TOKENS)).toEqual(['a.tok']);
    expect(b.clone.files.names(TOKENS)).toEqual(['b.tok']);
    for (const { clone } of [a, b]) {
      expect(heldLicence(clone.files)?.product).toBe('NVIDIA RTX Virtual Workstation');
      for (const path of [SEAL_MARK, WANTED, '/run/gpu-guest/first-start']) expect([path, clone.files.at(path)]).toEqual([path, undefined]);
    }
  });
  it('are in use without a token as well, and are told how to bring one', async () => {
    const image = livedIn();
    await sealed(image);
    const { clone, result } = await started(image, 'clone-a', null);
    expect(result).toMatchObject({ outcome: 'done', message: { key: 'first-start.without-token' } });
    expect(clone.files.at(SEAL_MARK)).toBeUndefined();
  });
  it('start the licensing service anew where cloud-init has brought a token', async () => {
    const image = livedIn();
    await sealed(image);
    const clone = cloneOf(image);
    boot(clone);
    attachDisk(clone, 'disk.tok');
    const token = livedIn().files;
    clone.files.write(`${TOKENS}/cloud.tok`, token.text(`${TOKENS}/${token.names(TOKENS)?.[0] ?? ''}`) ?? '');
    expect(heldLicence(clone.files)).toBeNull();
    expect((await firstStart(benchOf(clone))).message.key).toBe('first-start.has-token');
    expect(heldLicence(clone.files)).not.toBeNull();
    expect(clone.files.names(TOKENS)).toEqual(['cloud.tok']);
  });
  it('are in use although the disk has no token, and say so', async () => {
    const image = livedIn();
    await sealed(image);
    const clone = cloneOf(image);
    boot(clone);
    attachDisk(clone, null);
    expect((await firstStart(benchOf(clone))).outcome).toBe('failed');
    expect(clone.files.at(SEAL_MARK)).toBeUndefined();
  });
  it('do this once', async () => {
    expect((await firstStart(benchOf(livedIn()))).outcome).toBe('nothing-to-do');
  });
});
