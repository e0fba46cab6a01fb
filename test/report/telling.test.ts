import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { causeTree, type Caused } from '../../src/report/cause-tree.ts';
import { forwardedIn } from '../../src/report/forwarded.ts';
import { readableTime } from '../../src/report/readable-time.ts';
import { unreadSentence } from '../../src/report/unread-groups.ts';
import { visible } from '../../src/report/visible.ts';
import { wrapped } from '../../src/report/wrapped.ts';
import { probes } from '../../src/probes/index.ts';
import { en } from '../../src/words/en/index.ts';
import { ja } from '../../src/words/ja/index.ts';
import { translator } from '../../src/words/translate.ts';
import { zhCN } from '../../src/words/zh-CN/index.ts';
import { style } from '../../src/report/html/style.ts';
import { tokens } from '../../src/look/tokens.ts';

const finding = (id: string, becauseOf: string | null) => ({
  id,
  severity: 'error' as const,
  title: id,
  detail: '',
  evidence: [],
  fix: { by: 'guest' as const, steps: [], automatic: false, applySteps: [] },
  becauseOf,
});
const shape = (tree: readonly Caused[]): string =>
  tree
    .map(({ finding: { id }, consequences }) => (consequences.length === 0 ? id : `${id}(${shape(consequences)})`))
    .join(' ');

describe('the tree of causes', () => {
  it.each([
    [
      'a consequence beneath its cause',
      [
        ['a', null],
        ['b', null],
        ['c', 'a'],
        ['d', 'c'],
      ],
      'a(c(d)) b',
    ],
    [
      'a finding whose cause was not found among the causes',
      [
        ['a', 'elsewhere'],
        ['b', null],
      ],
      'a b',
    ],
    [
      'a ring of causes once each',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['c', 'c'],
      ],
      'a(b) c',
    ],
  ] as const)('puts %s', (_, findings, expected) => {
    expect(shape(causeTree(findings.map(([id, because]) => finding(id, because))))).toBe(expected);
  });
});

describe('a paragraph to forward', () => {
  const languages: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['en', en],
    ['zh-CN', zhCN],
    ['ja', ja],
  ];
  const toBeSent = Object.entries(en).filter(
    ([key, text]) => key.startsWith('finding.') && /\bsend this to\b|\bask the administrator[^"]*: "/i.test(text),
  );

  test.each(languages)('is found in every sentence of %s that asks for one', (_, words) => {
    expect(toBeSent.length).toBeGreaterThan(5);
    expect(toBeSent.filter(([key]) => forwardedIn(words[key] ?? '') === null).map(([key]) => key)).toEqual([]);
  });

  test.each(languages)('is found in no other sentence of %s', (_, words) => {
    const keys = new Set(toBeSent.map(([key]) => key));
    expect(
      Object.entries(words)
        .filter(([key, text]) => key.startsWith('finding.') && !keys.has(key) && forwardedIn(text) !== null)
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('stands without its quotation marks', () => {
    expect(forwardedIn('Send this: "Please say "yes"."')).toEqual({
      lead: 'Send this:',
      paragraph: 'Please say "yes".',
      rest: '',
    });
    expect(forwardedIn('Read what it says: `dmesg`.')).toBeNull();
  });
});

describe('what was not read', () => {
  it.each(['en', 'zh-CN', 'ja'] as const)('has a name for every fact in %s', async (language) => {
    const translate = await translator(language);
    expect(probes.map(({ key }) => key).filter((key) => translate({ key: `fact.${key}` }) === `fact.${key}`)).toEqual(
      [],
    );
  });

  it('is one sentence, by reason', async () => {
    const translate = await translator('en');
    const [displays, os, firmware] = [en['fact.displays'], en['fact.os'], en['fact.firmware']];
    const unread = [
      { what: 'displays', why: 'not in this source' },
      { what: 'firmware', why: '/etc/nvidia may be read by root only' },
      { what: 'os', why: 'not in this source' },
      { what: 'lspci.txt', why: 'not in this source' },
    ];
    expect(unreadSentence(unread, translate, null)).toBe(
      `These could not be read, and nothing is judged from them: ${displays}, ${os}, lspci.txt (not in this source); ${firmware} (/etc/nvidia may be read by root only).`,
    );
    expect(unreadSentence([], translate, null)).toBeNull();
  });
});

describe('wrapping', () => {
  const JAPANESE =
    'ドライバーはインストールされていますが、実行中のカーネル 6.1.0-37-amd64 に対応するモジュールがありません（「nvidia」は読み込めません）。';
  const CHINESE = '驱动程序已安装，但正在运行的内核 6.1.0-37-amd64 没有对应的模块，因此无法加载（“nvidia”）。';

  it.each([JAPANESE, CHINESE, 'A sentence of ordinary words, some of them long.'])(
    'keeps to the width and loses nothing: %s',
    (text) => {
      for (const width of [20, 33, 40, 79]) {
        const lines = wrapped(text, width);
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }
    },
  );

  it.each([JAPANESE, CHINESE])('begins no line with a closing mark and ends none with an opening one: %s', (text) => {
    for (let width = 20; width < 90; width++)
      for (const line of wrapped(text, width))
        expect(line).toMatch(/^(?![、。，）」』”ーァィゥェォッャュョ])[^]*(?<![（「『“])$/u);
  });

  it('cuts a word that is longer than a line, and counts colours as nothing', () => {
    expect(wrapped('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
    expect(wrapped('\u001b[31mred words\u001b[39m here', 9)).toEqual(['\u001b[31mred words\u001b[39m', 'here']);
    expect(wrapped('one\n\ntwo', 10)).toEqual(['one', '', 'two']);
  });
});

test('what cannot be seen is made visible, and colours of a pasted terminal go', () => {
  expect(visible('\u001b[1;31mred\u001b[0m\ta\r\nb\u0007\u202e')).toBe('red a\nb\ufffd\ufffd');
  expect(visible('日本語 ✓ 👍')).toBe('日本語 ✓ 👍');
});

test('a time is shown to the second, and what is none as it is', () => {
  expect(readableTime('2026-11-22T09:00:52.123Z')).toBe('2026-11-22 09:00:52 UTC');
  expect(readableTime('yesterday')).toBe('yesterday');
});

describe('the look', () => {
  const property = (theme: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)![1]!;
  const [light = '', dark = ''] = tokens.split('@media screen');
  const channel = (hex: string): number => {
    const value = parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (colour: string): number =>
    0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
  const contrast = (one: string, other: string): number => {
    const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  it.each([
    ['light', light],
    ['dark', dark],
  ])('is legible on %s paper', (_, theme) => {
    const pairs = [
      ...['ink', 'quiet', 'accent', 'error', 'warning', 'info', 'ready'].flatMap((text) =>
        ['paper', 'surface'].map((ground) => [text, ground]),
      ),
      ...['error', 'warning', 'info', 'ready', 'accent'].map((text) => [text, `${text}-tint`]),
      ...['ink', 'quiet'].map((text) => [text, 'sunken']),
      ['ink', 'accent-tint'],
    ] as [string, string][];
    const weak = pairs.filter(([text, ground]) => contrast(property(theme, text), property(theme, ground)) < 4.5);
    expect(weak).toEqual([]);
  });

  it('uses no colour but those of the tokens', () => {
    const own = style.replace(tokens, '');
    expect(own.match(/#[0-9a-f]{3,8}\b/g)?.filter((colour) => colour !== '#fff') ?? []).toEqual([]);
    const used = new Set([...own.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!));
    expect([...used].filter((name) => !tokens.includes(`--${name}:`) && !own.includes(`--${name}:`))).toEqual([]);
  });
});
