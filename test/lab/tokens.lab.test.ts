// What is wrong with a token is said by its own name: before anything changes where the file shows it, from the licence
// client's log where only that knows.
import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFile } from './harness/cache.ts';
import { CARDS } from './harness/card.ts';
import { discard, makeDisk, type Disk } from './harness/disk.ts';
import { makeMedia, MEDIA, tokenName, withProgram } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { findings, gpuGuest, told } from './harness/program.ts';
import { TOKENS, type TokenKind } from './harness/token.ts';
import { boot, type VirtualMachine } from './harness/virtual-machine.ts';

/** What `token` says of the file alone, and the finding once the guest works with it. */
const CASES: Record<Exclude<TokenKind, 'valid'>, { readable: boolean; says: RegExp; finding: string }> = {
  expired: { readable: false, says: /expired at/, finding: 'license.token-expired' },
  'not-yet-valid': { readable: false, says: /valid from \S+ only/, finding: 'license.token-not-yet-valid' },
  truncated: { readable: false, says: /cut short/, finding: 'license.token-invalid' },
  'html-page': { readable: false, says: /web page/, finding: 'license.token-invalid' },
  'wrong-signature': { readable: true, says: /./, finding: 'license.token-invalid' },
};

inTheLab('tokens that are not as they should be', () => {
  let disk: Disk;
  let guest: VirtualMachine;

  beforeAll(async () => {
    const media = await makeMedia({ kinds: ['cloud'], cuda: false, token: null });
    const extra = withProgram(media);
    const files = await Promise.all(Object.keys(TOKENS).map(async kind => {
      const file = workFile(`${kind}.tok`);
      writeFileSync(file, await TOKENS[kind as TokenKind]());
      extra[`/root/tokens/${kind}.tok`] = file;
      return file;
    }));
    disk = await makeDisk('tokens', 'cloud', CARDS['p40-8q'], extra);
    for (const path of [media, ...files]) rmSync(path, { recursive: true });
    guest = await boot(disk);
  });
  afterAll(async () => {
    await guest.powerCut();
    discard(disk);
  });

  test('no token: the driver is installed, the run ends unlicensed and says why', async () => {
    const answer = await gpuGuest(guest, `apply --yes --media ${MEDIA} --reboot never`, 900_000);
    expect(answer.status, told(answer)).toBe(3);
    expect(JSON.stringify(answer.json) + answer.stderr).toMatch(/token/i);
    const diagnosed = await gpuGuest(guest, 'diagnose');
    expect(findings(diagnosed), told(diagnosed)).toContain('license.token-missing');
  });

  for (const [kind, { readable, says, finding }] of Object.entries(CASES)) {
    test(`token ${kind}`, async () => {
      const token = await gpuGuest(guest, `token /root/tokens/${kind}.tok`);
      expect(token.status, told(token)).toBe(readable ? 0 : 1);
      expect(token.json.valid).toBe(readable);
      if (!readable) expect(token.json.why).toMatch(says);

      await guest.run(`rm -f ${MEDIA}/*.tok; cp /root/tokens/${kind}.tok ${MEDIA}/${tokenName()}`);
      const applied = await gpuGuest(guest, `apply --yes --media ${MEDIA} --reboot never`, 900_000);
      expect(readable ? [3] : [1, 3], told(applied)).toContain(applied.status);
      if (!readable) expect(JSON.stringify(applied.json) + applied.stderr).toMatch(says);

      await guest.run(`rm -f /etc/nvidia/ClientConfigToken/*; install -m 0744 /root/tokens/${kind}.tok /etc/nvidia/ClientConfigToken/${tokenName()}; systemctl restart nvidia-gridd; sleep 8`);
      const diagnosed = await gpuGuest(guest, 'diagnose');
      expect(findings(diagnosed), told(diagnosed)).toContain(finding);
      await guest.run('rm -f /etc/nvidia/ClientConfigToken/*');
    });
  }

  test('with a good token in the end, the same guest is licensed', async () => {
    await guest.run(`rm -f ${MEDIA}/*.tok; cp /root/tokens/valid.tok ${MEDIA}/${tokenName()}`);
    const answer = await gpuGuest(guest, `apply --yes --media ${MEDIA} --reboot never`, 900_000);
    expect(answer.status, told(answer)).toBe(0);
    expect((await guest.run('nvidia-smi -q')).stdout).toMatch(/License Status +: Licensed/);
  });
});
