/** Whether a path is taken: nothing that is there is ever replaced by what is newly made. */
import { lstat } from 'node:fs/promises';

export const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch {
    // Expected: nothing there. Where that may not be asked, whoever makes something there is refused as well.
    return false;
  }
};

/** As the file system says it. */
export const alreadyThere = (path: string): Error => Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
