/** Several devices in one GPU instance: `1c.3g.20gb`. */
import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { MIG_SCRIPT, MIG_UNIT, MIG_WANTED } from '../../src/domain/places.ts';
import { devicesOf, shapesOf } from '../../src/domain/mig-shape.ts';
import { sizesOf } from '../../src/domain/mig-layout.ts';
import { actionsOf, linesOf, saidBy } from './ask.ts';
import { factsOf } from './facts-of.ts';
import { BUS, cut, instances, mode, off, on, shared, smiLines, wanting } from './mig-guests.ts';
import { taskOf } from './task-of.ts';

const layout = '1c.3g.20gb x3';
const one = instances(['3g.20gb', 2, 0, 4]);

describe('devices that share a GPU instance', () => {
  it.each([
    ['1c.3g.20gb x3', [['1c', '1c', '1c']]],
    ['1c.3g.20gb x6', [['1c', '1c', '1c'], ['1c', '1c', '1c']]],
    ['1c.3g.20gb, 2c.3g.20gb, 1c.3g.20gb, 2c.3g.20gb', [['2c', '1c'], ['2c', '1c']]],
    ['1c.4g.20gb x2, 2c.4g.20gb', [['2c', '1c', '1c']]],
    ['1c.3g.20gb', [['1c']]],
  ])('%s are packed into as few as hold them', (written, packed) => {
    expect(shapesOf(sizesOf(written)).map(({ parts }) => parts.map((part) => part.slice(0, 2)))).toEqual(packed);
  });

  it('stand beside whole ones, in the order written', () => {
    const shapes = shapesOf(sizesOf('1g.5gb, 1c.3g.20gb x2, 2g.10gb'));
    expect(shapes.map(({ name }) => name)).toEqual(['1g.5gb', '3g.20gb', '2g.10gb']);
    expect(devicesOf(shapes)).toEqual(['1g.5gb', '1c.3g.20gb', '1c.3g.20gb', '2g.10gb']);
  });

  it('are made by the script that makes them at each boot, which is there before', () => {
    expect(linesOf(cut(on(), wanting({ layout: `1g.5gb, ${layout}` })))).toEqual([
      `write ${MIG_SCRIPT}`,
      `write ${MIG_UNIT}`,
      `link ${MIG_WANTED} -> ${MIG_UNIT}`,
      'refresh: systemctl daemon-reload',
      `/bin/sh ${MIG_SCRIPT} make ${BUS} 3g.20gb/1c.3g.20gb/1c.3g.20gb/1c.3g.20gb,1g.5gb`,
    ]);
  });

  it('are judged beforehand by the place of the instance that they share', () => {
    const task = (written: string) => wanting({ layout: written }, 'a100', { ahead: ['mig.mode'] });
    expect(cut(off, task('1c.3g.20gb x6')).kind).toBe('todo');
    expect(saidBy(cut(off, task('1c.3g.20gb x6, 1g.5gb')))).toBe('step.mig.instances.no-room');
    expect(saidBy(mode(off, wanting({ layout: '1c.3g.40gb' })))).toBe('step.mig.instances.no-such-size');
  });

  it('are made in an instance that is empty or begun, by its number', () => {
    const lines = (there: typeof one) => smiLines(cut(on(there), wanting({ layout })));
    expect(lines(shared(one, 2))).toEqual([`nvidia-smi mig -i ${BUS} -gi 2 -cci 1c.3g.20gb,1c.3g.20gb,1c.3g.20gb`]);
    expect(lines(shared(one, 2, '1c.3g.20gb'))).toEqual([`nvidia-smi mig -i ${BUS} -gi 2 -cci 1c.3g.20gb,1c.3g.20gb`]);
    expect(lines(shared(one, 2, '1c.3g.20gb', '1c.3g.20gb', '1c.3g.20gb'))).toEqual([]);
  });

  it('stand in the way of others, and make room for them only where the profile says so', () => {
    const both = instances(['3g.20gb', 1, 4, 4], ['3g.20gb', 2, 0, 4]);
    const refused = cut(on(both), wanting({ layout }));
    expect(refused).toMatchObject({ by: { key: 'step.mig.instances.others', values: { there: '3g.20gb (1), 3g.20gb (2)' } } });
    const replaced = cut(on(one), wanting({ layout: '3g.20gb x2', replace: true }));
    expect(smiLines(replaced)).toEqual([`nvidia-smi mig -i ${BUS} -cgi 3g.20gb -C`]);
    const again = cut(on(shared(one, 2, '2c.3g.20gb', '1c.3g.20gb')), wanting({ layout: '3g.20gb', replace: true }));
    expect(again).toMatchObject({ warnings: [{ key: 'step.mig.instances.loses', values: { names: '2c.3g.20gb, 1c.3g.20gb (2)' } }] });
    expect(smiLines(again)).toEqual([
      `nvidia-smi mig -i ${BUS} -gi 2 -dci`,
      `nvidia-smi mig -i ${BUS} -gi 2 -dgi`,
      `nvidia-smi mig -i ${BUS} -cgi 3g.20gb -C`,
    ]);
  });

  it('that somebody made by hand are kept where the layout asks for the whole, unless it replaces', () => {
    const there = shared(one, 2, '1c.3g.20gb', '1c.3g.20gb');
    expect(smiLines(cut(on(there), wanting({ layout: '3g.20gb' })))).toEqual([]);
  });

  it.each([
    [['1c.3g.20gb', '1c.3g.20gb', '1c.3g.20gb'], true, 'check.mig.found.on'],
    [['1c.3g.20gb'], false, 'check.mig.found.on'],
    [['3g.20gb'], false, 'check.mig.found.on'],
    [[], false, 'check.mig.found.empty'],
  ])('with %j of them there, the check says %s', (names, ok, found) => {
    const task = taskOf(wanting({ layout }));
    const [check] = checksOf(factsOf(on(shared(one, 2, ...names))), task).filter(({ id }) => id.startsWith('mig'));
    expect(check).toMatchObject({ ok, expected: { values: { wanted: layout } }, found: { key: found } });
  });
});

describe('one GPU without MIG beside another with it', () => {
  it('is turned off by its own line in the layout', () => {
    const task = wanting({ layout: { '0000:00:06.0': 'off' } });
    expect(smiLines(mode(on(one), task)).at(-2)).toBe(`nvidia-smi -i ${BUS} -mig 0`);
    expect(mode(on(one), task)).toMatchObject({ because: { key: 'step.mig.mode.off' } });
    expect(saidBy(mode(off, task))).toBe('step.mig.mode.done');
    expect(actionsOf(cut(off, task))).toEqual([]);
  });
});
