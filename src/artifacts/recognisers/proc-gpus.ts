import { commandAnswer, defineRecogniser, placeOf, type Line } from '../source.ts';

/** `/proc/driver/nvidia/gpus/*\/information`: `Model: 		 Tesla T4`, … `Bus Location: 	 0000:00:05.0`. The driver lists what it holds. */
const MODEL = /^\s*Model:\s+(\S.*?)\s*$/;
const PLACE = /^\s*Bus Location:\s+([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\s*$/i;
const FIELDS = 12;

function asLspci(lines: readonly Line[], at: number): string | undefined {
  const model = MODEL.exec(lines[at]?.text ?? '')?.[1];
  const address = lines
    .slice(at, at + FIELDS)
    .map(({ text }) => PLACE.exec(text)?.[1])
    .find((found) => found !== undefined);
  if (model === undefined || address === undefined) return undefined;
  return `${address} 3D controller: NVIDIA Corporation ${model}\n\tKernel driver in use: nvidia\n`;
}

export const procGpus = defineRecogniser({
  what: '/proc/driver/nvidia/gpus',
  recognise: (page) => {
    const found = page.lines.flatMap((line, at) => {
      const text = MODEL.test(line.text) ? asLspci(page.lines, at) : undefined;
      return text === undefined ? [] : [{ line, text }];
    });
    if (found.length === 0) return [];
    const answers = [commandAnswer('lspci', found.map(({ text }) => text).join(''))];
    return [{ what: '/proc/driver/nvidia/gpus', place: placeOf(page, found[0]?.line), answers }];
  },
});
