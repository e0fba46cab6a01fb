import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../domain/fault.ts';
import { lookAtLicence } from '../../engine/look-at-licence.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { say } from '../../words/say.ts';
import { textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { licenceExit } from '../licence-exit.ts';
import type { Source } from '../source.ts';
import { isTerminal, readerIsGone } from '../standard-output.ts';
import { licenceLines, watchedLicenseText } from '../texts/license-text.ts';
import { freshLines } from '../fresh-lines.ts';
import { onScreen, type Shown } from '../on-screen.ts';
import { watch } from '../watch.ts';

const DEFAULT_SECONDS = 10;
const LONGEST_SECONDS = 3600;

function secondsOf(call: Call): number {
  const given = textOption(call, 'interval');
  if (given === undefined) return DEFAULT_SECONDS;
  const seconds = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (seconds < 1 || seconds > LONGEST_SECONDS)
    throw refuse('bad-request', say('cli.license.interval-wrong', { value: given }));
  return seconds;
}

/** Aborted at Ctrl-C, TERM or HUP; a second Ctrl-C is left to the system. */
function untilStopped(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      controller.abort();
    });
  }
  return controller.signal;
}

const canRedraw = (): boolean => isTerminal(1) && process.env['TERM'] !== 'dumb';

/** Until it is stopped; then exits as `license` would have at the last look, or 5 where there was none yet. */
export async function licenseWatch(call: Call, { kind, machine }: Source): Promise<ExitCode> {
  if (kind === 'recorded') throw refuse('bad-request', say('cli.license.watch-recorded'));
  const seconds = secondsOf(call);
  const signal = untilStopped();
  const shown: Shown = canRedraw() ? onScreen(call.terminal) : freshLines(call.terminal);
  try {
    const last = await watch({
      signal,
      look: async () => {
        const seen = await lookAtLicence(machine, true);
        return { seen, document: licenseDocument(seen, call.translate) };
      },
      show: ({ seen, document }) => {
        shown.show({
          page: watchedLicenseText(document, seen, seconds, call),
          lines: licenceLines(document, seen.facts, call),
          time: seen.now,
        });
      },
      pause: () => sleep(seconds * 1000, undefined, { signal }),
      isOver: readerIsGone,
    });
    return last === null ? EXIT.cancelled : licenceExit(last.document);
  } finally {
    shown.end();
  }
}
