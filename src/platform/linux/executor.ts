/** Changes this machine (or a guest whose file system is mounted at `root`), and does nothing that it is not told. */
import { createHash, type Hash } from 'node:crypto';
import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../../domain/fault.ts';
import type { ByteSource, Command, Deed, Ending, Executor } from '../../domain/machine.ts';
import { streamOf } from '../digest.ts';
import { keep, restore } from './kept-files.ts';
import { forget, isNoted, orphanIn, runLasting } from './lasting-command.ts';
import { isMissing } from './missing.ts';
import { enclosedCommand } from './enclosed-command.ts';
import { pathInGuest, type MountedGuest } from './mounted-guest.ts';
import { pathInRoot } from './root.ts';
import { syncDisks } from './sync-disks.ts';
import { linkWhole, makeFolders, removeOne, writeWhole } from './whole-file.ts';

const REBOOT: Command = ['systemctl', 'reboot'];
const REBOOT_TIMEOUT_MS = 60_000;

/** Not by a `data` listener: that would set the stream flowing before anybody writes what flows. */
async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncIterable<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

async function copyWhole(source: ByteSource, path: string, mode: number, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  const accept = () => {
    if (hash.digest('hex') !== sha256)
      throw refuse('machine-changed', { key: 'run.failed.source-changed', values: { file: source.path } });
  };
  await writeWhole(path, hashed((await streamOf(source)) as AsyncIterable<Buffer>, hash), mode, { accept });
}

export type ExecutorPlaces = {
  /** Where a guest's file system is mounted, in place of this machine. */
  readonly guest?: MountedGuest;
  /** The root-only store of what stood before. */
  readonly backups: string;
  /** A folder that does not outlive a boot. */
  readonly runtime?: string;
  /** Installers do not sync what they write: without this a power cut leaves empty files behind an action that the journal calls done. */
  readonly sync?: (root: string) => Promise<void>;
};

export function linuxExecutor(places: ExecutorPlaces): Executor {
  const { guest, backups, runtime = '/run/gpu-guest', sync = syncDisks } = places;
  const root = guest?.folder ?? '/';
  const at = (path: string) => pathInRoot(root, path, false);
  /** A folder as the guest names it. */
  const inGuest = (folder: string) => (root === '/' ? folder : folder.slice(root.replace(/\/$/, '').length));
  const foldersTo = async (path: string) => (await makeFolders(dirname(path))).map(inGuest);

  // Installers look for their home; under systemd there is none.
  const run = (command: Command, deed: Deed): Promise<Ending> =>
    runLasting(guest ? enclosedCommand(guest, command) : command, { ...deed, env: { HOME: '/root', ...deed.env } }, runtime, () => sync(root));

  /** What has ended without us is on the disk before anybody builds on it. */
  const orphan = async (): Promise<string | undefined> => {
    const atWork = await orphanIn(runtime);
    if (atWork === undefined && (await isNoted(runtime))) {
      await sync(root);
      await forget(runtime);
    }
    return atWork;
  };

  return {
    run,
    orphan,
    keep: async (path) => keep(at(path), backups),
    restore: async (path, kept) => restore(at(path), kept, backups),
    async write(path, content, mode) {
      const target = at(path);
      const folders = await foldersTo(target);
      await writeWhole(target, [typeof content === 'string' ? new TextEncoder().encode(content) : content], mode);
      return folders;
    },
    async copy(source, path, mode, sha256) {
      const target = at(path);
      const folders = await foldersTo(target);
      const from = guest ? pathInGuest(guest, source.path, true) : source.path;
      await copyWhole({ ...source, path: from }, target, mode, sha256);
      return folders;
    },
    async link(path, target) {
      const place = at(path);
      const folders = await foldersTo(place);
      await linkWhole(place, target);
      return folders;
    },
    async remove(path, what) {
      const target = at(path);
      if (what === 'one') await removeOne(target);
      else await rm(target, { recursive: true, force: true });
    },
    async removeEmptyFolder(path) {
      await rmdir(at(path)).catch((error: unknown) => {
        // Expected: it is gone, or somebody has put something into it.
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (!isMissing(error) && code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
      });
    },
    async reboot() {
      const ending = root === '/' ? await run(REBOOT, { timeoutMs: REBOOT_TIMEOUT_MS }) : undefined;
      if (ending?.kind !== 'exited' || ending.exitCode !== 0)
        throw refuse('failed', { key: 'run.reboot.refused', values: { command: REBOOT.join(' ') } });
    },
  };
}
