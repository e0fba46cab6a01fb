/** The unit that judges a guest of an image at its first boot with a card, and then removes itself. */
import { writeFile, writeLink } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Choice } from '../../domain/choice.ts';
import { FIRST_BOOT_PROFILE, FIRST_BOOT_UNIT, FIRST_BOOT_WANTED } from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import { majorMinor } from '../../domain/version.ts';
import { say } from '../../words/say.ts';
import { ownCopy, quoted, type OwnCopy } from '../own-copy.ts';
import { performActions, type ActionsEnd } from '../perform-actions.ts';
import type { Work } from '../work.ts';

/** In the journal its actions stand under this name; it is no step of the plan. */
const FIRST_BOOT = 'first-boot';

/** Where packages put this program, for a simulated guest, of which nothing starts by itself. */
const PACKAGED: OwnCopy = { node: '/usr/bin/node', program: '/usr/lib/gpu-guest/gpu-guest.js', actions: [] };

const unitText = ({ node, program }: OwnCopy): string =>
  [
    '[Unit]',
    'Description=GPU Guest Assistant judges the first boot of this image',
    'Wants=network-online.target',
    'After=network-online.target nvidia-gridd.service gpu-guest-first-start.service',
    `ConditionPathExists=${FIRST_BOOT_PROFILE}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${quoted(node)} ${quoted(program)} first-boot`,
    'StandardOutput=journal+console',
    // The wait for a licence has its own bound, in the profile.
    'TimeoutStartSec=infinity',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');

/** What is chosen from a file of the media now is there by its version then. */
const lasting = (profile: Profile, { cuda }: Choice): Profile =>
  cuda.kind === 'none' || !profile.cuda.toolkit.includes('/')
    ? profile
    : { ...profile, cuda: { toolkit: majorMinor(cuda.version) } };

async function actions({ bench, task }: Work): Promise<readonly Action[] | undefined> {
  const copy = bench.self === null ? PACKAGED : await ownCopy(bench, bench.self);
  const kept = `${JSON.stringify(lasting(task.profile, task.choice), null, 2)}\n`;
  return (
    copy && [
      ...copy.actions,
      writeFile(FIRST_BOOT_PROFILE, kept),
      writeFile(FIRST_BOOT_UNIT, unitText(copy)),
      writeLink(FIRST_BOOT_WANTED, FIRST_BOOT_UNIT),
    ]
  );
}

/** In place when this returns `done`; undone with the run. */
export async function placeFirstBoot(work: Work): Promise<ActionsEnd> {
  const wanted = await actions(work);
  if (wanted === undefined) return { kind: 'failed', message: say('first-boot.no-own-copy') };
  return performActions(work, FIRST_BOOT, wanted);
}
