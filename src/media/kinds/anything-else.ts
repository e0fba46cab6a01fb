/** What is no driver, toolkit or token: error pages saved under a driver's name above all. The last one asked; it always answers. */
import { say, type Said } from '../../words/say.ts';
import { unknownItem, type Recognition } from '../recognition.ts';
import type { OpenedFile } from '../opened-file.ts';
import { readSavedText } from '../saved-text.ts';

const MEDIUM = /\.(run|deb|rpm|zip|exe|tok|bin)(\.\w+)?$/i;
const CHECKSUMS = /(sha|md5)\d*(sums?)?(\.txt)?$/i;

export async function anythingElse(file: OpenedFile): Promise<Recognition> {
  const saved = readSavedText(await file.start(16 * 1024));
  const meant = MEDIUM.test(file.name);
  const told = (remark: Said, spoilt: 'broken' | 'unchecked'): Recognition => unknownItem(file, remark, spoilt);
  switch (saved.kind) {
    case 'empty':
      return told(say('media.empty'), 'broken');
    case 'html':
      return meant ? told(say('media.html'), 'broken') : told(say('media.unrecognised'), 'unchecked');
    case 'xml':
    case 'json':
      return meant
        ? told(say('media.error-answer', { code: saved.code ?? saved.kind.toUpperCase() }), 'broken')
        : told(say('media.unrecognised'), 'unchecked');
    case 'text':
      if (CHECKSUMS.test(file.name)) return told(say('media.checksum-file'), 'unchecked');
      return told(meant ? say('media.text-not-medium') : say('media.unrecognised'), meant ? 'broken' : 'unchecked');
    case 'utf-16':
    case 'binary':
      return told(meant ? say('media.not-what-it-says') : say('media.unrecognised'), meant ? 'broken' : 'unchecked');
  }
}
