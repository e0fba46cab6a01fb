/** A file that one process holds and no other may open: Windows lets go of it when that process ends, however it ends. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** UV_FS_O_EXLOCK: opened without sharing (libuv, "File system constants"). */
const ALONE = 0x1000_0000;

/** Whether somebody holds it so. Asked by whoever may only read it; false where that cannot be known. */
export async function isHeld(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return false;
  } catch (error) {
    // Expected: it is held, or not there.
    return (error as NodeJS.ErrnoException).code === 'EBUSY';
  }
}

/** Undefined: somebody else has it open. The file is made where it is not there. */
export async function holdAlone(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, constants.O_RDWR | constants.O_CREAT | ALONE);
  } catch (error) {
    // Expected: it is held.
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return undefined;
    throw error;
  }
}
