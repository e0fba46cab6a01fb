/** What is no driver, toolkit or token: error pages saved under a driver's name above all. The last one asked; it always answers. */
import { say, type Said } from '../../words/say.ts';
import { unknownItem, type Recognition } from '../recognition.ts';
import type { OpenedFile } from '../opened-file.ts';
import { readSavedText, type SavedText } from '../saved-text.ts';
import { isChecksumFile } from '../checksum-list.ts';

const MEDIUM = /\.(run|deb|rpm|zip|exe|tok|bin)(\.\w+)?$/i;

/** What a file is that has the name of a driver, toolkit or token and is none. */
function pretender(saved: SavedText): Said {
  switch (saved.kind) {
    case 'empty':
      return say('media.empty');
    case 'html':
      return say('media.html');
    case 'xml':
    case 'json':
      return say('media.error-answer', { code: saved.code ?? saved.kind.toUpperCase() });
    case 'text':
      return say('media.text-not-medium');
    case 'utf-16':
    case 'binary':
      return say('media.not-what-it-says');
  }
}

export async function anythingElse(file: OpenedFile): Promise<Recognition> {
  const saved = readSavedText(await file.start(16 * 1024));
  if (saved.kind === 'text' && isChecksumFile(file.name)) {
    return unknownItem(file, say('media.checksum-file'), 'unchecked');
  }
  return MEDIUM.test(file.name) || saved.kind === 'empty'
    ? unknownItem(file, pretender(saved), 'broken')
    : unknownItem(file, say('media.unrecognised'), 'unchecked');
}
