import { describe, expect, it } from 'vitest';
import { figuresOf, isSlow } from '../../../src/engine/proof/figures.ts';
import { programLines } from '../../../src/engine/proof/program-lines.ts';
import { says } from './program.ts';

const figure = (text: string, what: string, isShare = false) =>
  figuresOf(programLines(text) ?? [], isShare).find((one) => one.what === what);

describe('what the CUDA program prints', () => {
  it('is read line by line', () => {
    expect(programLines(says())?.map(({ part }) => part)).toEqual([
      'device',
      'device-copy',
      'to-device',
      'to-host',
      'product',
      'end',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a line of something else', `Segmentation fault\n${says()}`],
    ['a line that is cut off', says().slice(0, -30)],
    ['a part that comes twice', `${says()}{"part":"end"}\n`],
    ['a part that nobody knows', `${says()}{"part":"format","disk":"/dev/sda"}\n`],
    ['a time of nothing', says({ seconds: 0 })],
    ['a time that is no number', says().replace('"seconds":0.1,', '"seconds":NaN,')],
    ['a size below nothing', says().replace('"bytes":268435456', '"bytes":-1')],
    ['a name of ten thousand letters', says({ name: 'x'.repeat(10_000) })],
    ['a hundred lines', `${says()}${'{"part":"end"}\n'.repeat(100)}`],
  ])('counts for nothing where it has %s', (_, text) => {
    expect(programLines(text)).toBeNull();
  });
});

describe('a figure', () => {
  it('of the memory counts what is read and what is written, beside two transfers a clock over the bus', () => {
    // 268435456 bytes, 50 times, in 0.1 s; 5001 MHz and 256 bits, as a Tesla T4 says.
    expect(figure(says(), 'memory')).toEqual({ what: 'memory', value: 268.435456, unit: 'GB/s', theoretical: 320.064 });
  });

  it('of the product counts two operations an element and step, beside what all cores could', () => {
    const { value, theoretical } = figure(says(), 'product') ?? { value: 0, theoretical: 0 };
    expect(value).toBeCloseTo(3.4359738368, 9);
    expect(theoretical).toBeCloseTo(8.1408, 9);
  });

  it.each([
    ['the card tells no memory clock', says({ memoryClockKHz: 0 }), 'memory'],
    ['no table has the cores of its generation', says({ major: 99, minor: 0 }), 'product'],
    ['it is more than on paper', says({ busBits: 64 }), 'memory'],
  ])('stands alone where %s', (_, text, what) => {
    expect(figure(text, what)?.theoretical).toBeNull();
  });

  it.each([
    ['Kepler', 3, 7],
    ['Maxwell', 5, 2],
    ['Pascal', 6, 0],
    ['Volta', 7, 0],
    ['Turing', 7, 5],
    ['Ampere', 8, 0],
    ['Ampere', 8, 6],
    ['Ada', 8, 9],
    ['Hopper', 9, 0],
    ['Blackwell', 10, 0],
    ['Blackwell', 10, 3],
    ['Blackwell', 12, 0],
  ])('of the product has something to stand beside on every generation that CUDA knows: %s %i.%i', (_, major, minor) => {
    expect(figure(says({ major, minor, seconds: 10 }), 'product')?.theoretical).toBeGreaterThan(1);
  });

  it('of a MIG device stands alone: the clocks are the whole card’s', () => {
    expect(figure(says(), 'memory', true)?.theoretical).toBeNull();
  });

  it('is slow below half of what is on paper, and not known to be where nothing is', () => {
    const slow = { copySeconds: 0.2 };
    expect(isSlow(figuresOf(programLines(says(slow)) ?? [], false))).toBe(true);
    expect(isSlow(figuresOf(programLines(says()) ?? [], false))).toBe(false);
    expect(isSlow(figuresOf(programLines(says({ ...slow, memoryClockKHz: 0 })) ?? [], false))).toBe(false);
  });
});
