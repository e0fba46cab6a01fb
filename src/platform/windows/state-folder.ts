/** The folder of runs and of what stood before: everybody may read the runs, administrators and the system alone may write there. */
import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../domain/fault.ts';
import type { Command } from '../../domain/machine.ts';
import type { Ran } from './run-to-end.ts';

/** Of groups that every Windows has, in no language (Microsoft Learn, "Well-known SIDs"). */
const ADMINISTRATORS = '*S-1-5-32-544';
const SYSTEM = '*S-1-5-18';
const USERS = '*S-1-5-32-545';
const ALL = '(OI)(CI)F';
const READ = '(OI)(CI)RX';

const BACKUPS = 'backups';
const LONG_MS = 60_000;

type Run = (command: Command, timeoutMs: number) => Promise<Ran>;

async function must(run: Run, command: Command, folder: string): Promise<void> {
  const { exitCode } = await run(command, LONG_MS);
  if (exitCode !== 0) throw refuse('failed', { key: 'run.failed.not-ours', values: { folder, command: command.join(' ') } });
}

const closed = (folder: string): Command => [
  'icacls.exe',
  folder,
  '/inheritance:r',
  '/grant:r',
  `${ADMINISTRATORS}:${ALL}`,
  `${SYSTEM}:${ALL}`,
  '/q',
];

/** What lies in it gets its rights from the folder again; at that moment nobody but administrators and the system has any. */
async function inherited(run: Run, folder: string): Promise<void> {
  await must(run, ['icacls.exe', folder, '/setowner', ADMINISTRATORS, '/t', '/c', '/l', '/q'], folder);
  await must(run, ['icacls.exe', folder, '/reset', '/l', '/q'], folder);
  await must(run, closed(folder), folder);
  await must(run, ['icacls.exe', join(folder, '*'), '/reset', '/t', '/l', '/q'], folder);
}

/**
 * Before anything is written there. Anybody may make a folder in ProgramData: what stood there before we did becomes the administrators' own,
 * with all that is in it. A link in its place is refused: it might lead anywhere.
 */
export async function secureStateFolder(folder: string, run: Run): Promise<void> {
  const backups = join(folder, BACKUPS);
  for (const one of [folder, backups]) {
    await mkdir(one, { recursive: true });
    if ((await lstat(one)).isSymbolicLink())
      throw refuse('failed', { key: 'run.failed.not-ours', values: { folder: one, command: `dir /a:l ${folder}` } });
  }
  await inherited(run, folder);
  await must(run, closed(backups), backups);
  await must(run, ['icacls.exe', folder, '/grant:r', `${USERS}:${READ}`, '/q'], folder);
}
