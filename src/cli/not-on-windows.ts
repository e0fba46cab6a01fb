import { refuse } from '../domain/fault.ts';
import { platformHere } from '../platform/index.ts';
import { say } from '../words/say.ts';
import type { Parsed } from './parse.ts';

/** What looks at a Windows machine as one, or at no machine. */
const WORKS = ['status', 'detect', 'diagnose', 'capture', 'license', 'media', 'token', 'catalog', 'simulations', 'plan', 'apply', 'resume', 'undo', 'verify', 'runs', 'serve', 'profile'];
/** With a SOURCE these are about another guest than this machine. */
const OF_A_SOURCE = ['seal'];

function works({ options, arguments: given }: Parsed, name: string): boolean {
  if (options.root !== undefined) return false;
  // Its programs are built and run by Linux's tools so far.
  if (name === 'verify' && options.work === true) return false;
  return WORKS.includes(name) || (OF_A_SOURCE.includes(name) && given.length > 0);
}

/** Throws the refusal of what is built for Linux alone so far: its silence would pass for "nothing to do". */
export function refuseOnWindows(parsed: Parsed): void {
  const name = parsed.command?.name;
  if (platformHere() !== 'windows' || name === undefined || works(parsed, name)) return;
  const command = parsed.options.root === undefined ? name : `${name} --root`;
  throw refuse('bad-request', say('cli.not-on-windows', { command }));
}
