/** NVENC and NVDEC by ffmpeg: what the GPU wrote is read by the processor, and what it read is compared with what the processor reads. */
import type { Command } from '../../domain/machine.ts';
import type { Worked } from '../../domain/workshop.ts';
import { say } from '../../words/say.ts';
import { excuseOf, FFMPEG, framesPerSecondIn, hashesIn, type Ffmpeg } from './ffmpeg.ts';
import type { Part } from './part.ts';
import { attempt, complaint, failed, outOfTime, passed, skipped, type Site, type Subject } from './site.ts';

const ENOUGH_MS = 12_000;
const FRAMES = 60;

const hasEnded = ({ ending }: Worked): boolean => ending.kind === 'exited' && ending.exitCode === 0;

/** Of a GPU that is used: by CUDA's own variable, which ffmpeg's libraries obey. */
const work = (site: Site, subject: Subject, command: Command): Promise<Worked | null> =>
  attempt(site, command, { atMostMs: ENOUGH_MS, env: { CUDA_VISIBLE_DEVICES: subject.visible } });

const encoding = (coder: string, film: string): Command => [
  ...FFMPEG, '-v', 'error', '-y', '-progress', 'pipe:1',
  '-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30', '-frames:v', String(FRAMES), '-pix_fmt', 'yuv420p',
  '-c:v', coder, ...(coder === 'libx264' ? ['-preset', 'ultrafast'] : []), '-f', 'mp4', film,
];

const decoding = (coder: string, film: string): Command => [
  ...FFMPEG, '-v', 'error', '-c:v', coder, '-i', film, '-an', '-pix_fmt', 'yuv420p', '-f', 'framemd5', '-',
];

/** Neither the guest nor the GPU failed where there is an excuse. */
function notDone(site: Site, id: 'encode' | 'decode', { name }: Subject, worked: Worked): Part {
  const evidence = complaint(worked, site.workshop);
  if (worked.ending.kind === 'timed-out' && worked.ending.afterMs < ENOUGH_MS) return outOfTime(id, name);
  const excuse = excuseOf(worked);
  return excuse === null ? failed(id, name, say(`proof.${id}.failed`), evidence) : skipped(id, name, excuse, evidence);
}

/** The hashes of the frames as the processor reads them; null: it could not. */
async function readByProcessor(site: Site, subject: Subject, film: string): Promise<readonly string[] | null> {
  const worked = await work(site, subject, decoding('h264', film));
  return worked !== null && hasEnded(worked) && !worked.truncated ? hashesIn(worked.stdout) : null;
}

async function encode(site: Site, subject: Subject, film: string): Promise<Part> {
  const worked = await work(site, subject, encoding('h264_nvenc', film));
  if (worked === null) return outOfTime('encode', subject.name);
  if (!hasEnded(worked)) return notDone(site, 'encode', subject, worked);
  const frames = await readByProcessor(site, subject, film);
  if (frames === null) return skipped('encode', subject.name, say('proof.encode.unread'));
  if (frames.length !== FRAMES)
    return failed('encode', subject.name, say('proof.encode.wrong', { found: frames.length, wanted: FRAMES }));
  const value = framesPerSecondIn(worked.stdout);
  const figures = value === null ? [] : [{ what: 'encode', value, unit: 'frames/s', theoretical: null } as const];
  return passed('encode', subject.name, say('proof.encode.same', { frames: FRAMES }), figures);
}

async function decode(site: Site, subject: Subject, film: string): Promise<Part> {
  const worked = await work(site, subject, decoding('h264_cuvid', film));
  if (worked === null) return outOfTime('decode', subject.name);
  if (!hasEnded(worked)) return notDone(site, 'decode', subject, worked);
  const wanted = await readByProcessor(site, subject, film);
  if (wanted === null || wanted.length === 0) return skipped('decode', subject.name, say('proof.decode.no-film'));
  const frames = hashesIn(worked.stdout);
  const same = frames.length === wanted.length && frames.every((hash, index) => hash === wanted[index]);
  return same
    ? passed('decode', subject.name, say('proof.decode.same', { frames: frames.length }))
    : failed('decode', subject.name, say('proof.decode.wrong', { found: frames.length, wanted: wanted.length }));
}

/** A film that the processor made, where the GPU made none. */
async function otherFilm(site: Site, subject: Subject, coders: ReadonlySet<string>, film: string): Promise<boolean> {
  const coder = ['libx264', 'libopenh264'].find((one) => coders.has(one));
  const worked = coder === undefined ? null : await work(site, subject, encoding(coder, film));
  return worked !== null && hasEnded(worked);
}

async function videoWith(site: Site, subject: Subject, coders: ReadonlySet<string>): Promise<readonly Part[]> {
  const { name } = subject;
  const film = `${site.workshop.folder}/film.mp4`;
  site.tell(say('proof.tell.video', { gpu: name }));
  const encoded = coders.has('h264_nvenc')
    ? await encode(site, subject, film)
    : skipped('encode', name, say('proof.ffmpeg.without', { coder: 'h264_nvenc' }));
  if (!coders.has('h264_cuvid'))
    return [encoded, skipped('decode', name, say('proof.ffmpeg.without', { coder: 'h264_cuvid' }))];
  const hasFilm = encoded.outcome === 'passed' || (await otherFilm(site, subject, coders, film));
  return [encoded, hasFilm ? await decode(site, subject, film) : skipped('decode', name, say('proof.decode.no-film'))];
}

export async function videoOn(site: Site, subject: Subject, ffmpeg: Ffmpeg): Promise<readonly Part[]> {
  const { name, gpu, mig } = subject;
  const why =
    ffmpeg.kind === 'not-there'
      ? ffmpeg.why
      : gpu.vgpu?.cuda === false
        ? say('proof.ffmpeg.no-cuda', { type: gpu.vgpu.type ?? '?' })
        : mig === 'none'
          ? say('proof.cuda.mig-empty')
          : null;
  if (ffmpeg.kind === 'there' && why === null) return videoWith(site, subject, ffmpeg.coders);
  const reason = why ?? say('proof.ffmpeg.none');
  return [skipped('encode', name, reason), skipped('decode', name, reason)];
}
