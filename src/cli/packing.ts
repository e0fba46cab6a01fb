/** The ports with which a bundle is made: this machine, its tools, a folder. */
import { refuse } from '../domain/fault.ts';
import type { Command, Ending } from '../domain/machine.ts';
import type { Packing } from '../engine/bundle/packing.ts';
import { thisMachine } from '../platform/index.ts';
import { linuxExecutor } from '../platform/linux/executor.ts';
import { roomFor } from '../platform/new-folder.ts';
import { runProcess } from '../platform/process.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';

/** A slow line, and a gigabyte of packages. */
const LONGEST_MS = 6 * 3_600_000;
/** `apt-cache show` of some hundred packages. */
const MOST_BYTES = 64 * 1024 * 1024;

function exitOf(ending: Ending, [program]: Command): number {
  switch (ending.kind) {
    case 'exited':
      return ending.exitCode;
    case 'not-found':
    case 'denied':
      throw refuse('unreadable', say('bundle.no-tool', { tool: program }));
    case 'timed-out':
    case 'killed':
      throw refuse('failed', say('bundle.tool-ended', { tool: program }));
  }
}

/** Shows what is being fetched on one line that is written over. */
function teller({ terminal, translate }: Call): Packing['tell'] {
  let isOpen = false;
  return (message) => {
    const isFleeting = message.key === 'bundle.fetching';
    if (isFleeting && !terminal.interactive) return;
    const clear = isOpen ? '\r\u001b[K' : '';
    isOpen = isFleeting;
    terminal.note(`${clear}${translate(message)}${isFleeting ? '' : '\n'}`);
  };
}

export function packingFor(call: Call, place: string, signal: AbortSignal): Packing {
  const goOn = () => {
    if (signal.aborted) throw refuse('cancelled', say('bundle.cancelled'));
  };
  return {
    machine: thisMachine(),
    files: linuxExecutor({ backups: `${place}/backups` }),
    tell: teller(call),
    room: () => roomFor(place),
    goOn,
    tool: async (command, options) => {
      goOn();
      const { ending, stdout, stderr } = await runProcess(command, {
        ...options,
        timeoutMs: LONGEST_MS,
        maxBytes: MOST_BYTES,
        signal,
      });
      goOn();
      return { stdout, stderr, exitCode: exitOf(ending, command) };
    },
  };
}
