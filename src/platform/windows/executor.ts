/** Changes this Windows machine, and does nothing that it is not told. */
import { createHash } from 'node:crypto';
import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '../../domain/fault.ts';
import type { ByteSource, Command, Executor } from '../../domain/machine.ts';
import { streamOf } from '../digest.ts';
import { keep, removeTree, restore } from './kept-files.ts';
import { orphanIn, runLasting } from './lasting-command.ts';
import { isOwnProgram, moveAside, removeEnded } from './own-program.ts';
import { patiently } from './patiently.ts';
import { windowsRegistry } from './registry.ts';
import { consoleEncoding, runToEnd } from './run-to-end.ts';
import { linkWhole, makeFolders, removeOne, writeWhole } from './whole-file.ts';

/** In some seconds, so that we end well; planned, for an installation (Microsoft Learn, "shutdown"). */
const REBOOT: Command = ['shutdown.exe', '/r', '/t', '5', '/d', 'p:4:2'];

async function copyWhole(source: ByteSource, path: string, mode: number, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  const bytes = (await streamOf(source)) as AsyncIterable<Buffer>;
  const watched = (async function* () {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  const accept = () => {
    if (hash.digest('hex') !== sha256)
      throw refuse('machine-changed', { key: 'run.failed.source-changed', values: { file: source.path } });
  };
  await writeWhole(path, watched, mode, { accept });
}

/** `stateFolder`: closed to all but administrators before the first call. */
export function windowsExecutor(stateFolder: string): Executor {
  const backups = join(stateFolder, 'backups');
  // With the backups, which nobody else may read: a value or an output may hold what is not everybody's.
  const atWork = join(backups, 'at-work');
  let encoding: Promise<string | undefined> | undefined;
  const run: Executor['run'] = async (command, deed) =>
    runLasting(command, deed, atWork, await (encoding ??= consoleEncoding()));
  return {
    run,
    async orphan() {
      await removeEnded(atWork);
      return orphanIn(atWork);
    },
    registry: windowsRegistry((command, timeoutMs) => patiently(() => runToEnd(command, { timeoutMs })), atWork),
    keep: (path) => keep(path, backups),
    restore: (path, kept) =>
      kept.kind === 'absent' && isOwnProgram(path) ? moveAside(path, atWork) : restore(path, kept, backups),
    async write(path, content, mode) {
      const folders = await makeFolders(dirname(path));
      await writeWhole(path, [typeof content === 'string' ? new TextEncoder().encode(content) : content], mode);
      return folders;
    },
    async copy(source, path, mode, sha256) {
      const folders = await makeFolders(dirname(path));
      await copyWhole(source, path, mode, sha256);
      return folders;
    },
    async link(path, target) {
      const folders = await makeFolders(dirname(path));
      await linkWhole(path, target);
      return folders;
    },
    async remove(path, what) {
      if (what === 'tree') return removeTree(path);
      return isOwnProgram(path) ? moveAside(path, atWork) : removeOne(path);
    },
    async removeEmptyFolder(path) {
      await patiently(() => rmdir(path)).catch((error: unknown) => {
        // Expected: it is gone, or somebody has put something into it.
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'ENOTDIR') throw error;
      });
    },
    async reboot() {
      const ending = await run(REBOOT, { timeoutMs: 60_000 });
      if (ending.kind !== 'exited' || ending.exitCode !== 0)
        throw refuse('failed', { key: 'run.reboot.refused', values: { command: REBOOT.join(' ') } });
    },
  };
}
