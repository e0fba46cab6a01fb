import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MigPart } from '../../../renderer/screens/goal/mig-part.tsx';
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

const card = (more: Partial<MigCard> = {}): MigCard => ({
  address: '0000:00:05.0',
  name: 'A30',
  on: false,
  sizes: { from: 'model', rows: [{ name: '1g.6gb', free: null, total: 4 }] },
  instances: '',
  ...more,
});
const cards = (more: Partial<MigCard> = {}): MigSeen => ({ kind: 'cards', cards: [card(more)], layouts: ['1g.6gb x4'], costs: ['the card is reset'], allowed: 'such as 1g.6gb x4' });
const cut = (layout: string): Choices['mig'] => ({ mode: 'auto', layout, replace: false });
/** What stands beside the option that is chosen. */
const chosenIn = (text: string): string | undefined => /checked=""\/?><span><span class="strong">([^<]*)/.exec(text)?.[1];

test('nothing stands where no card has MIG, and one sentence where the guest has a part of one', () => {
  expect(markup(undefined)).toBe('');
  expect(markup({ kind: 'vgpu', why: 'set on the host' })).toBe('<p class="small quiet">set on the host</p>');
});

test('nothing is wanted until it is chosen, and then it is counted and what it costs stands there', () => {
  const before = markup(cards());
  expect(chosenIn(before)).toBe('Leave as it is');
  expect(before).not.toContain('the card is reset');
  const after = markup(cards(), cut('1g.6gb x4'));
  expect(chosenIn(after)).toBe('1g.6gb x4');
  expect(after).toContain('the card is reset');
  expect(wantedAfter({ ...store.getState().choices, mig: cut('1g.6gb x4') })).toBe(wantedAfter(store.getState().choices) + 1);
});

test('how many are free is shown by the driver’s own table alone', () => {
  expect(markup(cards())).not.toContain('>Free<');
  const own = markup(cards({ on: true, sizes: { from: 'driver', rows: [{ name: '1g.6gb', free: 2, total: 4 }] } }));
  expect(own).toContain('<td>2</td><td>4</td>');
  expect(markup(cards({ sizes: null }))).toContain('only once MIG is on');
});

test('another layout is judged as it is written', () => {
  const right = markup(cards(), cut('2g.12gb, 1g.6gb'));
  expect(chosenIn(right)).toBe('Another layout');
  expect(right).toContain('aria-invalid="false"');
  const wrong = markup(cards(), cut('2g, 1g.6gb'));
  expect(wrong).toContain('aria-invalid="true"');
  expect(wrong).toContain('This is no layout yet. It is written so: such as 1g.6gb x4.');
});

test('instances are replaced only where there are some, and MIG is turned off only where it is on', () => {
  const replace = 'Destroy instances that the layout does not name';
  const off = 'Turn MIG off';
  expect(markup(cards({ on: true }), cut('1g.6gb x4'))).not.toContain(replace);
  expect(markup(cards({ on: true, instances: '2g.12gb' }), cut('1g.6gb x4'))).toContain(replace);
  expect(markup(cards({ on: true, instances: '2g.12gb' }))).toContain('Instances on 0000:00:05.0 now: 2g.12gb');
  expect(markup(cards({ on: true }))).toContain('no program can use the card');
  expect(markup(cards({ on: true, instances: null }))).not.toContain('no program can use the card');
  expect(markup(cards())).not.toContain(off);
  expect(chosenIn(markup(cards({ on: true }), { mode: 'off', layout: 'none', replace: false }))).toContain(off);
});
