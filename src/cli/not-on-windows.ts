import { refuse } from '../domain/fault.ts';
import { platformHere } from '../platform/index.ts';
import { say } from '../words/say.ts';
import type { Parsed } from './parse.ts';

/** What changes a guest, or judges whether it is as it would be after that, is built for Linux alone so far: silence would pass for "nothing to do". */
const LINUX_ONLY = ['plan', 'apply', 'resume', 'undo', 'verify', 'capture', 'seal', 'first-start', 'first-boot', 'serve', 'profile'];
/** Of these a SOURCE is looked at, which is no Windows machine's own matter; `profile check` and `schema` look at no machine. */
const opensNothing = (parsed: Parsed): boolean =>
  parsed.command?.name === 'profile'
    ? parsed.arguments[0] !== 'init' || parsed.arguments.length > 1
    : parsed.arguments.length > 0;

/** Throws the refusal where this command, so called, would work on this Windows machine. */
export function refuseOnWindows(parsed: Parsed): void {
  const name = parsed.command?.name;
  if (platformHere() !== 'windows' || name === undefined || !LINUX_ONLY.includes(name)) return;
  const isAboutRuns = name === 'undo';
  if (!isAboutRuns && opensNothing(parsed)) return;
  throw refuse('bad-request', say('cli.not-on-windows', { command: name }));
}
