/** The unit that takes a clone into use at its first start, and then removes itself. */
import { writeFile, writeLink } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { SEAL_MARK } from '../../domain/places.ts';
import type { Bench } from '../bench.ts';
import { ownCopy, quoted } from '../own-copy.ts';

const UNIT = 'gpu-guest-first-start.service';
export const FIRST_START_UNIT = `/etc/systemd/system/${UNIT}`;
/** As `systemctl enable` links it; a link can be made in an image that does not run as well. */
export const FIRST_START_WANTED = `/etc/systemd/system/multi-user.target.wants/${UNIT}`;

const unitText = (node: string, program: string): string =>
  [
    '[Unit]',
    'Description=GPU Guest Assistant takes a clone into use',
    // What cloud-init writes (a token among it) stands by then; in newer versions that stage has another name.
    'After=local-fs.target cloud-init.service cloud-init-network.service nvidia-gridd.service',
    `ConditionPathExists=${SEAL_MARK}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${quoted(node)} ${quoted(program)} first-start`,
    'TimeoutStartSec=300',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');

/** Undefined: this program cannot be copied into the image. Of a simulated guest: none, as nothing of it starts by itself. */
export async function firstStartActions(bench: Bench): Promise<readonly Action[] | undefined> {
  if (bench.self === null) return [];
  const copy = await ownCopy(bench, bench.self);
  return (
    copy && [
      ...copy.actions,
      writeFile(FIRST_START_UNIT, unitText(copy.node, copy.program)),
      writeLink(FIRST_START_WANTED, FIRST_START_UNIT),
    ]
  );
}
