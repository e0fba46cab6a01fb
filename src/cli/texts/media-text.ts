import type { MediaDocument } from '../../contract/documents/media.ts';
import { say } from '../../words/say.ts';
import { visible } from '../../report/visible.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';

/** A name may hold line feeds and escape sequences; on the screen it is one line of its own. */
const oneLine = (name: string): string => visible(name).replaceAll('\n', '\ufffd');

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
      return `${mark} ${terminal.paint('bold', oneLine(name))}\n  ${terminal.paint('dim', kind)}\n${indented(item.why, 2, terminal.columns)}\n`;
    })
    .join('\n');
}
