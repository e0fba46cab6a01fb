import { localDateIn } from '../local-date.ts';
import { timeIn } from '../stated-time.ts';
import {
  defineRecogniser,
  fileAnswer,
  textOf,
  type AboutSection,
  type Answer,
  type Page,
  type Recognition,
} from '../source.ts';

/** What a section of nvidia-bug-report.log says that no tool's own output would: whole files, and what is not there. */
const MODULES = '/proc/modules';
const ASKED = ['nvidia', 'nouveau'];

const loaded = (page: Page, whole: boolean): readonly Answer[] => {
  const names = new Set(page.lines.map(({ text }) => /^(\w+) \d+ /.exec(text)?.[1]));
  return ASKED.flatMap((name): readonly Answer[] => {
    const path = `/sys/module/${name}`;
    if (names.has(name)) return [{ kind: 'folder', path, names: [] }];
    return whole && names.size > 3 ? [{ kind: 'absent', path }] : [];
  });
};

/** The script copies /etc/issue and the makers' own files, not os-release. */
const SYSTEMS: readonly (readonly [RegExp, string, string])[] = [
  [/^Ubuntu (\d+\.\d+)(?:\.\d+)?/, 'ubuntu', 'debian'],
  [/^Debian GNU\/Linux (\d+)/, 'debian', ''],
  [/^CentOS(?: Linux| Stream)? release (\d+(?:\.\d+)?)/, 'centos', 'rhel fedora'],
  [/^Red Hat Enterprise Linux\D*release (\d+(?:\.\d+)?)/, 'rhel', 'fedora'],
  [/^Rocky Linux release (\d+(?:\.\d+)?)/, 'rocky', 'rhel fedora'],
  [/^AlmaLinux release (\d+(?:\.\d+)?)/, 'almalinux', 'rhel fedora'],
  [/^Fedora release (\d+)/, 'fedora', ''],
  [/^openSUSE Leap (\d+\.\d+)/, 'opensuse-leap', 'suse'],
  [/^Welcome to SUSE Linux Enterprise Server (\d+)/, 'sles', 'suse'],
];
const NAMED_IN = /^\/etc\/(?:issue|redhat-release|system-release)$/;

function systemIn(page: Page): readonly Answer[] {
  for (const { text } of page.lines)
    for (const [pattern, id, like] of SYSTEMS) {
      const version = pattern.exec(text.trim())?.[1];
      if (version === undefined) continue;
      const name = text.replace(/\s*\\.*$/, '').trim();
      return [
        fileAnswer(
          '/usr/lib/os-release',
          `ID=${id}\nID_LIKE="${like}"\nVERSION_ID="${version}"\nPRETTY_NAME="${name}"\n`,
        ),
      ];
    }
  return [];
}

/** A file of the kernel's was made when the script looked at it. */
const looked = (listing: string | null): readonly Answer[] => {
  const at = listing !== null && /\s\/(?:proc|sys)\//.test(listing) ? timeIn(listing) : null;
  return at === null ? [] : [{ kind: 'time', at }];
};

const begun = (page: Page): readonly Answer[] => {
  const date = page.lines.find(({ text }) => text.startsWith('Date:'))?.text;
  const at = date === undefined ? null : localDateIn(date.slice('Date:'.length));
  return at === null ? [] : [{ kind: 'time', at }];
};

function inFile({ path, whole, listing }: Extract<AboutSection, { kind: 'file' }>, page: Page): readonly Answer[] {
  // A part of a file is none: what it does not say it may say further down.
  const file = whole && page.lines.length > 0 ? [fileAnswer(path, textOf(page.lines))] : [];
  const also = path === MODULES ? loaded(page, whole) : NAMED_IN.test(path) ? systemIn(page) : [];
  return [...file, ...also, ...looked(listing)];
}

function answersOf(page: Page): readonly [what: string, answers: readonly Answer[]] | undefined {
  const { section } = page;
  if (section?.kind === 'prologue') return ['nvidia-bug-report.sh', begun(page)];
  if (section?.kind === 'absent') return [section.path, [{ kind: 'absent', path: section.path }]];
  return section?.kind === 'file' ? [section.path, inFile(section, page)] : undefined;
}

export const bugReport = defineRecogniser({
  what: 'nvidia-bug-report.log',
  recognise: (page): readonly Recognition[] => {
    const [what, answers] = answersOf(page) ?? [];
    if (what === undefined || answers === undefined || answers.length === 0) return [];
    return [{ what, place: `${page.name}:${page.section?.line ?? 1}`, answers }];
  },
});
