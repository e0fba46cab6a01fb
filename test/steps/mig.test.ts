import { describe, expect, it } from 'vitest';
import { MIG_SCRIPT, MIG_UNIT, MIG_WANTED } from '../../src/domain/places.ts';
import { actionsOf, linesOf, saidBy } from './ask.ts';
import { BUS, cut, instances, mode, off, on, smi, smiLines, wanting } from './mig-guests.ts';
import { taskOf } from './task-of.ts';

describe('mig.mode', () => {
  it('is nobody’s affair unless the profile says something', () => {
    expect(saidBy(mode(on(), wanting({})))).toBe('step.mig.not-wanted');
    expect(saidBy(mode(off, wanting({ layout: '1g.5gb' }, 'a100', { forImage: true })))).toBe('step.mig.image');
  });

  it('asks Ampere for a reset, and says so beforehand; Hopper needs none', () => {
    const ampere = mode(off, wanting({ layout: '1g.5gb x7' }));
    expect(linesOf(ampere)).toEqual([`nvidia-smi -i ${BUS} -mig 1`, `nvidia-smi --gpu-reset -i ${BUS}`]);
    expect(ampere).toMatchObject({ warnings: [{ key: 'step.mig.mode.resets' }] });
    const hopper = mode({ nvidiaSmi: smi('h100', 'disabled') }, wanting({ mode: 'on' }, 'h100'));
    expect(linesOf(hopper)).toEqual([`nvidia-smi -i ${BUS} -mig 1`]);
    expect(hopper).toMatchObject({ warnings: [] });
  });

  it('is planned ahead of the driver for a card beside one without MIG, also by a UUID that nobody knows yet', () => {
    const [vgpu] = taskOf().gpus;
    const t4 = { ...vgpu!, address: '0000:00:05.0', name: 'Tesla T4', mode: 'passthrough' as const, vgpu: null };
    const { gpus = [], profile } = wanting({ layout: { '1': '1g.10gb x7', 'GPU-1b7b6fa0-0000': '1g.10gb' } }, 'h100');
    const proposal = mode({}, { profile: profile!, gpus: [t4, ...gpus], ahead: ['driver.install'] });
    expect(linesOf(proposal)).toEqual([`nvidia-smi -i ${BUS} -mig 1`]);
  });

  it('is not touched for a layout that cannot be had', () => {
    expect(saidBy(mode(off, wanting({ layout: '3g.20gb x3' })))).toBe('step.mig.instances.no-room');
    expect(saidBy(mode(off, wanting({ layout: '3g.40gb' })))).toBe('step.mig.instances.no-such-size');
  });

  it('reboots for a change that waits in the card, and calls off one that nobody wants', () => {
    expect(linesOf(mode({ nvidiaSmi: smi('a100', 'disabled', 'enabled') }, wanting({ mode: 'on' })))).toEqual(['reboot']);
    expect(smiLines(mode({ nvidiaSmi: smi('a100', 'enabled', 'disabled') }, wanting({ mode: 'on' })))[0]).toBe(`nvidia-smi -i ${BUS} -mig 1`);
  });

  it('leaves a mode alone that a former tenant left on, unless the profile says off', () => {
    expect(saidBy(mode(on(), wanting({ layout: { '1': '1g.5gb' } })))).toBe('step.mig.no-such-gpu');
    expect(saidBy(mode(on(), wanting({ layout: { '0': '1g.5gb' } })))).toBe('step.mig.mode.done');
    expect(smiLines(mode(on(instances(['3g.20gb', 2, 0, 4])), wanting({ mode: 'off' })))).toEqual([
      `nvidia-smi mig -i ${BUS} -gi 2 -dci`,
      `nvidia-smi mig -i ${BUS} -gi 2 -dgi`,
      `nvidia-smi -i ${BUS} -mig 0`,
      `nvidia-smi --gpu-reset -i ${BUS}`,
    ]);
  });

  it('names who works on a GPU, and stops only services that watch it', () => {
    const persistenced = { pid: 7, name: 'nvidia-persiste', service: 'nvidia-persistenced.service' };
    const python = { pid: 4711, name: 'python3', service: null };
    const blocked = mode({ ...off, gpuClients: [persistenced, python] }, wanting({ mode: 'on' }));
    expect(blocked).toMatchObject({ kind: 'blocked', by: { key: 'step.mig.in-use', values: { names: 'python3 (4711)' } } });
    const lines = linesOf(mode({ ...off, gpuClients: [persistenced] }, wanting({ mode: 'on' })));
    expect([lines[0], lines.at(-1)]).toEqual(['systemctl stop nvidia-persistenced.service', 'systemctl start nvidia-persistenced.service']);
  });

  it('offers nothing inside a vGPU or on a card without MIG, and says why', () => {
    const [vgpu] = taskOf().gpus;
    expect(saidBy(mode({ nvidiaSmi: smi('a100', 'enabled') }, wanting({ mode: 'on' }, 'a100', { gpus: [vgpu!] })))).toBe('step.mig.vgpu');
    expect(saidBy(mode({ nvidiaSmi: smi('t4', null) }, wanting({ mode: 'on' }, 't4')))).toBe('step.mig.no-card');
    expect(saidBy(mode({}, wanting({ mode: 'on' })))).toBe('step.mig.no-driver');
    expect(linesOf(mode({}, wanting({ mode: 'on' }, 'h100', { ahead: ['driver.install'] })))).toEqual([`nvidia-smi -i ${BUS} -mig 1`]);
  });
});

