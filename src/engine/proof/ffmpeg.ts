/** What ffmpeg says of NVIDIA's encoder and decoder. Both are reached through CUDA. */
import type { Message } from '../../domain/message.ts';
import type { Worked } from '../../domain/workshop.ts';
import { say } from '../../words/say.ts';
import { attempt, type Site } from './site.ts';

const ENOUGH_MS = 5_000;
export const FFMPEG = ['ffmpeg', '-hide_banner', '-nostdin'] as const;

export type Ffmpeg =
  | { readonly kind: 'there'; readonly coders: ReadonlySet<string> }
  | { readonly kind: 'not-there'; readonly why: Message };

/** ` V....D h264_nvenc           NVIDIA NVENC H.264 encoder (codec h264)` */
const codersIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ V\S{5} ([\w-]+) /gm)].map(([, name = '']) => name);

export async function lookAtFfmpeg(site: Site): Promise<Ffmpeg> {
  const coders = new Set<string>();
  for (const list of ['-encoders', '-decoders']) {
    const worked = await attempt(site, [...FFMPEG, list], { atMostMs: ENOUGH_MS });
    if (worked === null) return { kind: 'not-there', why: say('proof.no-time') };
    if (worked.ending.kind === 'not-found') return { kind: 'not-there', why: say('proof.ffmpeg.none') };
    if (worked.ending.kind !== 'exited' || worked.ending.exitCode !== 0)
      return { kind: 'not-there', why: say('proof.ffmpeg.broken') };
    codersIn(worked.stdout).forEach((name) => coders.add(name));
  }
  return { kind: 'there', coders };
}

/** libavcodec/nvenc.c, libavcodec/cuviddec.c and the loaders of nv-codec-headers (dynlink_loader.h). None of it is the GPU's fault. */
const EXCUSES: readonly (readonly [RegExp, 'library' | 'driver-too-old' | 'no-engine'])[] = [
  [/Cannot load (lib)?(nvidia-encode|nvcuvid|cuda)/i, 'library'],
  [/Driver does not support the required nvenc API version|minimum required Nvidia driver/i, 'driver-too-old'],
  [/No capable devices found|unsupported device|Codec not supported|CUDA_ERROR_NOT_SUPPORTED/i, 'no-engine'],
];

/** Why it could not be tried at all; null: it was, and failed. */
export function excuseOf({ stdout, stderr }: Worked): Message | null {
  const found = EXCUSES.find(([pattern]) => pattern.test(`${stdout}\n${stderr}`));
  return found === undefined ? null : say(`proof.ffmpeg.${found[1]}`);
}

/** `frame=  120 fps= 85 …`, `-progress`: `fps=85.31`. Only from the last report of a whole run. */
export function framesPerSecondIn(progress: string): number | null {
  const value = Number(progress.split('\n').findLast((line) => line.startsWith('fps='))?.slice('fps='.length));
  return Number.isFinite(value) && value > 0 && value < 1e6 ? value : null;
}

/** `0, 0, 0, 1, 1382400, 7e9c…`: of a framemd5 table, the hashes in order. */
export const hashesIn = (table: string): readonly string[] =>
  [...table.matchAll(/^\d+,[^#\n]*,\s*([0-9a-f]{32})\s*$/gm)].map(([, hash = '']) => hash);
