/** Changes this machine (or a guest whose file system is mounted at `root`), and does nothing that it is not told. */
import { createHash, type Hash } from 'node:crypto';
import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../../domain/fault.ts';
import type { ByteSource, Command, Deed, Ending, Executor } from '../../domain/machine.ts';
import { streamOf } from '../digest.ts';
import { runProcess } from '../process.ts';
import { keep, restore } from './kept-files.ts';
import { isMissing } from './missing.ts';
import { pathInRoot } from './root.ts';
import { linkWhole, makeFolders, removeOne, writeWhole } from './whole-file.ts';

const REBOOT: Command = ['systemctl', 'reboot'];
const REBOOT_TIMEOUT_MS = 60_000;
/** Of a command's output: the lines go to the reader as they come, so little is kept. */
const KEPT_BYTES = 64 * 1024;

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

export function linuxExecutor({ root = '/', backups }: { readonly root?: string; readonly backups: string }): Executor {
  const at = (path: string) => pathInRoot(root, path, false);
  /** A folder as the guest names it. */
  const inGuest = (folder: string) => (root === '/' ? folder : folder.slice(root.replace(/\/$/, '').length));
  const foldersTo = async (path: string) => (await makeFolders(dirname(path))).map(inGuest);

  const run = async (command: Command, { timeoutMs, env, onLine, signal }: Deed): Promise<Ending> => {
    const { ending } = await runProcess(root === '/' ? command : ['chroot', root, ...command], {
      timeoutMs,
      // Installers look for their home; under systemd there is none.
      env: { HOME: '/root', ...env },
      maxBytes: KEPT_BYTES,
      ...(onLine && { onLine }),
      ...(signal && { signal }),
    });
    return root !== '/' && ending.kind === 'exited' && ending.exitCode === 127 ? { kind: 'not-found' } : ending;
  };

  return {
    run,
    keep: async (path) => keep(await at(path), backups),
    restore: async (path, kept) => restore(await at(path), kept, backups),
    async write(path, content, mode) {
      const target = await at(path);
      const folders = await foldersTo(target);
      await writeWhole(target, [typeof content === 'string' ? new TextEncoder().encode(content) : content], mode);
      return folders;
    },
    async copy(source, path, mode, sha256) {
      const target = await at(path);
      const folders = await foldersTo(target);
      await copyWhole({ ...source, path: await pathInRoot(root, source.path, true) }, target, mode, sha256);
      return folders;
    },
    async link(path, target) {
      const place = await at(path);
      const folders = await foldersTo(place);
      await linkWhole(place, target);
      return folders;
    },
    async remove(path, what) {
      const target = await at(path);
      if (what === 'one') await removeOne(target);
      else await rm(target, { recursive: true, force: true });
    },
    async removeEmptyFolder(path) {
      await rmdir(await at(path)).catch((error: unknown) => {
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
