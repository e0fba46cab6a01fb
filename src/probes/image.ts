import type { Observer } from '../domain/machine.ts';
import { SEAL_MARK } from '../domain/places.ts';
import { isMounted } from './setting.ts';
import { defineProbe } from './probe.ts';

/**
 * Is this what clones are made of? `mounted`: a file system that is looked at and not running (`--root`). `sealed`: `seal` has left
 * its mark and nobody has taken the image into use since. `guest`: an ordinary guest, of which nothing is cloned.
 */
export type Image = 'guest' | 'mounted' | 'sealed';

const RUNNING_KERNEL = '/proc/sys/kernel/osrelease';

async function observe(machine: Observer): Promise<Image> {
  // The first start of a clone removes the mark.
  if ((await machine.status(SEAL_MARK)) !== undefined) return 'sealed';
  return isMounted(machine) || (await machine.status(RUNNING_KERNEL)) === undefined ? 'mounted' : 'guest';
}

export const image = defineProbe({
  key: 'image',
  question: 'Is this a golden image, or a guest in use?',
  observe: { linux: observe },
});
