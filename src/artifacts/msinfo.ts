/** msinfo32's .nfo is XML; its exports as text are names and values with tabs between. The first is read as the second. */

const DATA = /<Data>([\s\S]{0,20000}?)<\/Data>/g;
const FIELD = /<([^\s<>/]+)>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))\s*<\/\1>/g;

const isMsinfo = (text: string): boolean => /<MsInfo>|<Category name=/.test(text) && text.includes('<Data>');

/** Two fields are a name and its value, whatever they are called in the language of Windows; more are a row under their columns. */
function lineOf(data: string): string {
  const fields = [...data.matchAll(FIELD)].map(([, name = '', marked, plain = '']): readonly [string, string] => [
    name.replaceAll('_', ' '),
    (marked ?? plain).trim(),
  ]);
  const [first, second] = fields;
  if (fields.length === 2 && first !== undefined && second !== undefined) return `${first[1]}\t${second[1]}\n`;
  return `\n${fields.map((field) => `${field.join('\t')}\n`).join('')}\n`;
}

const withoutXml = (text: string): string =>
  text
    .split(/<Category name=/)
    .map((category) => [...category.matchAll(DATA)].map(([, data = '']) => lineOf(data)).join(''))
    .join('\n');

/**
 * `NVIDIA A16-2B<tab>PCI\VEN_10DE&…<tab>Windows has stopped this device…`: a row of "Problem Devices" in the export as text, read as
 * the record that the .nfo has there.
 */
const PROBLEM_ROW = /^([^\t\n]{1,200})\t(PCI\\+VEN_[^\t\n]{1,200})\t([^\t\n]{1,300})\t?$/gim;
const asRecord = (text: string): string =>
  text.includes('\t') ? text.replace(PROBLEM_ROW, '\nName\t$1\nPNP Device ID\t$2\nError Code\t$3\n') : text;

export const plainMsinfo = (text: string): string => asRecord(isMsinfo(text) ? withoutXml(text) : text);
