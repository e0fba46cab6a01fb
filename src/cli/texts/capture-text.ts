import type { RunDocument } from '../../contract/documents/run.ts';
import type { CaptureManifest } from '../../domain/capture.ts';
import type { Packed } from '../../engine/capture/pack.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { label, sheet, simulatedBanner, type Row } from './sheet.ts';

const NAMED_MOST = 6;

function listOf(all: readonly string[], { translate }: Call): string {
  const list = all.slice(0, NAMED_MOST).join(', ');
  const count = all.length - NAMED_MOST;
  return count > 0 ? translate(say('capture.list-more', { list, count })) : list;
}

const counted = (what: string, count: number, { translate }: Call): string =>
  translate(say('capture.count', { what: { key: what }, count }));

function replaced({ redacted }: CaptureManifest, call: Call): string {
  if (redacted.length === 0) return call.translate(say('capture.replaced-nothing'));
  return redacted.map(({ kind, placeholders }) => counted(`capture.kind.${kind}`, placeholders, call)).join(', ');
}

function withheldRows({ withheld }: CaptureManifest, call: Call): readonly Row[] {
  const kinds = [...new Set(withheld.map(({ why }) => why))];
  const text = kinds.map((kind) =>
    counted(`capture.withheld.${kind}`, withheld.filter(({ why }) => why === kind).length, call),
  );
  return kinds.length === 0 ? [] : [[label(call, 'capture.row.withheld'), text.join(', ')]];
}

const REASONS = ['permission-denied', 'timed-out', 'other', 'tool-missing'] as const;
type Reason = (typeof REASONS)[number];

const reasonOf = (why: string): Reason => REASONS.find((reason) => reason === why) ?? 'other';

const reasonText = (reason: Reason, platform: CaptureManifest['platform']) =>
  reason === 'permission-denied' && platform === 'windows' ? 'capture.unread.permission-denied.windows' : (`capture.unread.${reason}` as const);

function unreadRows({ unread, platform }: CaptureManifest, call: Call): readonly Row[] {
  return REASONS.flatMap((reason): readonly Row[] => {
    const found = unread.filter(({ why }) => reasonOf(why) === reason).map(({ what }) => what);
    // Of a program that is missing, its name says all.
    const names = [...new Set(reason === 'tool-missing' ? found.map((what) => what.split(' ')[0] ?? '') : found)];
    return names.length === 0
      ? []
      : [
          [
            label(call, 'capture.row.unread'),
            call.translate(say(reasonText(reason, platform), { list: listOf(names, call) })),
          ],
        ];
  });
}

const truncatedRows = ({ truncated }: CaptureManifest, call: Call): readonly Row[] =>
  truncated.length === 0
    ? []
    : [
        [
          label(call, 'capture.row.truncated'),
          listOf(
            truncated.map(({ what }) => what),
            call,
          ),
        ],
      ];

/** What was taken, what was not, and where it lies. */
export function captureText({ manifest, taken }: Packed, { message, files }: RunDocument, call: Call): string {
  const { translate, terminal } = call;
  const rows: readonly Row[] = [
    [label(call, 'capture.row.taken'), translate(say('capture.taken', taken))],
    [label(call, 'capture.row.replaced'), replaced(manifest, call)],
    ...withheldRows(manifest, call),
    ...unreadRows(manifest, call),
    ...truncatedRows(manifest, call),
  ];
  const wantsRoot = manifest.root !== true && manifest.unread.some(({ why }) => why === 'permission-denied');
  return [
    simulatedBanner(manifest.of === 'simulated', call),
    `${terminal.paint('bold', message)}\n\n`,
    sheet(rows, call),
    ...(wantsRoot ? [`\n${indented(translate(say(manifest.platform === 'windows' ? 'capture.as-root.windows' : 'capture.as-root')), 0, terminal.columns)}\n`] : []),
    `\n${indented(translate(say('capture.next', { path: files[0] ?? '' })), 0, terminal.columns)}\n`,
  ].join('');
}
