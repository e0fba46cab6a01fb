/** What a file is, by its content: each kind is asked in turn; the last always answers. */
import type { Observer } from '../domain/machine.ts';
import { anythingElse } from './kinds/anything-else.ts';
import { recogniseDebianPackage } from './kinds/debian-package.ts';
import { recogniseLibraryArchive } from './kinds/library-archive.ts';
import { recogniseRpmPackage } from './kinds/rpm-package.ts';
import { recogniseRunfile } from './kinds/runfile.ts';
import { recogniseToken } from './kinds/token-file.ts';
import { recogniseInf } from './kinds/windows-inf-file.ts';
import { recogniseWindowsProgram } from './kinds/windows-program.ts';
import type { Remembered } from './media-hashes.ts';
import type { OpenedFile } from './opened-file.ts';
import type { Recogniser, Recognition } from './recognition.ts';

/** Reads the beginning and a few parts of the file, never all of it. Throws `Unobservable` where it cannot be read. */
export async function recognise(machine: Observer, file: OpenedFile, remembered: Remembered): Promise<Recognition> {
  const kinds: readonly Recogniser[] = [
    recogniseRunfile,
    recogniseDebianPackage(machine, remembered),
    recogniseRpmPackage,
    recogniseWindowsProgram(machine),
    recogniseInf(machine),
    recogniseLibraryArchive(machine, remembered),
    recogniseToken(machine.now()),
  ];
  for (const kind of kinds) {
    const recognition = await kind(file);
    if (recognition) return recognition;
  }
  return await anythingElse(file);
}
