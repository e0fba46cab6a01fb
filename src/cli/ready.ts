/** `apply --profile` on a guest that a run has verified by it: nothing is examined twice. */
import { alreadyRight, type Already } from '../engine/ready/already.ts';
import type { RunResult } from '../engine/bench.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import { indented } from './layout.ts';
import { profileOf } from './profile-option.ts';
import { programVersion } from './program-version.ts';
import type { Source } from './source.ts';

/** Named steps, a plan agreed to, or `--force`: somebody wants that looked at. */
const wantsALook = ({ options }: Call): boolean =>
  options.profile === undefined ||
  options.force === true ||
  options.steps !== undefined ||
  options.expect !== undefined;

function saidOf(already: Extract<Already, { kind: 'differs' | 'not-known' }>): readonly Message[] {
  const { at } = already;
  if (already.kind === 'not-known') return [say('ready.not-known', { at })];
  return [say('ready.differs', { at }), ...already.differs, say('ready.differs.then')];
}

function tell(already: Extract<Already, { kind: 'differs' | 'not-known' }>, call: Call): void {
  const { terminal, translate } = call;
  const lines = saidOf(already).map((message) => translate(message));
  if (call.options.events === true) {
    const line = { t: new Date().toISOString(), run: null, step: null, event: 'progress', message: lines.join('\n') };
    terminal.out(`${JSON.stringify(line)}\n`);
    return;
  }
  const margin = (index: number): number => (index > 0 && index < lines.length - 1 ? 4 : 0);
  terminal.note(`${lines.map((line, index) => indented(line, margin(index), terminal.columns)).join('\n')}\n\n`);
}

/** How `apply` ends without a look; null: it has to look, and what differs from the last time has been said. */
export async function readyResult(call: Call, { machine }: Source): Promise<RunResult | null> {
  if (wantsALook(call)) return null;
  const already = await alreadyRight(machine, await profileOf(call), programVersion);
  switch (already.kind) {
    case 'no-mark':
      return null;
    case 'differs':
    case 'not-known':
      tell(already, call);
      return null;
    case 'right':
      return { run: null, outcome: 'nothing-to-do', steps: [], message: already.message, saved: [] };
  }
}
