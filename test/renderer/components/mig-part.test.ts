import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MigPart } from '../../../renderer/screens/goal/mig-part.tsx';
import { isAlike, withWanted } from '../../../renderer/screens/goal/mig-wanted.ts';
import { StoreContext } from '../../../renderer/store-context.ts';
import { wantedAfter } from '../../../renderer/stores/selectors.ts';
import { createSessionStore } from '../../../renderer/stores/session-store.ts';
import { answered } from '../../../renderer/stores/session.ts';
import { sayer, WordsContext } from '../../../renderer/words.ts';
import type { Choices } from '../../../src/contract/choices.ts';
import type { MigCard, MigSeen } from '../../../src/contract/mig-seen.ts';
import { wizard } from '../../../src/words/en/wizard.ts';
import { seen } from '../documents.ts';
import { standInApi } from '../stand-in-api.ts';

const store = createSessionStore(standInApi().api, 'en');

function markup(mig: MigSeen | undefined, chosen?: Choices['mig']): string {
  const session = store.getState();
  const whole = { ...session, look: { ...session.look, seen: answered({ ...seen(), ...(mig && { mig }) }) }, choices: { ...session.choices, mig: chosen } };
  const part = createElement(StoreContext, { value: store }, createElement(MigPart, { session: whole }));
  return renderToStaticMarkup(createElement(WordsContext, { value: sayer(wizard) }, part));
}

const HERE = '0000:00:05.0';
const card = (more: Partial<MigCard> = {}): MigCard => ({
  address: HERE,
  name: 'A30',
  on: false,
  sizes: { from: 'model', rows: [{ name: '1g.6gb', free: null, total: 4 }] },
  instances: '',
  layouts: ['1g.6gb x4'],
  costs: { on: 'the card is reset', off: 'it is given back' },
  ...more,
});
const cardsOf = (...cards: readonly MigCard[]): MigSeen => ({ kind: 'cards', cards: [...cards], users: ['nobody has it open'], allowed: 'such as 1g.6gb x4' });
const cards = (more: Partial<MigCard> = {}): MigSeen => cardsOf(card(more));
const cut = (layout: string): Choices['mig'] => ({ mode: 'auto', layout: { [HERE]: layout }, replace: false });
/** What stands beside the options that are chosen. */
const chosenIn = (text: string): readonly (string | undefined)[] => [...text.matchAll(/checked=""\/?><span>(?:<span class="strong">)?([^<]*)/g)].map(([, name]) => name);
const driver = (free: number): Partial<MigCard> => ({ on: true, sizes: { from: 'driver', rows: [{ name: '1g.6gb', free, total: 4 }] } });

test('nothing stands where no card has MIG, and one sentence where the guest has a part of one', () => {
  expect(markup(undefined)).toBe('');
  expect(markup({ kind: 'vgpu', why: 'set on the host' })).toBe('<p class="small quiet">set on the host</p>');
});

test('nothing is wanted until it is chosen, and then it is counted and what it costs stands there', () => {
  const before = markup(cards());
  expect(chosenIn(before)).toEqual(['Leave as it is']);
  expect(before).not.toContain('the card is reset');
  const after = markup(cards(), cut('1g.6gb x4'));
  expect(chosenIn(after)).toEqual(['1g.6gb x4']);
  expect(after).toContain('the card is reset');
  expect(after).toContain('nobody has it open');
  expect(wantedAfter({ ...store.getState().choices, mig: cut('1g.6gb x4') })).toBe(wantedAfter(store.getState().choices) + 1);
});

test('how many are free is shown by the driver’s own table alone', () => {
  expect(markup(cards())).not.toContain('>Free<');
  expect(markup(cards(driver(2)))).toContain('<td>2</td><td>4</td>');
  expect(markup(cards({ sizes: null }))).toContain('only once MIG is on');
});

