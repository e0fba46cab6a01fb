// What the guests of rpm packages need of this machine.
import { spawnSync } from 'node:child_process';
import { say } from '../harness/cache.ts';
import { inTheLab } from '../harness/needs.ts';

const PROGRAMS = ['rpmbuild', 'rpmsign', 'createrepo_c', 'gpg'];

/** A suite that is left out, with the reason said, where these are missing; in CI that is a failure. */
export function withRpmTools(title: string, suite: () => void) {
  const absent = PROGRAMS.filter(name => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  const reason = `it needs ${absent.join(', ')} (Debian: apt-get install rpm createrepo-c gnupg)`;
  if (absent.length === 0) inTheLab(title, suite);
  else if (process.env['CI']) throw new Error(`${title} cannot run: ${reason}`);
  else say(`${title} is left out: ${reason}`);
}
