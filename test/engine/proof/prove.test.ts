import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/engine/proof/part.ts';
import { proofChecks } from '../../../src/engine/proof/checks.ts';
import { translator } from '../../../src/words/translate.ts';
import { refuses, says } from './program.ts';
import { gpu, proofOn, smiOf, vgpu, type Guest } from './stand-in.ts';

const english = await translator('en');

async function partOf(id: Part['id'], guest: Guest): Promise<Part & { readonly text: string }> {
  const { proof } = await proofOn(guest);
  const part = proof.parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`no ${id}`);
  return { ...part, text: english(part.message) };
}
const cuda = (guest: Guest) => partOf('cuda', guest);
const fatal = (text: string) => ({ exit: 1, stderr: `${text}\n` });

describe('CUDA on a GPU', () => {
  it('passes where every result is the processor’s, and shows what was measured', async () => {
    const part = await cuda({});
    expect(part.outcome).toBe('passed');
    expect(part.figures.map(({ what }) => what)).toEqual(['memory', 'to-device', 'to-host', 'product']);
  });

  it('is compiled for the GPU itself, and told its address', async () => {
    const { commands } = await proofOn({});
    expect(commands.find(([program]) => program.endsWith('/nvcc'))).toContain('arch=compute_75,code=sm_75');
    expect(commands.find(([program]) => program.endsWith('/proof'))?.[1]).toBe('0000:00:05.0');
  });

  it('is compiled for any GPU where the toolkit does not know this one', async () => {
    const nvcc = (command: readonly string[]) =>
      command.includes('-gencode') ? fatal("nvcc fatal   : Unsupported gpu architecture 'compute_75'") : {};
    expect((await cuda({ nvcc })).outcome).toBe('passed');
  });

  it('is compiled in spite of a newer gcc', async () => {
    const nvcc = (command: readonly string[]) =>
      command.includes('-allow-unsupported-compiler')
        ? {}
        : fatal('/usr/local/cuda-12.1/include/crt/host_config.h:132:2: error: #error -- unsupported GNU version! gcc versions later than 12 are not supported!');
    expect((await cuda({ nvcc })).outcome).toBe('passed');
  });

  it.each([
    ['no toolkit', { nvcc: null }, 'No CUDA toolkit'],
    ['no C++ compiler', { nvcc: () => fatal('gcc: No such file or directory\nnvcc fatal   : Failed to preprocess host compiler properties.') }, 'C++ compiler'],
    ['no room', { nvcc: () => fatal('proof.cu: error: unable to write: No space left on device') }, 'no room'],
    ['an nvcc that fails otherwise', { nvcc: () => fatal('proof.cu(3): catastrophic error: cannot open source file "cuda_runtime.h"') }, 'could not compile'],
    ['an nvcc that never ends', { nvcc: () => ({ ending: { kind: 'timed-out', afterMs: 40_000 } as const }) }, 'had not finished after 40 s'],
    ['a folder from which nothing may be run', { program: () => ({ ending: { kind: 'denied' } as const }) }, 'noexec'],
    ['a vGPU type without CUDA', { gpus: [vgpu('B', false)] }, 'without CUDA'],
  ])('is skipped with %s, and says so', async (_, guest, text) => {
    const part = await cuda(guest);
    expect(part.outcome).toBe('skipped');
    expect(part.text).toContain(text);
  });

  it('shows what nvcc complained of, without our folder', async () => {
    const part = await cuda({ nvcc: () => fatal('/tmp/gpu-guest-work-abc123/proof.cu(3): error: x') });
    expect(part.evidence).toBe('proof.cu(3): error: x');
  });

  it.each([
    ['a wrong product', { exit: 1, stdout: says({ same: { 'device-copy': true, 'to-device': true, 'to-host': true, product: false } }) }, 'differ from the processor’s: product'],
    ['a device that is missing', { exit: 2, stdout: refuses('cudaGetDeviceCount', 100, 'cudaErrorNoDevice', 'no CUDA-capable device is detected') }, 'sees no GPU'],
    ['a driver that is too old', { exit: 2, stdout: refuses('cudaGetDeviceCount', 35, 'cudaErrorInsufficientDriver', 'CUDA driver version is insufficient for CUDA runtime version') }, 'older than the CUDA toolkit needs'],
    ['an error that nobody listed', { exit: 2, stdout: refuses('cudaMalloc', 719, 'cudaErrorLaunchFailure', 'unspecified launch failure') }, 'cudaMalloc failed: unspecified launch failure'],
    ['a program that hangs', { ending: { kind: 'timed-out', afterMs: 20_000 } as const, stdout: says().split('\n').slice(0, 1).join('\n') }, 'had not ended after 20 s'],
    ['a program that is killed', { ending: { kind: 'killed', signal: 'SIGSEGV' } as const }, 'SIGSEGV'],
    ['half of the output', { stdout: says().split('\n').slice(0, 3).join('\n') }, 'before it was through'],
    ['an exit code that says otherwise', { exit: 1, stdout: says() }, 'exit code 1'],
    ['gibberish', { stdout: 'Illegal instruction' }, 'nothing that can be understood'],
    ['more output than is kept', { stdout: says(), truncated: true }, 'nothing that can be understood'],
    ['figures of another GPU', { stdout: says({ address: '0000:00:06.0' }) }, 'another GPU, 0000:00:06.0'],
  ])('fails with %s', async (_, answer, text) => {
    const part = await cuda({ program: () => answer });
    expect(part.outcome).toBe('failed');
    expect(part.text).toContain(text);
    expect(part.figures).toEqual([]);
  });

  it('is no failure where only the minute was over', async () => {
    const part = await cuda({ program: () => ({ ending: { kind: 'timed-out', afterMs: 3_000 } }) });
    expect(part.outcome).toBe('skipped');
  });
});

