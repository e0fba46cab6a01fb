// What a boot waits for where nothing has changed: `apply --profile` that finds the mark of a verified guest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mount namespace in which nothing can be changed but /var/lib, and that only in a folder of ours. */
const IN_A_BOX =
  'mount --make-rprivate / && mount -t overlay overlay -o lowerdir=/var/lib,upperdir="$1/upper",workdir="$1/work" /var/lib && mount -o remount,bind,ro / && shift && exec "$@"';

/** A guest that wants no driver: no card is needed for it, and each part of the mark is compared all the same. */
const PROFILE = 'driver: { kind: none }\ncuda: { toolkit: none }\nlicense: { token: none }\npath: false\n';

export function benchReadyMark(scratch, node, program, env, compare, skip) {
  const what = 'apply of a guest already right';
  if (process.getuid() !== 0) return skip(what, 'a mount namespace of its own needs root');
  const folder = join(scratch, 'ready');
  for (const name of ['upper', 'work']) mkdirSync(join(folder, name), { recursive: true });
  const profile = join(folder, 'gpu.yml');
  writeFileSync(profile, PROFILE);
  const boxed = (command) => ['unshare', '-m', 'sh', '-c', IN_A_BOX, 'sh', folder, ...command];
  const apply = [node, program, 'apply', '--profile', profile, '--yes', '--reboot', 'never', '--quiet'];
  const [box, ...args] = boxed(apply);
  const { status } = spawnSync(box, args, { stdio: 'ignore', env });
  if (status !== 0 || !existsSync(join(folder, 'upper/gpu-guest/ready.json')))
    return skip(what, 'this machine cannot be looked at in a box, or is not what a profile without a driver wants');
  compare(what, boxed(apply), 'node -e 0', boxed([node, '-e', '0']));
}
