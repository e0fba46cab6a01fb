import { reboot, refresh, writeFile } from '../../domain/act.ts';
import { NOUVEAU_BLACKLIST } from '../../domain/places.ts';
import { say, type WordKey } from '../../words/say.ts';
import { chosenIn, noDriverWanted } from '../driver/chosen.ts';
import { defineStep, done, notWanted } from '../step.ts';

const BLACKLIST = `# Written by GPU Guest Assistant: nouveau and NVIDIA's driver cannot hold the same card.
blacklist nouveau
options nouveau modeset=0
`;

const REBOOT = 'step.nouveau.disable.reboot' satisfies WordKey;

export const nouveauDisable = defineStep({
  id: 'nouveau.disable',
  on: ['linux'],
  cures: [],
  needs: ['nouveau', 'initramfs'],
  undo: say('step.nouveau.disable.undo'),
  unwanted: noDriverWanted,
  propose({ nouveau, initramfs }, task) {
    if (nouveau.inKernels.length === 0 && !nouveau.loaded) return notWanted(say('step.nouveau.disable.no-module'));
    // NVIDIA's runfile tries the module that it built and gives up where nouveau holds the card; packages do not try,
    // so that with them one reboot, in driver.load, is enough.
    const source = chosenIn(task)?.source;
    const first = nouveau.loaded && source?.kind === 'media' && source.format === 'run';
    const rebuild = initramfs.rebuild ? [refresh(initramfs.rebuild)] : [];

    if (nouveau.blacklistedBy === null)
      return {
        kind: 'todo',
        because: say(nouveau.loaded ? 'step.nouveau.disable.loaded' : 'step.nouveau.disable.todo'),
        actions: [writeFile(NOUVEAU_BLACKLIST, BLACKLIST), ...rebuild, ...(first ? [reboot(REBOOT)] : [])],
      };
    if (first)
      return { kind: 'todo', because: say('step.nouveau.disable.still-loaded'), actions: [...rebuild, reboot(REBOOT)] };
    return done(say('step.nouveau.disable.done', { file: nouveau.blacklistedBy }));
  },
});
