import { commandAnswer, defineRecogniser, placeOf, type Line, type Page } from '../source.ts';

/** `lshw -C display`: a head, `*-display`, `*-display:0 UNCLAIMED`, and fields below it. */
const HEAD = /^\s*\*-(display|vga)(:\d+)?(\s+(UNCLAIMED|DISABLED))?\s*$/;
const FIELD = /^\s+([a-z][a-z ]{1,30}):\s+(\S.*)$/;
const ANY_HEAD = /^\s*\*-\w/;

const CLASSES = ['VGA compatible controller', '3D controller', 'Display controller'];

function fieldsBelow(lines: readonly Line[], head: Line): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { text } of lines.slice(lines.indexOf(head) + 1)) {
    const [, name = '', value = ''] = FIELD.exec(text.slice(0, 500)) ?? [];
    if (name === '' || ANY_HEAD.test(text)) break;
    fields.set(name, value.trim());
  }
  return fields;
}

const ADDRESS = /pci@((?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/i;

/** `TU104GL [Tesla T4] [10DE:1EB8]` (with -numeric) or without the ids. */
function asLspci(fields: ReadonlyMap<string, string>): string | null {
  const of = (name: string): string => fields.get(name) ?? '';
  const vendor = of('vendor').replace(/ \[[0-9A-F]{4}\]$/i, '');
  if (!fields.has('product') && vendor === '') return null;
  const address = ADDRESS.exec(of('bus info'))?.[1] ?? '??:??.?';
  const kind = CLASSES.find((name) => name === of('description')) ?? 'VGA compatible controller';
  const driver = /\bdriver=(\S+)/.exec(of('configuration'))?.[1];
  const head = `${address} ${kind}: ${vendor} ${fields.get('product') ?? 'Device'}\n`;
  return driver === undefined ? head : `${head}\tKernel driver in use: ${driver}\n`;
}

function displaysIn(page: Page): readonly { readonly line: Line; readonly text: string }[] {
  return page.lines
    .filter(({ text }) => HEAD.test(text))
    .flatMap((line) => {
      const text = asLspci(fieldsBelow(page.lines, line));
      return text === null ? [] : [{ line, text }];
    });
}

export const lshw = defineRecogniser({
  what: 'lshw -C display',
  recognise: (page) => {
    const found = displaysIn(page);
    if (found.length === 0) return [];
    const answers = [commandAnswer('lspci', found.map(({ text }) => text).join(''))];
    return [{ what: 'lshw -C display', place: placeOf(page, found[0]?.line), answers }];
  },
});
