import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/gpu-guest.js');

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the built program as a user would: no terminal, English unless told otherwise. */
export function gpuGuest(
  args: readonly string[],
  {
    input = '',
    env = {},
    cwd,
    user,
  }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string; readonly user?: number } = {},
): Ran {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: run "npm run build" first`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    cwd,
    ...(user !== undefined && { uid: user, gid: user }),
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', LANG: 'C.UTF-8', ...env },
    timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}

export const jsonOf = (
  args: readonly string[],
  options?: Parameters<typeof gpuGuest>[1],
): ReturnType<typeof JSON.parse> => JSON.parse(gpuGuest([...args, '--json'], options).stdout);
