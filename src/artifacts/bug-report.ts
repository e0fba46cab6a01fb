/** nvidia-bug-report.log of all generations (2009 to 2026): its sections, each as the page that its command or file would be. */
import type { Gap } from '../domain/gap.ts';
import { blocksOf, plainCommand } from './blocks.ts';
import { currentBoot } from './report-kernel-log.ts';
import type { Line, Page, Read, Section } from './source.ts';

const DELIMITER = /^_{44}\s*$/;

/** Also a part of one that was pasted, without its beginning. */
export const isBugReport = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => text.startsWith('Start of NVIDIA bug report log file')) ||
  (lines.filter(({ text }) => DELIMITER.test(text)).length >= 3 &&
    lines.some(({ text }) => /^\*{3} \/|^End of NVIDIA/.test(text)));

/** A section that holds no text: what it dumps is for NVIDIA alone. */
const DUMP = /^base64 |nvidia-debugdump|^acpidump|\bacpidump\b/;
const LISTING = /^\*{3} ls: /;

function sectionsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const sections: Line[][] = [[]];
  for (const line of lines) {
    if (DELIMITER.test(line.text)) sections.push([]);
    else sections.at(-1)?.push(line);
  }
  return sections
    .map((section) =>
      section.slice(
        Math.max(
          0,
          section.findIndex(({ text }) => text.trim() !== ''),
        ),
      ),
    )
    .filter((section) => section.some(({ text }) => text.trim() !== ''));
}

/** `/proc/driver/nvidia/./version` is what the script of 2022 calls it. */
const pathIn = (text: string): string => text.replaceAll('/./', '/').trim();

/** What stands in one of these folders is read; what stands in `bin` is run. */
const BARE = /^(\/(?:proc|sys|etc|var)\/\S+)$/;

type Reader = (title: string, second: string) => Section | undefined;

const captured = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[1];

/** 2009's script names a file without asterisks; the newest says why it skipped on a line of its own. */
const KINDS: readonly Reader[] = [
  (title) => {
    const path = captured(/^(?:\*{3} )?(\/\S+) does not exist/, title);
    return path === undefined ? undefined : { kind: 'absent', path: pathIn(path) };
  },
  (title) => {
    const path = captured(/^(?:\*{3} )?(\/\S+) is not readable/, title);
    return path === undefined ? undefined : { kind: 'skipped', what: pathIn(path), said: title };
  },
  (title) => (LISTING.test(title) ? { kind: 'other', title: '' } : undefined),
  (title, second) => {
    const path = captured(/^\*{3} (\/.*)$/, title) ?? (second.startsWith('ls: -') ? title : captured(BARE, title));
    return path === undefined ? undefined : { kind: 'file', path: pathIn(path) };
  },
  (title, second) => {
    const what = captured(/^Skipping:?\s+(.*)$/, title);
    if (what === undefined) return undefined;
    return {
      kind: 'skipped',
      what: what.replace(/ output \(.*$/, ''),
      said: second === '' ? title : `${title} ${second}`,
    };
  },
  (title) => (title.startsWith('Start of NVIDIA bug report log file') ? { kind: 'prologue' } : undefined),
  (title) => (DUMP.test(title) ? { kind: 'dump' } : undefined),
];

/** What the first lines of a section say that the section is. */
function sectionOf(lines: readonly Line[]): Section {
  const [title = '', second = ''] = lines.slice(0, 2).map(({ text }) => text.trim());
  for (const kind of KINDS) {
    const section = kind(title, second);
    if (section !== undefined) return section;
  }
  return { kind: 'command', command: commandIn(title) };
}

/** `/usr/bin/lspci -nn`, `dmesg:`, `nvidia-settings -q all:`. */
const commandIn = (title: string): string => plainCommand(title.replace(/:$/, ''));

const BODILESS = 2;

function contentOf(section: Section, lines: readonly Line[]): readonly Line[] {
  const body = lines.slice(1);
  switch (section.kind) {
    case 'file':
      return body.filter(({ text }, index) => index >= BODILESS || !LISTING.test(text));
    case 'command':
      return body[0]?.text.trim() === '' ? body.slice(1) : body;
    case 'prologue':
      return lines.map((line) => ({ ...line, text: line.text.replace(/^uname: +/, '') }));
    case 'other':
      return lines;
    case 'absent':
    case 'skipped':
    case 'dump':
      return [];
  }
}

function pageFor(name: string, section: Section, lines: readonly Line[], whole: boolean): Page {
  const content = contentOf(section, lines);
  const command = section.kind === 'command' ? section.command : section.kind === 'file' ? `cat ${section.path}` : null;
  // Recorded as it was printed: nobody typed a prompt into it.
  const blocks = command === null ? blocksOf(content) : [{ command, lines: content }];
  const listing = lines.slice(0, 3).find(({ text }) => LISTING.test(text))?.text;
  const about = { ...section, whole, line: lines[0]?.number ?? 0, listing: listing ?? null };
  return {
    name,
    bytes: new Uint8Array(),
    lines: content,
    text: content.map(({ text }) => text).join('\n'),
    blocks,
    section: about,
  };
}

const titleOf = (lines: readonly Line[]): string => lines[0]?.text.trim().slice(0, 80) ?? '';

/** Without its last line the report was cut off, or the script hung: then its last section is not whole either. */
export function reportPages(name: string, lines: readonly Line[]): Read {
  const sections = sectionsOf(lines);
  const whole = lines.slice(-20).some(({ text }) => text.startsWith('End of NVIDIA bug report log file'));
  const pages = sections.map((section, index) =>
    pageFor(name, sectionOf(section), section, whole || index < sections.length - 1),
  );
  const skipped = pages.flatMap(({ section }): readonly Gap[] =>
    section?.kind === 'skipped' ? [{ what: section.what, why: { kind: 'skipped', said: section.said } }] : [],
  );
  const cut: readonly Gap[] = whole
    ? []
    : [{ what: `${name}: ${titleOf(sections.at(-1) ?? [])}`, why: { kind: 'cut-off' } }];
  return { pages: currentBoot(pages), gaps: [...skipped, ...cut] };
}
