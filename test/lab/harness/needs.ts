// What the lab needs of the machine it runs on.
import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { say } from './cache.ts';
import { programIsBuilt } from './media.ts';

const PROGRAMS = ['mmdebstrap', 'systemd-nspawn', 'makeself', 'mke2fs', 'dpkg-deb', 'nsenter', 'qemu-system-x86_64', 'qemu-img'];

function missing(): string | null {
  if (process.getuid?.() !== 0) return 'it needs root';
  const absent = PROGRAMS.filter(name => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (absent.length > 0) return `it needs ${absent.join(', ')} (Debian: apt-get install qemu-system-x86 qemu-utils mmdebstrap systemd-container makeself e2fsprogs)`;
  return programIsBuilt() ? null : 'there is no dist/gpu-guest.js: npm run build';
}

/** A suite that is left out, with the reason said, where the machine cannot hold it; in CI that is a failure. `lacks`: what else it would need. */
export function inTheLab(title: string, suite: () => void, lacks: string | null = null) {
  const reason = missing() ?? lacks;
  if (reason === null) describe(title, suite);
  else if (process.env['CI']) throw new Error(`${title} cannot run: ${reason}`);
  else {
    say(`${title} is left out: ${reason}`);
    describe.skip(`${title} (${reason})`, suite);
  }
}