describe('mig.instances', () => {
  it('makes the layout, large ones first, and a unit that makes it at each boot', () => {
    expect(linesOf(cut(on(), wanting({ layout: '1g.5gb x2, 3g.20gb' })))).toEqual([
      `nvidia-smi mig -i ${BUS} -cgi 3g.20gb,1g.5gb,1g.5gb -C`,
      `write ${MIG_SCRIPT}`,
      `write ${MIG_UNIT}`,
      `link ${MIG_WANTED} -> ${MIG_UNIT}`,
      'refresh: systemctl daemon-reload',
    ]);
  });

  it.each([
    ['1g.5gb x7', true],
    ['4g.20gb, 3g.20gb', true],
    ['3g.20gb x2', true],
    ['4g.20gb, 2g.10gb, 1g.5gb', true],
    ['2g.10gb x3, 1g.10gb', true],
    ['3g.20gb, 1g.5gb x4', true],
    ['3g.20gb x3', false],
    ['4g.20gb x2', false],
    ['7g.40gb, 1g.5gb', false],
    ['2g.10gb x3, 1g.5gb x2', false],
    ['1g.5gb+me x2', false],
    ['3g.20gb x2, 1g.5gb', false],
  ])('judges %s beforehand', (layout, fits) => {
    const proposal = cut(off, wanting({ layout }, 'a100', { ahead: ['mig.mode'] }));
    expect([proposal.kind, saidBy(proposal)]).toEqual(fits ? ['todo', 'step.mig.instances.todo'] : ['blocked', 'step.mig.instances.no-room']);
  });

  it('shows what the card offers where it has no such size', () => {
    const proposal = cut(on(), wanting({ layout: '1g.10gb, 3g.40gb' }));
    expect(proposal).toMatchObject({
      by: { key: 'step.mig.instances.no-such-size', values: { size: '3g.40gb', offers: expect.stringContaining('1g.5gb 7/7') } },
    });
  });

  it('keeps what fits, and destroys the rest only where the profile says so and nobody uses the card', () => {
    const there = on(instances(['3g.20gb', 2, 0, 4], ['2g.10gb', 3, 4, 2]));
    const layout = '3g.20gb x2';
    expect(saidBy(cut(there, wanting({ layout })))).toBe('step.mig.instances.others');
    expect(smiLines(cut(there, wanting({ layout, replace: true })))).toEqual([
      `nvidia-smi mig -i ${BUS} -gi 3 -dci`,
      `nvidia-smi mig -i ${BUS} -gi 3 -dgi`,
      `nvidia-smi mig -i ${BUS} -cgi 3g.20gb -C`,
    ]);
    const busy = { ...there, gpuClients: [{ pid: 1, name: 'python3', service: null }] };
    expect(saidBy(cut(busy, wanting({ layout, replace: true })))).toBe('step.mig.in-use');
    // What only has to be made beside others disturbs nobody.
    expect(smiLines(cut(busy, wanting({ layout: '3g.20gb, 1g.5gb' })))).toEqual([`nvidia-smi mig -i ${BUS} -cgi 1g.5gb -C`]);
  });

  it('fills an instance in which nothing can run', () => {
    const there = { ...instances(['7g.40gb', 0, 0, 8]), compute: [] };
    expect(smiLines(cut(on(there), wanting({ layout: '7g.40gb' })))).toEqual([`nvidia-smi mig -i ${BUS} -gi 0 -cci`]);
  });

  it('means a GPU by its number, its UUID or its address', () => {
    for (const key of ['0', 'GPU-1b7b6fa0-0000-4000-8000-000000000000', '00:06.0', BUS])
      expect(smiLines(cut(on(), wanting({ layout: { [key]: '1g.5gb' } })))).toEqual([`nvidia-smi mig -i ${BUS} -cgi 1g.5gb -C`]);
  });

  it('is done where all of it is there, and takes the unit away where nothing is to be on', () => {
    const task = wanting({ layout: '1g.5gb' });
    const unit = Object.fromEntries(actionsOf(cut(on(), task)).flatMap((one) => (one.kind === 'write-file' ? [[one.path, one.content]] : [])));
    const kept = { script: unit[MIG_SCRIPT] ?? null, unit: unit[MIG_UNIT] ?? null, enabled: true };
    expect(cut({ ...on(instances(['1g.5gb', 9, 2, 1])), migUnit: kept }, task).kind).toBe('done');
    expect(linesOf(cut({ ...off, migUnit: kept }, wanting({ mode: 'off' })))).toEqual([
      `remove ${MIG_WANTED}`,
      `remove ${MIG_UNIT}`,
      `remove ${MIG_SCRIPT}`,
      'refresh: systemctl daemon-reload',
    ]);
  });
});
