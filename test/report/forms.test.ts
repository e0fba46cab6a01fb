/**
 * What each form of the report looks like, beside it in `golden/`. `UPDATE_GOLDEN=1 npx vitest run test/report/forms.test.ts` writes
 * them anew: read what changed before it is committed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import type { Reported, ReportFormat } from '../../src/cli/texts/report-text.ts';
import type { Language } from '../../src/words/translate.ts';
import { reportedMachine, told } from './reported.ts';

const GOLDEN = 'test/report/golden';
const isUpdate = process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined;

const CASES: readonly (readonly [machine: string, language: Language])[] = [
  ['kernel-moved-on', 'en'],
  ['gpu-fell-off-the-bus', 'en'],
  ['token-expired', 'en'],
  ['t4-8q-licensed-cls', 'en'],
  ['ticket-vgpu-guest-older-than-host', 'en'],
  ['no-licence-left', 'en'],
  ['gpu-fell-off-the-bus', 'zh-CN'],
  ['gpu-fell-off-the-bus', 'ja'],
  ['token-expired', 'zh-CN'],
  ['token-expired', 'ja'],
];
const ENDINGS: Readonly<Partial<Record<ReportFormat, string>>> = {
  text: 'txt',
  html: 'html',
  markdown: 'md',
  junit: 'xml',
};

/** What is told does not hang on how many rules and facts there are. */
const ASKED: readonly string[] = ['disk.full', 'driver.missing', 'license.service-missing', 'pci.bar-unassigned'];
const LOOKED_AT: readonly string[] = ['displays', 'kernelLog', 'nvidiaSmi', 'secureBoot', 'tokens'];

const cutShort = ({ document, verdicts, ...rest }: Reported): Reported => ({
  ...rest,
  document: { ...document, unread: document.unread.filter(({ what }) => LOOKED_AT.includes(what)) },
  verdicts: verdicts.filter(({ id, verdict }) => verdict.kind === 'problem' || ASKED.includes(id)),
});

/** The style sheet is the same in all of them, and has its own test. */
const withoutStyle = (text: string): string =>
  text.replace(/<style>[^]*<\/style>/, '<style>…</style>').replace(/sha256-[\w+/=]+/, 'sha256-…');

const forms = CASES.flatMap(([machine, language]) =>
  (Object.entries(ENDINGS) as [ReportFormat, string][]).map(([format, ending]) => ({
    machine,
    language,
    format,
    ending,
  })),
);

describe('a report', () => {
  it.each(forms)('of $machine in $language as $format is what its golden text says', async (one) => {
    const { machine, language, format, ending } = one;
    const path = `${GOLDEN}/${machine}.${language}.${ending}`;
    const text = withoutStyle(await told(cutShort(await reportedMachine(machine, language)), format, language));
    if (isUpdate) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(path, text);
    } else expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null);
  });

  it.each(CASES)('of %s in %s as JSON keeps its schema', async (machine, language) => {
    const text = await told(await reportedMachine(machine, language), 'json', language);
    expect(Diagnosis.safeParse(JSON.parse(text)).error).toBeUndefined();
  });
});

describe('a terminal', () => {
  it.each([28, 44, 80])('of %i columns is written no wider, in colours as well', async (columns) => {
    for (const language of ['en', 'zh-CN', 'ja'] as const) {
      const text = await told(await reportedMachine('gpu-fell-off-the-bus', language), 'text', language, {
        columns,
        paint: (_style, words) => `\u001b[1m${words}\u001b[22m`,
      });
      expect(text.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
    }
  });
});
