import { DISPLAY_CONTAINER_LOG } from '../../probes/gridd-log.ts';
import { timeIn } from '../stated-time.ts';
import { commandAnswer, defineRecogniser, logOf, placeOf, type Answer, type Line } from '../source.ts';

/** What the licensing service says, also where the log's own head of the line was not copied (sources: NVIDIA's docs, field logs). */
const SENTENCES =
  /vGPU Software package \(\d\)|Ignore service provider|NLS initialized|Acquiring license\.|License (acquired|renewed|returned) successfully|Failed to (acquire|renew|return) license|Unable to fetch the client configuration token|Failed to decode signature from token|Failed to read configurations from client configuration token|Failed to setup cloud License Manager|Configuration parameter \(.*\) not set|Invalid feature type requested|Licensing not supported for GPUs|Failed to update local trusted store|Failed to register client|Mismatch between client and server with respect to licenses|Valid GRID license not found|Platform detection successful/i;
const SENT = /\bnvidia-gridd(\[\d+\])?:\s|\bsystemd\[1\]:.*(NVIDIA Grid Daemon|nvidia-gridd\.service)/i;

/** `Mon Apr 22 22:12:38 2024:<1>:`, the head that the display container of Windows gives its lines. */
const CONTAINER = /^\s*[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d{1,2} [\d:]{8} \d{4}\s*:\s*<\d+>/;

const isGridd = ({ text }: Line): boolean => SENT.test(text) || SENTENCES.test(text);

/** The service is asked for by unit: the kernel's journal is another question. */
const asksForGridd = (args: readonly string[]): boolean =>
  args.some((arg) => arg.includes('nvidia-gridd')) && !args.includes('-k');

/** The stamp of a journal line, where it has a year; times inside the sentence (an expiry) are not the source's. */
const stampOf = ({ text, at: before }: Line): readonly Answer[] => {
  const at = before ?? (/^\s*\d{4}-/.test(text) || CONTAINER.test(text) ? timeIn(text.slice(0, 40)) : null);
  return at === null ? [] : [{ kind: 'time', at }];
};

export const griddLog = defineRecogniser({
  what: 'nvidia-gridd log',
  on: 'either',
  recognise: (page) => {
    const lines = page.lines.filter(isGridd);
    if (lines.length === 0) return [];
    const onWindows = lines.some(({ text }) => CONTAINER.test(text));
    const what = onWindows ? 'Log.NVDisplay.Container.exe.log' : 'nvidia-gridd log';
    const answers = [
      commandAnswer('journalctl', logOf(lines), asksForGridd),
      { kind: 'log' as const, path: DISPLAY_CONTAINER_LOG, text: logOf(lines) },
      ...lines.flatMap(stampOf),
    ];
    return [{ what, place: placeOf(page, lines[0]), answers, ...(onWindows ? { on: 'windows' as const } : {}) }];
  },
});
