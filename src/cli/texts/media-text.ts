import type { MediaDocument } from '../../contract/documents/media.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';

export function mediaText(document: MediaDocument, folder: string, call: Call): string {
  const { translate, terminal } = call;
  if (document.items.length === 0) return `${translate(say('cli.media.empty', { folder }))}\n`;
  return document.items
    .map((item) => {
      const mark = item.fits ? terminal.paint('green', '✓') : terminal.paint('red', '✗');
      const name = item.file.startsWith(`${folder}/`) ? item.file.slice(folder.length + 1) : item.file;
      const kind = [translate(say(`cli.media.what.${item.what}`)), item.flavour, item.version, item.arch]
        .filter((part) => part !== null)
        .join(' · ');
      return `${mark} ${terminal.paint('bold', name)}\n  ${terminal.paint('dim', kind)}\n${indented(item.why, 2, terminal.columns)}\n`;
    })
    .join('\n');
}
