import { reboot, refresh, writeFile } from '../../domain/act.ts';
import type { Message } from '../../domain/message.ts';
import { NOUVEAU_BLACKLIST } from '../../domain/places.ts';
import { say, type WordKey } from '../../words/say.ts';
import { chosenIn, noDriverWanted } from '../driver/chosen.ts';
import { isForImage } from '../image.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';

const BLACKLIST = `# Written by GPU Guest Assistant: nouveau and NVIDIA's driver cannot hold the same card.
blacklist nouveau
options nouveau modeset=0
`;

const REBOOT = 'step.nouveau.disable.reboot' satisfies WordKey;

function reason(isDisabled: boolean, isLoaded: boolean): Message {
  if (isDisabled) return say('step.nouveau.disable.still-loaded');
  return say(isLoaded ? 'step.nouveau.disable.loaded' : 'step.nouveau.disable.todo');
}

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
  undo: say('step.nouveau.disable.undo'),
  // Where nothing is to be installed, nouveau is in nobody's way.
  unwanted: (task) => (task.choice.driver.kind === 'nothing-fits' ? task.choice.driver.reason : noDriverWanted(task)),
  propose({ nouveau, initramfs }, task) {
    // A card that nouveau holds where an image is built is not the image's.
    const loaded = nouveau.loaded && !isForImage(task);
    if (nouveau.inKernels.length === 0 && !loaded) return notWanted(say('step.nouveau.disable.no-module'));
    const isDisabled = nouveau.blacklistedBy !== null;
    const first = loaded && comesAsRunfile(task);
    if (isDisabled && !first) return done(say('step.nouveau.disable.done', { file: nouveau.blacklistedBy }));
    return {
      kind: 'todo',
      because: reason(isDisabled, loaded),
      actions: [
        ...(isDisabled ? [] : [writeFile(NOUVEAU_BLACKLIST, BLACKLIST)]),
        ...(initramfs.rebuild ? [refresh(initramfs.rebuild)] : []),
        ...(first ? [reboot(REBOOT)] : []),
      ],
    };
  },
});