test('another layout is judged as it is written', () => {
  const right = markup(cards(), cut('1c.2g.12gb x2, 1g.6gb'));
  expect(chosenIn(right)).toEqual(['Another layout']);
  expect(right).toContain('aria-invalid="false"');
  const wrong = markup(cards(), cut('2g, 1g.6gb'));
  expect(wrong).toContain('aria-invalid="true"');
  expect(wrong).toContain('This is no layout yet. It is written so: such as 1g.6gb x4.');
});

test('devices are replaced only where there are some, and MIG is turned off only where it is on', () => {
  const replace = 'Destroy devices that the layout does not name';
  const off = 'Turn MIG off';
  expect(markup(cards({ on: true }), cut('1g.6gb x4'))).not.toContain(replace);
  expect(markup(cards({ on: true, instances: '2g.12gb' }), cut('1g.6gb x4'))).toContain(replace);
  expect(markup(cards({ on: true, instances: '2g.12gb' }), cut('off'))).not.toContain(replace);
  expect(markup(cards({ on: true, instances: '2g.12gb' }))).toContain('Devices now: 2g.12gb');
  expect(markup(cards({ on: true }))).toContain('no program can use the card');
  expect(markup(cards({ on: true, instances: null }))).not.toContain('no program can use the card');
  expect(markup(cards())).not.toContain(off);
  const turnedOff = markup(cards({ on: true }), cut('off'));
  expect(chosenIn(turnedOff)[0]).toContain(off);
  expect(turnedOff).toContain('it is given back');
});

test('each card of several has its own layout, and cards of a kind may be told the same', () => {
  const other = card({ address: '0000:00:06.0', name: 'A100' });
  const different = markup(cardsOf(card(), other), { mode: 'auto', layout: { [HERE]: '1g.6gb x4' }, replace: false });
  expect(chosenIn(different)).toEqual(['1g.6gb x4', 'Leave as it is']);
  const twin = card({ address: '0000:00:06.0' });
  expect([isAlike([card(), other]), isAlike([card(), twin]), isAlike([card()])]).toEqual([false, true, false]);
  expect(chosenIn(markup(cardsOf(card(), twin)))).toEqual(['The same for all 2 cards', 'Leave as it is']);
  expect(chosenIn(markup(cardsOf(card(), twin), cut('1g.6gb x4')))).toEqual(['Each card by itself', '1g.6gb x4', 'Leave as it is']);
});

test('of cards that are told the same, the free ones are counted from the least to the most', () => {
  const text = markup(cardsOf(card({ ...driver(0), instances: '1g.6gb x4' }), card({ ...driver(4), address: '0000:00:06.0' })));
  expect(text).toContain('<td>0–4</td><td>4</td>');
  expect(text).toContain('Devices on 0000:00:05.0 now: 1g.6gb x4');
  expect(text).toContain('MIG mode is on (0000:00:06.0), and there are no devices');
});

test('cards of a kind of which one has MIG on are looked at each by itself', () => {
  const twins = markup(cardsOf(card({ on: true }), card({ address: '0000:00:06.0' })));
  expect(chosenIn(twins)).toEqual(['Each card by itself', 'Leave as it is', 'Leave as it is']);
});

test('of cards that are told the same, each has its own costs where they differ', () => {
  const twins = [card(), card({ address: '0000:00:06.0', costs: { on: 'nothing to do', off: '' } })];
  const both = markup(cardsOf(...twins), withWanted(undefined, twins, '1g.6gb x4'));
  expect(both).toContain('<span class="mono">0000:00:06.0: </span>nothing to do');
  expect(markup(cards(), cut('1g.6gb x4'))).not.toContain('0000:00:05.0: ');
});

test('a card that is left as it is is in no layout, and nothing is chosen where all are', () => {
  const [one, two] = [card(), card({ address: '0000:00:06.0' })];
  const both = withWanted(undefined, [one, two], '1g.6gb x4');
  expect(both).toEqual({ mode: 'auto', layout: { [HERE]: '1g.6gb x4', '0000:00:06.0': '1g.6gb x4' }, replace: false });
  const first = withWanted(both, [two], undefined);
  expect(first?.layout).toEqual({ [HERE]: '1g.6gb x4' });
  expect(withWanted(first, [one], undefined)).toBeUndefined();
});
