/** CUDA on a Windows guest: setup without its driver, and the machine's PATH letter for letter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cudaParts } from '../../src/catalog/cuda-windows.ts';
import type { CudaChoice } from '../../src/domain/choice.ts';
import type { Proposal } from '../../src/domain/plan.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import type { TypedValue } from '../../src/probes/windows/registry-values.ts';
import { withCuda } from '../../src/steps/windows/machine-path.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import type { SomeFacts } from './facts-of.ts';

const ROOT = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA';
const CUDA_12_6 = `${ROOT}\\v12.6`;
const FILE = 'D:\\媒体\\cuda_12.6.3_561.17_windows.exe';
const install: CudaChoice = {
  kind: 'install',
  version: '12.6.3',
  file: FILE,
  source: { path: FILE },
  sha256: 'c'.repeat(64),
  reason: { key: 'made-up' },
  rejected: [],
};
const keep: CudaChoice = { kind: 'keep', version: '12.6.3', path: CUDA_12_6, reason: { key: 'made-up' } };
const toolkit = { path: CUDA_12_6, version: '12.6.3', nvcc: true, origin: 'package' } as const;

const WINDOWS = '%SystemRoot%\\system32;%SystemRoot%;%SystemRoot%\\System32\\Wbem';
const variable = (name: string, data: string, type = 'REG_SZ'): TypedValue => ({ name, type, data });
const environment = (path: string, ...others: readonly TypedValue[]): SomeFacts => ({
  pathFiles: {
    environment: null,
    profileD: null,
    ldSoConfD: null,
    links: {},
    cudaBinaries: [],
    registry: [variable('OS', 'Windows_NT'), variable('Path', path, 'REG_EXPAND_SZ'), ...others],
  },
});
const toolkits = (...all: FactValues['cudaToolkits']['toolkits']): SomeFacts => ({
  cudaToolkits: { toolkits: all, current: null },
});
const asked = (id: 'cuda.install' | 'path.configure', facts: SomeFacts, cuda: CudaChoice): Proposal =>
  ask(id, facts, { cuda }, 'windows');

describe('cuda.install on Windows', () => {
  it('names the parts of the toolkit, so that the driver is never among them, and asks for no restart', () => {
    const [setup] = actionsOf(asked('cuda.install', { ...toolkits(), ...environment(WINDOWS) }, install));
    if (setup?.kind !== 'run') throw new Error('no setup');
    expect(setup.command.slice(0, 4)).toEqual([FILE, '-s', 'nvcc_12.6', 'cudart_12.6']);
    expect(setup.command.at(-1)).toBe('-n');
    expect(setup.command.join(' ')).not.toMatch(/display|driver/i);
    expect(setup.undo).toMatchObject({ kind: 'restore', paths: [CUDA_12_6] });
  });

  it('keeps CUDA_PATH for the undo, as setup gives it another value', () => {
    const old = variable('CUDA_PATH', `${ROOT}\\v11.8`);
    const [guard] = actionsOf(asked('cuda.install', { ...toolkits(), ...environment(WINDOWS, old) }, install));
    expect(guard).toMatchObject({ kind: 'write-value', name: 'CUDA_PATH', data: `${ROOT}\\v11.8` });
  });

  it('is done where the toolkit is there, and installs none whose parts nobody has named', () => {
    expect(asked('cuda.install', toolkits(toolkit), install).kind).toBe('done');
    const old: CudaChoice = { ...install, version: '10.2.89' };
    expect(saidBy(asked('cuda.install', toolkits(), old))).toBe('step.cuda.install.windows.no-parts');
  });

  it.each(['11.1.0', '11.8.0', '12.0.1', '12.6.3', '13.2.0'])('knows the parts of CUDA %s, its compiler first', (version) => {
    const names = cudaParts(version) ?? [];
    const short = version.split('.').slice(0, 2).join('.');
    expect(names[0]).toBe(`nvcc_${short}`);
    expect(names).toContain(`cudart_${short}`);
    expect(names.every((name) => name.endsWith(`_${short}`))).toBe(true);
    expect(names.includes(`crt_${short}`)).toBe(version.startsWith('13'));
  });
});

describe('path.configure on Windows', () => {
  const written = (proposal: Proposal, name: string) =>
    actionsOf(proposal).find((action) => action.kind === 'write-value' && action.name === name);

  it('puts CUDA first, leaves %SystemRoot% and the type as they are, and tells the windows', () => {
    const proposal = asked('path.configure', { ...toolkits(toolkit), ...environment(WINDOWS) }, keep);
    expect(written(proposal, 'Path')).toMatchObject({
      type: 'REG_EXPAND_SZ',
      data: `${CUDA_12_6}\\bin;${WINDOWS}`,
      entries: true,
    });
    expect(written(proposal, 'CUDA_PATH')).toMatchObject({ type: 'REG_SZ', data: CUDA_12_6 });
    expect(written(proposal, 'CUDA_PATH_V12_6')).toMatchObject({ data: CUDA_12_6 });
    expect(linesOf(proposal).at(-1)).toBe('refresh: setx.exe OS Windows_NT /M');
  });

  it('does not cut off a PATH of more than 2047 characters, and warns of what would', () => {
    const long = [WINDOWS, ...Array.from({ length: 90 }, (_, index) => `C:\\Program Files\\Vendor ${index}\\bin`)].join(';');
    expect(long.length).toBeGreaterThan(2047);
    const proposal = asked('path.configure', { ...toolkits(toolkit), ...environment(long) }, keep);
    expect(written(proposal, 'Path')).toMatchObject({ data: `${CUDA_12_6}\\bin;${long}` });
    expect(proposal).toMatchObject({ warnings: [{ key: 'step.path.configure.windows.long' }] });
  });

  it('is done where all lead to the toolkit, in whatever case and with a backslash at the end', () => {
    const path = `${CUDA_12_6.toUpperCase()}\\BIN\\;${WINDOWS}`;
    const others = [variable('CUDA_PATH', CUDA_12_6), variable('CUDA_PATH_V12_6', CUDA_12_6)];
    const proposal = asked('path.configure', { ...toolkits(toolkit), ...environment(path, ...others) }, keep);
    expect(saidBy(proposal)).toBe('step.path.configure.windows.done');
  });

  it('says so where Windows would not take it, and changes nothing', () => {
    const proposal = asked('path.configure', { ...toolkits(toolkit), ...environment('C:\\x;'.repeat(6600)) }, keep);
    expect(saidBy(proposal)).toBe('step.path.configure.windows.too-long');
  });

  it('tells nobody where the value that would be used for it is not as Windows makes it', () => {
    const facts = environment(WINDOWS);
    const pathFiles = facts.pathFiles as FactValues['pathFiles'];
    const registry = (pathFiles.registry ?? []).filter(({ name }) => name !== 'OS');
    const proposal = asked('path.configure', { ...toolkits(toolkit), pathFiles: { ...pathFiles, registry } }, keep);
    expect(linesOf(proposal).join()).not.toContain('setx');
  });
});

describe("the machine's PATH", () => {
  const bin = `${CUDA_12_6}\\bin`;
  const old = `${ROOT}\\v11.8\\bin`;

  it('has an older toolkit behind the chosen one, and none that is gone', () => {
    expect(withCuda(`${old};${ROOT}\\v10.2\\libnvvp;${WINDOWS}`, [bin], [CUDA_12_6, `${ROOT}\\v11.8`])).toBe(
      `${bin};${old};${WINDOWS}`,
    );
  });

  it('has it once, where it stood behind another toolkit and twice', () => {
    const twice = `${old};"${bin}";${WINDOWS};%ProgramFiles%\\NVIDIA GPU Computing Toolkit\\CUDA\\v12.6\\bin\\`;
    expect(withCuda(twice, [bin], [CUDA_12_6, `${ROOT}\\v11.8`])).toBe(`${bin};${old};${WINDOWS}`);
  });

  it('keeps the other folders letter for letter: empty entries, quotes, doubles, other alphabets', () => {
    const others = `C:\\工具;;"C:\\Program Files\\a;b";C:\\工具;%JAVA_HOME%\\bin;`;
    expect(withCuda(others, [bin], [CUDA_12_6])).toBe(`${bin};${others}`);
    expect(withCuda(`${bin};${others}`, [bin], [CUDA_12_6])).toBe(`${bin};${others}`);
  });

  it('is changed once, whatever stands in it: a second time nothing, and no other entry is lost or moved', () => {
    const others = ['%SystemRoot%', 'C:\\工具', '', '"C:\\a b"', 'D:\\CUDA\\v12.6\\bin', `${ROOT}-old\\bin`];
    const ours = [bin, `${bin}\\`, `"${bin}"`, old, `${ROOT}\\v9.0\\bin`, `${ROOT}\\v9.0\\libnvvp`];
    const entries = fc.array(fc.constantFrom(...others, ...ours), { maxLength: 12 });
    fc.assert(
      fc.property(entries, (list) => {
        const once = withCuda(list.join(';'), [bin], [CUDA_12_6, `${ROOT}\\v11.8`]);
        expect(withCuda(once, [bin], [CUDA_12_6, `${ROOT}\\v11.8`])).toBe(once);
        const kept = (entry: string): boolean => others.includes(entry);
        expect(once.split(';').filter(kept)).toEqual(list.join(';').split(';').filter(kept));
        expect(once).not.toContain('v9.0');
      }),
    );
  });
});
