// gpu-guest-profile.service at the boot of a guest that is already right, at this machine's own speed; and of one that is not.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say } from './harness/cache.ts';
import type { Container } from './harness/container.ts';
import { makeMedia, MEDIA } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told } from './harness/program.ts';
import { withQuickGuest } from './harness/quick-guest.ts';
import { quoted } from './harness/shell.ts';

const UNIT = 'gpu-guest-profile.service';
const PROFILE = `media: ${MEDIA}\ndriver: { kind: grid }\n`;
const unitFile = readFileSync(join(import.meta.dirname, '../../resources/systemd', UNIT), 'utf8');

/** Waits until the unit has ended; what it said, and how long systemd saw its process, in milliseconds. */
async function atBoot(guest: Container): Promise<{ readonly said: string; readonly ms: number }> {
  const { stdout } = await guest.run(`
    until [ "$(systemctl show -p SubState --value ${UNIT})" = dead ] && [ "$(systemctl show -p ExecMainExitTimestampMonotonic --value ${UNIT})" != 0 ]; do sleep 0.2; done
    systemctl show -p ExecMainStartTimestampMonotonic -p ExecMainExitTimestampMonotonic -p Result ${UNIT}
    journalctl -b --no-pager -o cat -u ${UNIT}`, { limitMs: 300_000 });
  expect(stdout).toContain('Result=success');
  const [started, ended] = ['Start', 'Exit'].map(what => Number(new RegExp(`^ExecMain${what}TimestampMonotonic=(\\d+)$`, 'm').exec(stdout)?.[1]));
  return { said: stdout, ms: (ended! - started!) / 1000 };
}

async function reboots(guest: Container) {
  await guest.run('systemctl --no-block reboot', { anyStatus: true });
  await guest.rebooted();
  return atBoot(guest);
}

const runs = async (guest: Container): Promise<number> => (await gpuGuest(guest, 'runs')).json.runs.length;

inTheLab('a guest that is already right', () => {
  test('is left alone at its boot; one that is not says which part differs, and is brought up again', async () => {
    const media = await makeMedia({ kinds: ['cloud'], cuda: false });
    await withQuickGuest('already-right', media, async guest => {
      rmSync(media, { recursive: true });
      await guest.run(`
        ln -s /usr/local/bin/gpu-guest /usr/bin/gpu-guest; mkdir -p /etc/gpu-guest
        printf %s ${quoted(PROFILE)} > /etc/gpu-guest/gpu.yml; printf %s ${quoted(unitFile)} > /etc/systemd/system/${UNIT}
        systemctl enable ${UNIT}`);
      const applied = await gpuGuest(guest, 'apply --profile /etc/gpu-guest/gpu.yml --yes --reboot never');
      expect(applied.status, told(applied)).toBe(0);
      const made = await runs(guest);

      const times: number[] = [];
      for (let boot = 0; boot < 3; boot++) {
        const { said, ms } = await reboots(guest);
        expect(said).toContain('Already right: driver 525.105.17 (grid)');
        times.push(Math.round(ms));
      }
      expect(await runs(guest)).toBe(made);
      const { stdout } = await guest.run(`for i in 1 2 3; do s=$(date +%s%N); node -e 0; e=$(date +%s%N); echo $(((e - s) / 1000000)); done`);
      say(`at boot, a guest that is already right: ${times.join(', ')} ms; node -e 0: ${stdout.trim().replaceAll('\n', ', ')} ms`);

      await guest.run(`printf 'FeatureType=0\\n' > /etc/nvidia/gridd.conf`);
      const { said } = await reboots(guest);
      expect(said).toContain('/etc/nvidia/gridd.conf is another, new or gone');
      expect(await runs(guest)).toBe(made + 1);
      expect((await guest.run('cat /etc/nvidia/gridd.conf')).stdout).toMatch(/^FeatureType=[12]$/m);
      expect((await reboots(guest)).said).toContain('Already right');
    });
  }, 15 * 60_000);
});