describe('on several GPUs', () => {
  const gpus = ['05', '06', '07'].map((bus) => gpu({ address: `0000:00:${bus}.0` }));
  const byAddress = (answers: Readonly<Record<string, Partial<ReturnType<NonNullable<Guest['program']>>>>>): NonNullable<Guest['program']> =>
    ([, address = '']) => answers[address] ?? { stdout: says({ address }) };

  it('each is worked on by itself, and one that fails leaves the others as they are', async () => {
    const program = byAddress({ '0000:00:06.0': { exit: 1, stdout: says({ address: '0000:00:06.0', same: { 'device-copy': false, 'to-device': true, 'to-host': true, product: true } }) } });
    const { proof } = await proofOn({ gpus, program });
    const parts = proof.parts.filter(({ id }) => id === 'cuda');
    expect(parts.map(({ gpu: name, outcome }) => [name, outcome])).toEqual([['0000:00:05.0', 'passed'], ['0000:00:06.0', 'failed'], ['0000:00:07.0', 'passed']]);
    expect(english(parts[1]!.message)).toContain('The results differ');
    expect(proofChecks(proof, false).map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('one that hangs, and one that is gone, do not keep the others from working', async () => {
    const program = byAddress({
      '0000:00:05.0': { ending: { kind: 'timed-out', afterMs: 20_000 } },
      '0000:00:06.0': { exit: 2, stdout: refuses('cudaDeviceGetByPCIBusId', 100, 'cudaErrorNoDevice', 'no CUDA-capable device is detected') },
    });
    const { proof } = await proofOn({ gpus, program });
    expect(proof.parts.filter(({ id }) => id === 'cuda').map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'passed']);
  });
});

describe('on a small guest', () => {
  const df = (kiB: number) => () => ({ stdout: `Filesystem 1024-blocks Used Available Capacity Mounted on\ntmpfs 65536 1 ${String(kiB)} 1% /tmp\n` });

  it('is not begun where the folder has too little room, and names both figures', async () => {
    const part = await cuda({ df: df(20_480) });
    expect(part.outcome).toBe('skipped');
    expect(part.text).toMatch(/has 20 MiB left.* need 64/);
    expect((await partOf('encode', { df: df(20_480) })).text).toBe(part.text);
  });

  it('is not begun where there is too little memory; swap counts', async () => {
    const memory = { totalMiB: 1024, availableMiB: 200, swapFreeMiB: 100 };
    expect((await cuda({ memory })).text).toMatch(/^300 MiB of memory are free.* need 512/);
    expect((await cuda({ memory: { ...memory, swapFreeMiB: 1000 } })).outcome).toBe('passed');
  });

  it('is tried where there is room, and where nobody says how much there is', async () => {
    expect((await cuda({ df: df(1_000_000) })).outcome).toBe('passed');
    expect((await cuda({ df: () => ({ stdout: 'df: illegal option\n', exit: 1 }) })).outcome).toBe('passed');
  });
});

describe('an unlicensed vGPU', () => {
  const slow = () => ({ stdout: says({ copySeconds: 0.4 }) });
  const unlicensed = smiOf('Unlicensed');

  it('that is slow is held back by its licence', async () => {
    const part = await cuda({ gpus: [vgpu('Q')], smi: unlicensed, program: slow });
    expect(part).toMatchObject({ outcome: 'failed', licence: 'unlicensed', evidence: 'Unlicensed' });
    expect(part.text).toContain('held back');
  });

  it('that is restricted is held back, whatever was measured', async () => {
    const part = await cuda({ gpus: [vgpu('Q')], smi: smiOf('Unlicensed (Restricted)') });
    expect(part.outcome).toBe('failed');
  });

  it('that still does all it can passes, and is told what will come', async () => {
    const part = await cuda({ gpus: [vgpu('Q')], smi: smiOf('Unlicensed (Unrestricted)') });
    expect(part.outcome).toBe('passed');
    expect(part.text).toContain('will be held back');
  });

  it('that refuses CUDA is told to be licensed', async () => {
    const program = () => ({ exit: 2, stdout: refuses('cudaFree', 801, 'cudaErrorNotSupported', 'operation not supported') });
    const part = await cuda({ gpus: [vgpu('Q')], smi: unlicensed, program });
    expect(part.text).toContain('license it first');
    expect(part.evidence).toContain('operation not supported');
  });

  it('is not what a licensed one is, which is only told that it is slow', async () => {
    const part = await cuda({ gpus: [vgpu('Q')], smi: smiOf('Licensed (Expiry: 2026-12-1 0:0:0 GMT)'), program: slow });
    expect(part).toMatchObject({ outcome: 'passed', licence: 'licensed' });
    expect(part.text).toContain('less than half');
  });

  it('is not what a card that is passed through is', async () => {
    const part = await cuda({ smi: unlicensed, program: slow });
    expect(part.outcome).toBe('passed');
  });
});

describe('the checks of a proof', () => {
  it('are the parts that were tried', async () => {
    const { proof } = await proofOn({});
    expect(proofChecks(proof, false).map(({ id, ok }) => [id, ok])).toEqual([['work.cuda.0000:00:05.0', true]]);
  });

  it('fail where nothing could be tried', async () => {
    const { proof } = await proofOn({ nvcc: null });
    const [check] = proofChecks(proof, false);
    expect(check).toMatchObject({ id: 'work', ok: false });
    expect(english(check?.found ?? { key: '' })).toContain('No CUDA toolkit');
  });

  it('fail on a guest without any GPU', async () => {
    expect(proofChecks((await proofOn({ gpus: [] })).proof, false)).toMatchObject([{ id: 'work', ok: false }]);
  });
});

it('ends within its minute: what comes too late is left out, and said', async () => {
  const { proof, commands } = await proofOn({ gpus: [gpu(), gpu({ address: '0000:00:06.0' })], eachMs: 26_000 });
  expect(commands.length).toBeLessThanOrEqual(2);
  expect(proof.parts.every(({ outcome }) => outcome === 'skipped')).toBe(true);
  expect(english(proof.parts[0]?.message ?? { key: '' })).toContain('minute');
});
