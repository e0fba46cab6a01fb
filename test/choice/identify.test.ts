import { describe, expect, it } from 'vitest';
import { identify } from '../../src/choice/identify.ts';
import { known } from '../../src/domain/fact.ts';
import { bareMetal, display, identified, smi, smiGpu, unknown } from './guests.ts';

const modeOf = (...args: Parameters<typeof identified>) => {
  const [gpu] = identified(...args).gpus;
  return [gpu?.mode, gpu?.modeReason.key.replace('choice.mode.', '')];
};

describe('how a GPU is presented', () => {
  it.each([
    ['1eb8:10de:130f', 'vgpu', 'pair'],
    ['1eb8:10de:130f@525.105.14', 'vgpu', 'capability'],
    ['1eb8:10de:130f@no-vf', 'vgpu', 'pair'],
    ['1eb8:10de:ffee@vf', 'vgpu', 'capability'],
    ['1eb8:10de:12a2', 'passthrough', 'board'],
    ['1eb8:1028:12a2', 'passthrough', 'other-maker'],
    ['1b38:10de:11d9', 'passthrough', 'board'],
    ['1eb8:10de:ffee', 'passthrough', 'unlisted-board'],
    ['1eb8:10de:ffee@no-vf', 'passthrough', 'unlisted-board-no-capability'],
    ['1eb8', 'unknown', 'no-subsystem'],
    ['1eb8:0000:0000', 'unknown', 'no-subsystem'],
    ['2684', 'passthrough', 'no-types'],
    ['2684:1043:88e2', 'passthrough', 'no-types'],
    ['ffee:10de:0001', 'passthrough', 'unlisted-card'],
  ])('%s: %s, by %s', (ids, mode, reason) => {
    expect(modeOf([ids])).toEqual([mode, reason]);
  });

  it('is doubtful for an unlisted board unless its config space was read', () => {
    const doubts = ['1eb8:10de:ffee', '1eb8:10de:ffee@no-vf', '1eb8:10de:12a2', 'ffee'].map(
      (ids) => identified([ids]).gpus[0]?.doubtful,
    );
    expect(doubts).toEqual([true, undefined, undefined, true]);
  });

  it('nvidia-smi decides where the ids do not', () => {
    const says = (virtualizationMode: 'vgpu' | 'pass-through' | 'none' | 'host-vgpu') =>
      known(smi([smiGpu({ deviceId: '1eb8', virtualizationMode })]));
    expect(modeOf(['1eb8'], says('vgpu'))).toEqual(['vgpu', 'smi-vgpu']);
    expect(modeOf(['1eb8'], says('pass-through'))).toEqual(['passthrough', 'smi-passthrough']);
    expect(modeOf(['1eb8'], says('none'))).toEqual(['unknown', 'no-subsystem']);
    expect(modeOf(['1eb8:10de:12a2'], says('none'))).toEqual(['passthrough', 'board']);
    expect(modeOf(['1eb8:10de:12a2'], says('none'), unknown)).toEqual(['unknown', 'smi-none']);
    expect(modeOf(['1eb8:10de:12a2'], says('host-vgpu'))).toEqual(['unknown', 'host']);
  });

  it('on bare metal and on the host only nvidia-smi’s word counts', () => {
    expect(modeOf(['2684'], known({ kind: 'absent' }), known(bareMetal))).toEqual(['unknown', 'bare-metal']);
    expect(modeOf(['1b38:10de:11d9'], known(smi([], true)))).toEqual(['unknown', 'host']);
    const passed = known(smi([smiGpu({ virtualizationMode: 'pass-through' })]));
    expect(modeOf(['1b38:10de:11d9'], passed, known(bareMetal))).toEqual(['passthrough', 'smi-passthrough']);
  });
});

