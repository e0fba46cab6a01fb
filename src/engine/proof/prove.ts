/** Proof by work: what `verify --work` has each GPU do. */
import type { Choice } from '../../domain/choice.ts';
import type { Gpu } from '../../domain/gpu.ts';
import type { Message } from '../../domain/message.ts';
import type { Workshop } from '../../domain/workshop.ts';
import type { Facts } from '../../probes/facts.ts';
import { parseNvidiaSmi, type SmiGpu } from '../../probes/nvidia-smi.ts';
import { addressOf } from '../../probes/nvidia-smi-values.ts';
import { say } from '../../words/say.ts';
import { compile, type Built } from './compile.ts';
import { cudaOn, withoutCuda } from './cuda.ts';
import { lookAtFfmpeg } from './ffmpeg.ts';
import { graphicsOn, lookAtGraphics } from './graphics.ts';
import { nvccOf } from './nvcc.ts';
import type { Part, Proof } from './part.ts';
import { shortageOf } from './shortage.ts';
import { attempt, skipped, type Site, type Subject } from './site.ts';
import { subjectsOf } from './subjects.ts';
import { withLicence } from './throttled.ts';
import { videoOn } from './video.ts';

/** A program that does not obey is given 7 s more before it is left to itself: all of it stays within a minute. */
const LIMIT_MS = 52_000;
const SMI_MS = 8_000;

/** `nvidia-smi` in one of its forms; '' where it gives none in time. */
async function smiSays(site: Site, args: readonly string[]): Promise<string> {
  const worked = await attempt(site, ['nvidia-smi', ...args], { atMostMs: SMI_MS });
  return worked?.ending.kind === 'exited' && worked.ending.exitCode === 0 ? worked.stdout : '';
}

/** The GPUs as they are now; [] where that cannot be known. */
async function gpusNow(site: Site): Promise<readonly SmiGpu[]> {
  const stdout = await smiSays(site, ['-q']);
  if (stdout === '') return [];
  try {
    const smi = parseNvidiaSmi({ stdout, stderr: '', exitCode: 0 });
    return smi.kind === 'answered' ? smi.gpus : [];
  } catch {
    // Expected: it said what nobody understands.
    return [];
  }
}

/** `00000000:00:05.0, 7.5`, by driver 510 and newer; older ones do not know the field. */
export const capabilitiesIn = (csv: string): readonly string[] =>
  csv.split('\n').flatMap((line) => {
    const [address, capability = ''] = line.split(',').map((word) => word.trim());
    return addressOf(address) !== null && /^\d{1,2}\.\d$/.test(capability) ? [capability] : [];
  });

async function program(site: Site, facts: Facts): Promise<Built> {
  if (!facts.cudaToolkits.known) return { kind: 'not-built', why: say('proof.nvcc.unknown'), evidence: null };
  const nvcc = nvccOf(facts.cudaToolkits);
  if (nvcc === null) return { kind: 'not-built', why: say('proof.nvcc.none'), evidence: null };
  const capabilities = capabilitiesIn(await smiSays(site, ['--query-gpu=pci.bus_id,compute_cap', '--format=csv,noheader']));
  return compile(site, nvcc, capabilities);
}

async function cudaParts(site: Site, subjects: readonly Subject[], facts: Facts): Promise<readonly Part[]> {
  const built = subjects.some((one) => withoutCuda(one) === null) ? await program(site, facts) : null;
  const parts: Part[] = [];
  for (const subject of subjects) {
    const without = withoutCuda(subject);
    if (without !== null) parts.push(without);
    else if (built?.kind === 'built') parts.push(await cudaOn(site, subject, built.program));
    else if (built !== null) parts.push(skipped('cuda', subject.name, built.why, built.evidence));
  }
  return parts;
}

async function videoParts(site: Site, subjects: readonly Subject[]): Promise<readonly Part[]> {
  const ffmpeg = await lookAtFfmpeg(site);
  const parts: Part[] = [];
  for (const subject of subjects) parts.push(...(await videoOn(site, subject, ffmpeg)));
  return parts;
}

const secondsOf = ({ workshop }: Site): number => Math.round(workshop.elapsedMs() / 100) / 10;

/**
 * CUDA on each GPU, then NVENC and NVDEC, then graphics, within a minute in all; what cannot be tried is skipped and says why. Never
 * throws for what a program does. Changes nothing of the guest but the workshop's own folder.
 */
export async function prove(
  workshop: Workshop,
  facts: Facts,
  { gpus, goal }: { readonly gpus: readonly Gpu[]; readonly goal: Choice['goal'] },
  tell: (message: Message) => void,
): Promise<Proof> {
  const site: Site = { workshop, untilMs: LIMIT_MS, tell };
  if (gpus.length === 0) return { seconds: 0, parts: [skipped('cuda', null, say('proof.no-gpu'))] };
  const before = facts.nvidiaSmi.known && facts.nvidiaSmi.value.kind === 'answered' ? facts.nvidiaSmi.value.gpus : [];
  const subjects = subjectsOf(gpus, before, before.some(({ migMode }) => migMode === 'enabled') ? await smiSays(site, ['-L']) : '');
  const licenceIn = (all: readonly SmiGpu[], { gpu, name }: Subject) =>
    (all.find(({ address }) => address !== null && address === gpu.address) ?? all[Number(name)])?.licence ?? null;

  const short = await shortageOf(site, facts.memory);
  const computed = short === null ? await cudaParts(site, subjects, facts) : subjects.map(({ name }) => skipped('cuda', name, short));
  const after = await gpusNow(site);
  const filmed = short === null ? await videoParts(site, subjects) : subjects.flatMap(({ name }) => [skipped('encode', name, short), skipped('decode', name, short)]);
  const context = await lookAtGraphics(site);
  const drawn = subjects.map((one) => graphicsOn(one, context, licenceIn(after, one), goal === 'workstation'));
  const parts = [...computed, ...filmed, ...drawn].map((part) => {
    const subject = subjects.find(({ name }) => name === part.gpu);
    return withLicence(part, subject, subject === undefined ? null : licenceIn(after, subject));
  });
  return { seconds: secondsOf(site), parts };
}

/** Nothing was run: a simulated guest has no GPU. */
export const simulatedProof = (): Proof => ({ seconds: 0, parts: [skipped('cuda', null, say('proof.simulated'))] });
