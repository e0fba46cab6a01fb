import { commandAnswer, defineRecogniser, placeOf, type Line } from '../source.ts';

/** `df`, `df -h`, `df -hT`, `df -Pk`: device, (type,) size, used, free, percentage, mount. Without a unit: KiB. */
const ROW =
  /^\s*(\S{1,200})\s+(?:[a-z][\w.]{1,20}\s+)?([\d.,]+[KMGTP]?i?B?)\s+([\d.,]+[KMGTP]?i?B?)\s+(-?[\d.,]+[KMGTP]?i?B?)\s+(\d{1,3}%|-)\s+(\/\S*)\s*$/;
const HEAD = /^\s*(Filesystem|文件系统|檔案系統|ファイルシステム|ファイルシス|Dateisystem)\s/;
const INODES = /\bIFree\b|\bIUse%|可用\(I\)|I使用/;
const UNITS: Readonly<Record<string, number>> = { K: 1, M: 1024, G: 1024 ** 2, T: 1024 ** 3, P: 1024 ** 4 };

const kibOf = (size: string): number =>
  Math.floor(Number.parseFloat(size.replace(',', '.')) * (UNITS[/[KMGTP]/.exec(size)?.[0] ?? 'K'] ?? 1));

function posix({ text }: Line): string | undefined {
  const [, device, size = '', used = '', free = '', percent = '', mount = ''] = ROW.exec(text) ?? [];
  if (device === undefined) return undefined;
  return `${device} ${kibOf(size)} ${kibOf(used)} ${kibOf(free)} ${percent} ${mount}\n`;
}

export const df = defineRecogniser({
  what: 'df',
  recognise: (page) => {
    const head = page.lines.find(({ text }) => HEAD.test(text) && !INODES.test(text));
    if (!head) return [];
    const rows = page.lines.flatMap((line) => (line.number > head.number ? (posix(line) ?? []) : []));
    if (rows.length === 0) return [];
    const answer = commandAnswer('df', `Filesystem 1024-blocks Used Available Capacity Mounted on\n${rows.join('')}`);
    return [{ what: 'df', place: placeOf(page, head), answers: [answer] }];
  },
});
