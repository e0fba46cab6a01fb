/** Starts a program with an administrator's rights: Windows asks its user (User Account Control). What it starts has no pipe of ours. */
import { runToEnd } from './run-to-end.ts';

/** Both come by the environment, so that no name has to be quoted for PowerShell. */
const SCRIPT =
  'try{Start-Process -FilePath $env:GPU_GUEST_PROGRAM -ArgumentList $env:GPU_GUEST_ARGUMENTS -Verb RunAs -WindowStyle Hidden -ErrorAction Stop}catch{exit 126}';

/** Nobody answers within two minutes: Windows itself takes that for a no. */
const LONGEST_QUESTION_MS = 10 * 60_000;

/** As a program of Windows takes its command line apart: a path has no quotes in it, and these end in no backslash. */
const quoted = (argument: string): string => `"${argument}"`;

/** Whether it was started: somebody agreed, and no policy forbade it. Throws `Unobservable` where PowerShell cannot be run. */
export async function startRaised(program: string, args: readonly string[]): Promise<boolean> {
  const env = { GPU_GUEST_PROGRAM: program, GPU_GUEST_ARGUMENTS: args.map(quoted).join(' ') };
  const { exitCode } = await runToEnd(['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', SCRIPT], { env, timeoutMs: LONGEST_QUESTION_MS });
  return exitCode === 0;
}

/** Somebody sits before its desktop, as before every window: services and logins by ssh have none, and nobody would see the question. */
export const hasWindowsDesktop = (): boolean => 'electron' in process.versions || (process.env['SESSIONNAME'] ?? '') !== '';
