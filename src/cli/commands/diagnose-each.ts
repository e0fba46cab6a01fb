/** `diagnose DIR --each`: one item after the other, so that memory stays flat. */
import { FaultError, refuse } from '../../domain/fault.ts';
import { diagnose as judge } from '../../engine/diagnose.ts';
import { judgingOf } from '../../engine/survey.ts';
import { itemsIn, type FoundItem } from '../../platform/items-in.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { diagnosesDocument, judgedItem, unreadableItem, type EachItem } from '../../report/diagnoses-document.ts';
import { diagnosisDocument } from '../../report/diagnosis-document.ts';
import { say } from '../../words/say.ts';
import { textOption, type Call } from '../call.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import { widthOf } from '../layout.ts';
import { look } from '../look.ts';
import { plainTerminal } from '../plain-terminal.ts';
import { openText } from '../source.ts';
import { causesText, itemText } from '../texts/diagnoses-text.ts';
import { writeOutput } from '../write-output.ts';

async function judged({ name, path }: FoundItem, call: Call): Promise<EachItem> {
  try {
    const seen = await look(call, await openText(path), { skipMedia: true });
    const { verdict, findings } = judge(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
    const document = diagnosisDocument(verdict, findings, detectionDocument(seen, call.translate), call.translate);
    return judgedItem(name, verdict, document.findings, document.unread.length);
  } catch (error) {
    // Expected: an item in which nothing is recognised, or that may not be read. It does not stand in the way of the others.
    if (!(error instanceof FaultError)) throw error;
    return unreadableItem(name, call.translate(error.fault.message));
  }
}

function formatOf(call: Call): 'text' | 'json' {
  const format = call.json ? 'json' : (textOption(call, 'format') ?? 'text');
  if (format === 'text' || format === 'json') return format;
  throw refuse('bad-request', say('cli.each.format', { format }));
}

/** The worst of all: 1 where one is broken, else 2 where one could not be read. */
function exitOf(items: readonly EachItem[]): ExitCode {
  if (items.some(({ verdict }) => verdict === 'broken')) return EXIT.notAsItShouldBe;
  return items.some(({ verdict }) => verdict === null) ? exitCodeOf('unreadable') : EXIT.done;
}

/** Expected: the folder itself may not be read. */
const closed =
  (path: string) =>
  (error: Error): never => {
    throw refuse('unreadable', say('cli.source-unreadable', { path, error: error.message }));
  };

export async function diagnoseEach(call: Call): Promise<ExitCode> {
  const folder = call.arguments[0];
  const format = formatOf(call);
  const found = folder === undefined ? undefined : await itemsIn(folder).catch(closed(folder));
  if (folder === undefined || found === undefined) throw refuse('bad-request', say('cli.each.no-folder'));
  if (found.length === 0) throw refuse('unreadable', say('cli.each.empty', { path: folder }));
  const file = textOption(call, 'output');
  const shown = file === undefined ? call : { ...call, terminal: plainTerminal(call.terminal) };
  const names = Math.min(widthOf(found.map(({ name }) => name)), 48);
  const lines: string[] = [];
  const tell = (text: string): void => {
    if (file === undefined && format === 'text') call.terminal.out(text);
    else if (format === 'text') lines.push(text);
  };
  const items: EachItem[] = [];
  for (const each of found) {
    const item = await judged(each, call);
    items.push(item);
    tell(itemText(item, names, shown));
  }
  const document = diagnosesDocument(folder, items);
  tell(causesText(document, shown));
  const text = format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : lines.join('');
  if (file !== undefined) await writeOutput(file, text);
  else if (format === 'json') call.terminal.out(text);
  return exitOf(items);
}
