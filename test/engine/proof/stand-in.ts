/** A workshop without processes: nvcc, its program, nvidia-smi, ffmpeg and vulkaninfo by what the originals say and how they end. */
import type { Gpu } from '../../../src/domain/gpu.ts';
import { known } from '../../../src/domain/fact.ts';
import type { Command, Ending } from '../../../src/domain/machine.ts';
import type { Worked, Workshop } from '../../../src/domain/workshop.ts';
import type { Proof } from '../../../src/engine/proof/part.ts';
import { prove } from '../../../src/engine/proof/prove.ts';
import { factsOf } from '../../steps/facts-of.ts';
import { says, T4 } from './program.ts';

type Answer = Partial<Worked> & { readonly exit?: number };
type Program = (command: Command, env: Readonly<Record<string, string>>) => Answer;

const FOLDER = '/tmp/gpu-guest-work-abc123';
const absent: Ending = { kind: 'not-found' };

export const gpu = (change: Partial<Gpu> = {}): Gpu => ({
  address: T4,
  vendorId: '10de',
  deviceId: '1eb8',
  subsystemVendorId: '10de',
  subsystemDeviceId: '12a2',
  classId: '0302',
  name: 'Tesla T4',
  architecture: 'Turing',
  cardClass: 'datacenter',
  mode: 'passthrough',
  modeReason: { key: 'check.unknown' },
  vgpu: null,
  mig: null,
  boundDriver: 'nvidia',
  ...change,
});

export const vgpu = (series: 'Q' | 'B' | 'C', cuda = true): Gpu =>
  gpu({
    mode: 'vgpu',
    vgpu: { type: `GRID T4-8${series}`, series, framebufferMiB: 8192, cuda, hostDriver: null },
  });

/** `nvidia-smi -q` of one card. */
export const smiOf = (licence: string | null, mig: 'Enabled' | 'N/A' = 'N/A', product = 'NVIDIA RTX Virtual Workstation'): string =>
  [
    '==============NVSMI LOG==============',
    'Driver Version                            : 535.161.07',
    'CUDA Version                              : 12.2',
    'Attached GPUs                             : 1',
    'GPU 00000000:00:05.0',
    '    Product Name                          : Tesla T4',
    '    MIG Mode',
    `        Current                           : ${mig}`,
    ...(licence === null
      ? []
      : [
          '    vGPU Software Licensed Product',
          `        Product Name                      : ${product}`,
          `        License Status                    : ${licence}`,
        ]),
    '    PCI',
    '        Bus Id                            : 00000000:00:05.0',
    '',
  ].join('\n');

export type Guest = {
  readonly gpus?: readonly Gpu[];
  readonly goal?: 'compute' | 'workstation';
  readonly smi?: string;
  /** What the program that nvcc built does; absent: it measures. */
  readonly program?: Program;
  readonly nvcc?: Program | null;
  readonly ffmpeg?: Program;
  readonly vulkaninfo?: Program;
  readonly eglinfo?: Program;
  readonly df?: Program;
  readonly memory?: { readonly totalMiB: number; readonly availableMiB: number; readonly swapFreeMiB: number };
  /** Of the stand-in's clock: how long each program takes. */
  readonly eachMs?: number;
};

/** The proof, and every command that was run. */
export async function proofOn(guest: Guest): Promise<{ readonly proof: Proof; readonly commands: readonly Command[] }> {
  const commands: Command[] = [];
  let now = 0;
  let built = false;
  const nvcc: Program = (command, env) => {
    const answer = guest.nvcc?.(command, env) ?? {};
    built ||= (answer.exit ?? 0) === 0 && (answer.ending ?? { kind: 'exited' }).kind === 'exited';
    return answer;
  };
  const smi = guest.smi ?? smiOf(null);
  const programs: Readonly<Record<string, Program | undefined>> = {
    '/usr/local/cuda-12.1/bin/nvcc': nvcc,
    [`${FOLDER}/proof`]: guest.program ?? (() => ({ stdout: says() })),
    'nvidia-smi': ([, first = '']) => {
      if (first === '-L') return { stdout: 'GPU 0: Tesla T4 (UUID: GPU-1)\n' };
      return { stdout: first === '-q' ? smi : '00000000:00:05.0, 7.5\n' };
    },
    df: guest.df,
    ffmpeg: guest.ffmpeg,
    vulkaninfo: guest.vulkaninfo,
    eglinfo: guest.eglinfo,
  };
  const workshop: Workshop = {
    folder: FOLDER,
    put: () => Promise.resolve(),
    run: (command, { env = {} }) => {
      commands.push(command);
      now += guest.eachMs ?? 10;
      const program = command[0] === `${FOLDER}/proof` && !built ? undefined : programs[command[0]];
      const { exit = 0, ...answer } = program === undefined ? { ending: absent } : program(command, env);
      return Promise.resolve({
        ending: { kind: 'exited', exitCode: exit },
        stdout: '',
        stderr: '',
        truncated: false,
        ...answer,
      });
    },
    elapsedMs: () => now,
    cancelled: () => false,
  };
  const toolkits =
    guest.nvcc === null ? [] : [{ path: '/usr/local/cuda-12.1', version: '12.1', nvcc: true, origin: 'runfile' as const }];
  const facts = {
    ...factsOf(guest.memory ? { memory: guest.memory } : {}),
    cudaToolkits: known({ toolkits, current: toolkits[0]?.path ?? null }),
    nvidiaSmi: known({
      kind: 'answered' as const,
      driverVersion: '535.161.07',
      cudaVersion: '12.2',
      gpus: [],
      isHost: false,
      complete: true,
    }),
  };
  const proof = await prove(workshop, facts, { gpus: guest.gpus ?? [gpu()], goal: guest.goal ?? 'compute' }, () => undefined);
  return { proof, commands };
}
