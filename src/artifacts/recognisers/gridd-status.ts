import { timeIn } from '../stated-time.ts';
import { commandAnswer, defineRecogniser, placeOf, type Answer, type Line } from '../source.ts';

/** `systemctl status nvidia-gridd`, as `systemctl show` would say it. */
const HEAD = /^\s*[●×○*]?\s*nvidia-gridd\.service\b/;
const ABSENT =
  /Unit nvidia-gridd(\.service)? could not be found|Failed to (get unit file state for|restart|start) nvidia-gridd\.service.*(not found|No such file)/i;
const ACTIVE = /^\s*Active:\s+(\w+)\s+\(([^)]*)\)(?:\s+since\s+(.*?))?(?:;|$)/;

const asks = (args: readonly string[]): boolean =>
  args[0] === 'show' && args.some((arg) => arg.includes('nvidia-gridd'));

const shown = (fields: Readonly<Record<string, string>>): Answer =>
  commandAnswer(
    'systemctl',
    Object.entries(fields)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    asks,
  );

/** "Result: exit-code" stands where an active unit says "running". */
function answersFrom(lines: readonly Line[], active: RegExpExecArray): readonly Answer[] {
  const [, state = '', detail = '', since = ''] = active;
  const at = timeIn(since);
  const show = shown({
    LoadState: lines.some(({ text }) => /^\s*Loaded:\s+masked/.test(text)) ? 'masked' : 'loaded',
    ActiveState: state,
    SubState: detail.startsWith('Result:') ? state : detail,
    ActiveEnterTimestamp: since,
  });
  return at === null ? [show] : [show, { kind: 'time', at }];
}

export const griddStatus = defineRecogniser({
  what: 'systemctl status nvidia-gridd',
  recognise: (page) => {
    const what = 'systemctl status nvidia-gridd';
    const absent = page.lines.find(({ text }) => ABSENT.test(text));
    if (absent)
      return [
        { what, place: placeOf(page, absent), answers: [shown({ LoadState: 'not-found', ActiveState: 'inactive' })] },
      ];
    const head = page.lines.find(({ text }) => HEAD.test(text));
    // Some tickets have only the lines below the head, with the service named in them.
    if (!head && !page.text.includes('/usr/bin/nvidia-gridd')) return [];
    const line = page.lines.find(({ text, number }) => number >= (head?.number ?? 0) && ACTIVE.test(text));
    const active = line && ACTIVE.exec(line.text);
    return active ? [{ what, place: placeOf(page, line), answers: answersFrom(page.lines, active) }] : [];
  },
});
