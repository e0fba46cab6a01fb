/** Of a long text only the lines are looked at that some recogniser may want: what is known from it, and where it stands, is the same. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { examine } from '../../src/engine/examine.ts';
import { linesFrom, wantedAnywhere } from '../../src/artifacts/wanted.ts';

const LINE = 'Jul  3 10:11:12 guest app[1]: request 17 took 12 ms\n';
const LINES = 60_000;
const noise = LINE.repeat(LINES);
const observing = (text: string) => observerOf([{ name: 'log', bytes: new TextEncoder().encode(text) }]);

async function knownFrom(text: string): Promise<readonly string[]> {
  const facts = await examine(observing(text));
  return Object.entries(facts).flatMap(([key, fact]) => (fact.known ? [`${key}: ${JSON.stringify(fact.value)}`] : []));
}

test.each(['006-blackwell-prop-no-text.txt', '040-near-failed-then-licensed.txt', '085-mig-table-575.txt'])(
  '%s below three megabytes of others is known as by itself',
  async (name) => {
    const text = readFileSync(`test/outputs/written-tickets/${name}`, 'utf8');
    expect(await knownFrom(`${noise}\n${text}`)).toEqual(await knownFrom(`\n${text}`));
  },
);

test('a line keeps its number', () => {
  const places = observing(`${noise}[   34.193770] NVRM: GPU 0000:01:00.0: GPU has fallen off the bus.\n`).recognised();
  expect(places).toEqual([{ what: 'kernel log', place: `log:${String(LINES + 1)}` }]);
});

test('every line from which others are kept is found', () => {
  const heads = [
    'Module                  Size  Used by',
    '+++ NVIDIA-SMI 550.54',
    '  *-display UNCLAIMED',
    '*** /proc/version',
    '>>>  [x]',
    '$ lspci',
  ];
  for (const head of heads) {
    expect(linesFrom(head), head).toBeGreaterThan(1);
    expect(wantedAnywhere().test(`some line\n${head}\n`), head).toBe(true);
  }
});
