import { initramfsAge, nouveauInInitramfs } from '../../diagnosis/nouveau-in-initramfs.ts';
import { reboot, refresh, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import { DRACUT_WITHOUT_NOUVEAU, NOUVEAU_BLACKLIST } from '../../domain/places.ts';
import type { Initramfs } from '../../probes/initramfs.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Nouveau } from '../../probes/nouveau.ts';
import { say, type WordKey } from '../../words/say.ts';
import { chosenIn, noDriverWanted } from '../driver/chosen.ts';
import { isForImage } from '../image.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';

const BLACKLIST = `# Written by GPU Guest Assistant: nouveau and NVIDIA's driver cannot hold the same card.
blacklist nouveau
options nouveau modeset=0
`;

/** Not the blacklist taken into the image: what is not in it, nothing can load. */
const LEFT_OUT = `# Written by GPU Guest Assistant: an initramfs for any machine would hold nouveau and nothing of /etc/modprobe.d.
omit_drivers+=" nouveau "
`;

const REBOOT = 'step.nouveau.disable.reboot' satisfies WordKey;

/** Of an image: the kernel that boots next, where its initramfs was made before nouveau was kept out, or is missing; null: neither. */
type Stale = { readonly kernel: string; readonly file: string; readonly missing: boolean };
type Found = { readonly nouveau: Nouveau; readonly isKeptOut: boolean; readonly stale: Stale | null };

function staleIn(kernel: Fact<Kernel>, nouveau: Nouveau, initramfs: Initramfs): Stale | null {
  const next = valueOf(kernel)?.nextBoot;
  const found = next === undefined ? null : initramfsAge(next, nouveau, initramfs);
  return next === undefined || (found?.age !== 'older' && found?.age !== 'missing')
    ? null
    : { kernel: next, file: found.file, missing: found.age === 'missing' };
}

/** What keeps it away, and what does not yet. */
function reason({ nouveau: { blacklistedBy, loaded }, isKeptOut, stale }: Found): Message {
  if (blacklistedBy === null) return say(loaded ? 'step.nouveau.disable.loaded' : 'step.nouveau.disable.todo');
  if (!isKeptOut) return say('step.nouveau.disable.initramfs', { file: blacklistedBy });
  if (stale === null) return say('step.nouveau.disable.still-loaded');
  const { kernel, file, missing } = stale;
  return missing
    ? say('step.nouveau.disable.missing', { kernel })
    : say('step.nouveau.disable.stale', { kernel, file });
}

/** The files that are missing. */
const files = ({ nouveau: { blacklistedBy }, isKeptOut }: Found): readonly Action[] => [
  ...(blacklistedBy === null ? [writeFile(NOUVEAU_BLACKLIST, BLACKLIST)] : []),
  ...(isKeptOut ? [] : [writeFile(DRACUT_WITHOUT_NOUVEAU, LEFT_OUT)]),
];

/** `update-initramfs -u` makes anew what there is, and no other. */
function rebuilt({ rebuild, tool }: Initramfs, { stale }: Found): readonly Action[] {
  if (rebuild === null) return [];
  return stale?.missing && tool === 'initramfs-tools'
    ? [refresh(['update-initramfs', '-c', '-k', stale.kernel])]
    : [refresh(rebuild)];
}

const isDisabled = ({ nouveau, isKeptOut, stale }: Found): boolean =>
  nouveau.blacklistedBy !== null && isKeptOut && stale === null;

const isKeptOutOf = (initramfs: Initramfs, { blacklistedBy }: Nouveau): boolean =>
  nouveauInInitramfs(blacklistedBy ?? NOUVEAU_BLACKLIST, initramfs) === 'kept-out';

/**
 * NVIDIA's runfile tries the module that it built and gives up where nouveau holds the card; packages do not try, so that with
 * them one reboot, in driver.load, is enough.
 */
function comesAsRunfile(task: Task): boolean {
  const source = chosenIn(task)?.source;
  return source?.kind === 'media' && source.format === 'run';
}

export const nouveauDisable = defineStep({
  id: 'nouveau.disable',
  on: ['linux'],
  cures: ['driver.nouveau-bound'],
  needs: ['nouveau', 'initramfs'],
  wants: ['kernel'],
  undo: say('step.nouveau.disable.undo'),
  // Where nothing is to be installed, nouveau is in nobody's way.
  unwanted: (task) => (task.choice.driver.kind === 'nothing-fits' ? task.choice.driver.reason : noDriverWanted(task)),
  propose({ nouveau: seen, initramfs, kernel }, task) {
    // A card that nouveau holds where an image is built is not the image's.
    const nouveau = { ...seen, loaded: seen.loaded && !isForImage(task) };
    if (nouveau.inKernels.length === 0 && !nouveau.loaded) return notWanted(say('step.nouveau.disable.no-module'));
    const stale = isForImage(task) ? staleIn(kernel, nouveau, initramfs) : null;
    const found = { nouveau, isKeptOut: isKeptOutOf(initramfs, nouveau), stale };
    const first = nouveau.loaded && comesAsRunfile(task);
    if (isDisabled(found) && !first)
      return done(say('step.nouveau.disable.done', { file: nouveau.blacklistedBy ?? NOUVEAU_BLACKLIST }));
    return {
      kind: 'todo',
      because: reason(found),
      actions: [...files(found), ...rebuilt(initramfs, found), ...(first ? [reboot(REBOOT)] : [])],
    };
  },
});
