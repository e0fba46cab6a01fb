/** Builds the CUDA program with the toolkit of the guest. */
import type { Message } from '../../domain/message.ts';
import type { Worked } from '../../domain/workshop.ts';
import { say } from '../../words/say.ts';
import source from '../../../resources/work/proof.cu';
import { attempt, complaint, type Site } from './site.ts';

export type Built =
  | { readonly kind: 'built'; readonly program: string }
  /** Nothing is wrong with the GPU: it could not be tried. */
  | { readonly kind: 'not-built'; readonly why: Message; readonly evidence: string | null };

const ENOUGH_MS = 40_000;
const isBuilt = ({ ending }: Worked): boolean => ending.kind === 'exited' && ending.exitCode === 0;

/** nvcc 13.0: `nvcc fatal   : Unsupported gpu architecture 'compute_61'`. */
const UNKNOWN_ARCHITECTURE = /Unsupported gpu architecture|is not defined for option 'gpu-architecture'/i;
/** `#error -- unsupported GNU version! gcc versions later than 12 are not supported!`, from crt/host_config.h. */
const COMPILER_TOO_NEW = /unsupported (GNU|clang) version/i;
/** nvcc 13.0 without gcc in its PATH: `gcc: No such file or directory`; others: `sh: 1: gcc: not found`, `cannot execute 'cc1plus'`. */
const NO_COMPILER = /(gcc|g\+\+|cc1plus|cicc)'?:? (No such file|not found|command not found)|cannot execute .?cc1plus|Failed to preprocess host compiler/i;
const NO_ROOM = /No space left on device/i;

function whyNot(worked: Worked): Message {
  const { ending, stdout, stderr } = worked;
  const text = `${stdout}\n${stderr}`;
  if (ending.kind === 'not-found') return say('proof.nvcc.gone');
  if (ending.kind === 'denied') return say('proof.nvcc.denied');
  if (ending.kind === 'timed-out') return say('proof.nvcc.slow', { seconds: Math.round(ending.afterMs / 1000) });
  if (NO_ROOM.test(text)) return say('proof.nvcc.no-room');
  return NO_COMPILER.test(text) ? say('proof.nvcc.no-compiler') : say('proof.nvcc.failed');
}

/** `capabilities`: of the GPUs, such as "7.5": their own code needs no compiler in the driver, which may be older than the toolkit. */
export async function compile(site: Site, nvcc: string, capabilities: readonly string[]): Promise<Built> {
  const { workshop } = site;
  site.tell(say('proof.tell.compile', { nvcc }));
  await workshop.put('proof.cu', source());
  const codes = [...new Set(capabilities)].map((one) => one.replace('.', ''));
  let target: readonly string[] = codes.flatMap((code) => ['-gencode', `arch=compute_${code},code=sm_${code}`]);
  let further: readonly string[] = [];
  const build = () =>
    attempt(site, [nvcc, '-O2', ...target, ...further, '-o', `${workshop.folder}/proof`, `${workshop.folder}/proof.cu`], {
      atMostMs: ENOUGH_MS,
    });
  let worked = await build();
  // One after the other: a toolkit can be too old for the card and for the compiler of the guest.
  for (let attempts = 0; attempts < 2 && worked !== null && !isBuilt(worked); attempts++) {
    const text = worked.stdout + worked.stderr;
    if (target.length > 0 && UNKNOWN_ARCHITECTURE.test(text)) target = [];
    else if (further.length === 0 && COMPILER_TOO_NEW.test(text)) further = ['-allow-unsupported-compiler'];
    else break;
    worked = await build();
  }
  if (worked === null) return { kind: 'not-built', why: say('proof.no-time'), evidence: null };
  return isBuilt(worked)
    ? { kind: 'built', program: `${workshop.folder}/proof` }
    : { kind: 'not-built', why: whyNot(worked), evidence: complaint(worked, workshop) };
}
