import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/machine.ts';
import { framesPerSecondIn, hashesIn } from '../../../src/engine/proof/ffmpeg.ts';
import { translator } from '../../../src/words/translate.ts';
import { proofOn, vgpu, type Guest } from './stand-in.ts';

const english = await translator('en');

const ENCODERS = ` V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 (codec h264)
 V....D h264_nvenc           NVIDIA NVENC H.264 encoder (codec h264)
`;
const DECODERS = ` VFS..D h264                 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10
 V..... h264_cuvid           Nvidia CUVID H264 decoder (codec h264)
`;
const hash = (number: number): string => number.toString(16).padStart(32, '0');
const table = (from: number, frames: number): string =>
  ['#format: frame checksums', ...Array.from({ length: frames }, (_, at) => `0, ${at * 512}, ${at * 512}, 512, 1382400, ${hash(from + at)}`), ''].join('\n');

type Coders = {
  readonly encoders?: string;
  readonly decoders?: string;
  readonly encode?: (coder: string) => object;
  readonly decode?: (coder: string) => object;
};

/** It tells its coders, encodes where a film is named last, and else decodes into a table. */
const ffmpeg =
  ({ encoders = ENCODERS, decoders = DECODERS, encode, decode }: Coders = {}) =>
  (command: Command) => {
    if (command.includes('-encoders')) return { stdout: encoders };
    if (command.includes('-decoders')) return { stdout: decoders };
    const coder = command[command.indexOf('-c:v') + 1] ?? '';
    return command.at(-1) === '-'
      ? (decode?.(coder) ?? { stdout: table(1, 60) })
      : (encode?.(coder) ?? { stdout: 'frame=60\nfps=80.10\nprogress=continue\nframe=120\nfps=93.25\nprogress=end\n' });
  };
const fails = (text: string) => ({ exit: 1, stderr: text });

async function video(guest: Guest) {
  const { proof } = await proofOn(guest);
  const of = (id: string) => {
    const part = proof.parts.find((one) => one.id === id);
    return { outcome: part?.outcome, text: english(part?.message ?? { key: '' }), figures: part?.figures };
  };
  return { encode: of('encode'), decode: of('decode') };
}

describe('NVENC and NVDEC', () => {
  it('pass where the processor reads the film, and reads the same in it', async () => {
    const { encode, decode } = await video({ ffmpeg: ffmpeg() });
    expect(encode).toMatchObject({ outcome: 'passed', figures: [{ what: 'encode', value: 93.25 }] });
    expect(decode).toMatchObject({ outcome: 'passed', text: '60 frames decoded, each equal to the processor’s.' });
  });

  it('are skipped where ffmpeg is not there', async () => {
    const { encode, decode } = await video({});
    expect([encode.outcome, decode.outcome, encode.text]).toEqual(['skipped', 'skipped', 'ffmpeg is not installed.']);
  });

  it('are skipped where ffmpeg was built without them', async () => {
    const { encode, decode } = await video({ ffmpeg: ffmpeg({ encoders: '', decoders: '' }) });
    expect(encode.text).toContain('without h264_nvenc');
    expect(decode.text).toContain('without h264_cuvid');
  });

  it('are skipped on a vGPU type without CUDA, through which ffmpeg reaches them', async () => {
    const { encode } = await video({ ffmpeg: ffmpeg(), gpus: [vgpu('B', false)] });
    expect(encode.text).toContain('GRID T4-8B is a vGPU type without CUDA');
  });

  it.each([
    ['[h264_nvenc @ 0x55] Cannot load libnvidia-encode.so.1', 'library'],
    ['[h264_nvenc @ 0x55] Driver does not support the required nvenc API version. Required: 12.1 Found: 12.0', 'newer driver'],
    ['[h264_nvenc @ 0x55] No capable devices found', 'no such engine'],
  ])('the encoder is skipped, and the decoder tried with another film, after %j', async (text, said) => {
    const encode = (coder: string) => (coder === 'h264_nvenc' ? fails(text) : {});
    const parts = await video({ ffmpeg: ffmpeg({ encode }) });
    expect(parts.encode.outcome).toBe('skipped');
    expect(parts.encode.text).toContain(said);
    expect(parts.decode.outcome).toBe('passed');
  });

  it('the encoder fails where it fails for no known reason', async () => {
    const encode = (coder: string) => (coder === 'h264_nvenc' ? fails('[h264_nvenc @ 0x55] EncodePicture failed: invalid device (10)') : {});
    expect((await video({ ffmpeg: ffmpeg({ encode }) })).encode.outcome).toBe('failed');
  });

  it('the encoder fails where frames are missing in its film', async () => {
    const decode = () => ({ stdout: table(1, 57) });
    const { encode } = await video({ ffmpeg: ffmpeg({ decode }) });
    expect(encode).toMatchObject({ outcome: 'failed', text: 'The encoder’s film has 57 readable frames instead of 60.' });
  });

  it('the decoder fails where one frame is another', async () => {
    const decode = (coder: string) => ({ stdout: table(coder === 'h264' ? 1 : 2, 60) });
    expect((await video({ ffmpeg: ffmpeg({ decode }) })).decode.outcome).toBe('failed');
  });

  it('the decoder is skipped where there is no film', async () => {
    const encode = () => fails('No capable devices found');
    expect((await video({ ffmpeg: ffmpeg({ encode }) })).decode.text).toContain('no film');
  });
});

it.each([
  ['fps=0.00\nprogress=end\n', null],
  ['fps=nan\n', null],
  ['', null],
  ['fps=12.5\nfps=25.1\n', 25.1],
])('the frames a second in %j', (text, value) => {
  expect(framesPerSecondIn(text)).toBe(value);
});

it('only the hashes of a framemd5 table are read', () => {
  expect(hashesIn('#hash: MD5\n0, 0, 0, 1, 1382400, 000000000000000000000000000000ab\n0, 1, 1, 1, 1382400, cut\n')).toEqual([
    '000000000000000000000000000000ab',
  ]);
});
