import { expect, it } from 'vitest';
import type { Call } from '../../../src/cli/call.ts';
import { proofText } from '../../../src/cli/texts/proof-text.ts';
import { translator } from '../../../src/words/translate.ts';

const translate = await translator('en');
const terminal = { columns: 120, paint: (_: unknown, text: string) => text };
const call = { translate, terminal } as unknown as Call;

const figure = (what: 'memory' | 'to-device' | 'to-host' | 'product' | 'encode', value: number, unit: 'GB/s' | 'TFLOPS' | 'frames/s', theoretical: number | null = null) => ({ what, value, unit, theoretical });

it('a figure stands beside what the card should reach; where that is not known, it is said why', () => {
  const figures = [figure('memory', 262, 'GB/s', 320), figure('to-host', 12.2, 'GB/s'), figure('product', 4.2, 'TFLOPS'), figure('encode', 85, 'frames/s')];
  const text = proofText({ seconds: 14, parts: [{ id: 'cuda', gpu: '0000:00:05.0', outcome: 'passed', message: 'right.', figures, licence: null, evidence: null }] }, call);
  expect(text.split('\n').filter((line) => line.startsWith('    ')).map((line) => line.trim().replace(/ {2,}/, ': '))).toEqual([
    'Memory, copied within the GPU: 262 GB/s, 82 % of 320 GB/s on paper',
    'GPU to host: 12.2 GB/s, as far as the host’s link to the card allows',
    'Matrix product, single precision: 4.20 TFLOPS; what it should reach is not known here',
    'Encoding, 1280x720: 85.0 frames/s',
  ]);
});