describe('what a GPU is', () => {
  it('a T4-8Q before any driver is installed', () => {
    expect(identified(['1eb8:10de:130f@525.105.14']).gpus).toEqual([
      {
        address: '0000:00:05.0',
        vendorId: '10de',
        deviceId: '1eb8',
        subsystemVendorId: '10de',
        subsystemDeviceId: '130f',
        classId: '0302',
        name: 'Tesla T4',
        architecture: 'Turing',
        cardClass: 'datacenter',
        mode: 'vgpu',
        modeReason: { key: 'choice.mode.capability' },
        vgpu: {
          type: 'GRID T4-8Q',
          series: 'Q',
          framebufferMiB: 8192,
          cuda: true,
          hostDriver: { version: '525.105.14', branch: 'r525_00' },
        },
        mig: null,
        boundDriver: null,
      },
    ]);
  });

  it('a vGPU that no list names is a vGPU without a type', () => {
    const [gpu] = identified(['1eb8:10de:ffee@vf']).gpus;
    expect(gpu?.vgpu).toEqual({ type: null, series: null, framebufferMiB: null, cuda: null, hostDriver: null });
  });

  it.each([
    ['25b6:10de:14a9', 'NVIDIA A16'],
    ['25b6:10de:157e', 'NVIDIA A2'],
    ['25b6:10de:1601', 'NVIDIA A16'],
    ['25b6', 'NVIDIA A16 / NVIDIA A2'],
    ['1b38:10de:11d9', 'Tesla P40'],
    ['1b38:10de:11ed', 'Tesla P40'],
  ])('%s is a %s', (ids, name) => {
    expect(identified([ids]).gpus[0]?.name).toBe(name);
  });

  it('only NVIDIA’s displays are GPUs; others are named, bridges and audio are not', () => {
    const { gpus, others } = identify(
      known([
        display('1eb8:10de:12a2'),
        { ...display('10f9'), classId: '0403' },
        { ...display('00b8'), vendorId: '1013', classId: '0300', name: 'as lspci names it' },
        { ...display('0405'), vendorId: '15ad', classId: '0300', name: null },
      ]),
      unknown,
      unknown,
    );
    expect(gpus.map(({ deviceId }) => deviceId)).toEqual(['1eb8']);
    expect(others).toEqual([
      { address: '0000:00:05.0', vendorId: '1013', deviceId: '00b8', name: 'as lspci names it' },
      { address: '0000:00:05.0', vendorId: '15ad', deviceId: '0405', name: 'VMware SVGA II Adapter' },
    ]);
  });
});

describe('nvidia-smi alone', () => {
  const alone = (fields: Parameters<typeof smiGpu>[0]) =>
    identify(unknown, known(smi([smiGpu(fields)])), unknown).gpus[0];

  it('names the vGPU type, and by it the card', () => {
    expect(alone({ productName: 'NVIDIA RTXA6000-24Q', virtualizationMode: 'vgpu' })).toMatchObject({
      deviceId: '2230',
      name: 'NVIDIA RTX A6000',
      architecture: 'Ampere',
      mode: 'vgpu',
      vgpu: { type: 'NVIDIA RTXA6000-24Q', series: 'Q', framebufferMiB: 24576, cuda: true, hostDriver: null },
      boundDriver: 'nvidia',
    });
  });

  it('gives ids, which lead to the card', () => {
    expect(alone({ deviceId: '2335', virtualizationMode: 'pass-through' })).toMatchObject({
      name: 'NVIDIA H200',
      architecture: 'Hopper',
      mode: 'passthrough',
    });
  });

  it('of the host is no guest', () => {
    const host = identify(
      unknown,
      known(smi([smiGpu({ productName: 'Tesla P40', virtualizationMode: 'host-vgpu' })], true)),
      unknown,
    );
    expect(host.gpus[0]).toMatchObject({ deviceId: '1b38', mode: 'unknown', vgpu: null });
  });

  it('is joined with the bus by address, by ids, and else stands by itself', () => {
    const listed = known(
      smi([
        smiGpu({ address: '0000:00:06.0', productName: 'NVIDIA L4', migMode: 'disabled' }),
        smiGpu({ deviceId: '1eb8', productName: 'Tesla T4' }),
        smiGpu({ address: '0000:0a:00.0', productName: 'NVIDIA A10' }),
        smiGpu({ productName: 'D3227-A1' }),
      ]),
    );
    const { gpus } = identified(['1eb8:10de:12a2', '27b8:10de:16ca'], listed);
    expect(gpus.map(({ name, mig, address }) => [name, mig, address])).toEqual([
      ['Tesla T4', null, '0000:00:05.0'],
      ['NVIDIA L4', { enabled: false }, '0000:00:06.0'],
      ['NVIDIA A10', null, '0000:0a:00.0'],
    ]);
  });
});

describe('a card that is named without its id', () => {
  const named = (productName: string, fields = {}) => known(smi([smiGpu({ productName, ...fields })]));

  it('is one of several of that name that need the same', () => {
    const [gpu] = identify(unknown, named('NVIDIA GeForce RTX 3080', { virtualizationMode: 'none' }), unknown).gpus;
    expect(gpu).toMatchObject({ deviceId: null, architecture: 'Ampere', cardClass: 'consumer', mode: 'unknown' });
    expect(modeOf([], named('NVIDIA GeForce RTX 3080'))).toEqual(['passthrough', 'no-types']);
  });

  it('stays unknown where a vGPU may show that name, or nobody knows it', () => {
    expect(modeOf([], named('NVIDIA A100-SXM4-40GB'))[0]).not.toBe('passthrough');
    expect(modeOf([], named('NVIDIA Made-Up 9000'))).toEqual(['unknown', 'no-ids']);
  });
});
