import type { Line, Page } from './source.ts';

/** `Scanning kernel log files for NVIDIA kernel messages:` holds this boot (`journalctl -b -0:`) before the two before it. */
const BOOT = /^\s*journalctl -b -?(\d+):?\s*$/;

const messageOf = (text: string): string =>
  text
    .replace(/^.*?\bkernel: (?:\[[^\]]*\] )?/, '')
    .replace(/^(?:<\d+>)?\[[^\]]*\]\s*/, '')
    .trim();

const withLines = (page: Page, lines: readonly Line[]): Page => ({
  ...page,
  lines,
  text: lines.map(({ text }) => text).join('\n'),
  blocks: [{ command: null, lines }],
});

/** Earlier boots say nothing of how the guest is now, as on a live guest; they count where this one has said nothing. */
function thisBoot(lines: readonly Line[]): readonly Line[] {
  const boots = new Map<number, Line[]>();
  let boot = 0;
  for (const line of lines) {
    const head = BOOT.exec(line.text)?.[1];
    if (head !== undefined) boot = Number(head);
    else boots.set(boot, [...(boots.get(boot) ?? []), line]);
  }
  const said = [...boots.entries()].sort(([a], [b]) => a - b).map(([, each]) => each);
  return said.find((each) => each.some(({ text }) => text.trim() !== '')) ?? [];
}

/** The kernel's messages of this boot, each once: dmesg and the journal both have them, and either may have lost its beginning. */
export function currentBoot(pages: readonly Page[]): readonly Page[] {
  const commandOf = ({ section }: Page): string => (section?.kind === 'command' ? section.command : '');
  const ring = new Set(
    pages
      .filter((page) => commandOf(page) === 'dmesg')
      .flatMap(({ lines }) => lines.map(({ text }) => messageOf(text))),
  );
  return pages.map((page) => {
    if (!commandOf(page).startsWith('Scanning kernel log files')) return page;
    return withLines(
      page,
      thisBoot(page.lines).filter(({ text }) => !/\bkernel: /.test(text) || !ring.has(messageOf(text))),
    );
  });
}
