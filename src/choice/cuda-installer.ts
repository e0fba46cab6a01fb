import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts } from './guest.ts';
import { isWindows } from './numbered.ts';

/** NVIDIA's network installer has some 30 MB, a whole one more than 2 GB. */
const WHOLE_FROM_BYTES = 300_000_000;

/** Why a CUDA installer is of no use on this system; null where it is. */
export function otherSystem({ format, sizeBytes, file }: MediaItem, facts: ChoiceFacts): Message | null {
  if (!isWindows(facts)) return format === 'exe' ? say('choice.cuda.for-windows') : null;
  if (format !== 'exe') return say('choice.cuda.for-linux');
  return /network/i.test(file.split(/[\\/!]/).at(-1) ?? '') || sizeBytes < WHOLE_FROM_BYTES
    ? say('choice.cuda.network')
    : null;
}
