import { decoded } from './decoded.ts';
import type { Block, Line, Page, Piece } from './source.ts';

const COLOURS = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
/** "> " of mails and Markdown, nested or not. A lone ">" at the end of a journal line stays: it says that the line was cut. */
const QUOTED = /^(?:\s?>(?: |$))+/;
const FENCE = /^\s*(?:```|~~~)[\w-]*\s*$/;

const cleaned = (text: string): string => text.replace(COLOURS, '').replace(QUOTED, '').replaceAll('\u00a0', ' ');

const KNOWN =
  'sudo|lspci|nvidia-smi|dmesg|journalctl|systemctl|cat|uname|lsmod|dpkg|apt|apt-get|modprobe|modinfo|mokutil|dkms|lscpu|cpuid|systemd-detect-virt|nvcc|date|rpm|dnf|yum|zypper';
const PROMPTS = [
  // user@host:~$ · [root@host ~]# · (base) user@host:/tmp% · root@host:~#
  /^\s*(?:\([\w.-]+\)\s*)?\[?[\w.-]+@[\w.-]+[ :][^#$%>\]]*\]?\s?[#$%]\s+(.*)$/,
  /^\s*\$\s+(\S.*)$/,
  /^\s*PS [A-Z]:\\[^>]*>\s*(.*)$/,
  /^\s*[A-Z]:\\[^>]*>\s*(.*)$/,
  // "# " also begins a comment: a prompt only where a command follows that we know.
  new RegExp(`^\\s*[#%]\\s+((?:${KNOWN})\\b.*)$`),
];

const typedAt = (text: string): string | undefined => {
  for (const prompt of PROMPTS) {
    const typed = prompt.exec(text)?.[1];
    if (typed !== undefined) return typed.trim();
  }
  return undefined;
};

const withoutSudo = (typed: string): string => typed.replace(/^sudo\s+(?:-\w+\s+)*/, '');

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: { command: string | null; lines: Line[] }[] = [{ command: null, lines: [] }];
  for (const line of lines) {
    const typed = typedAt(line.text);
    if (typed === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push({ command: withoutSudo(typed), lines: [] });
  }
  return blocks;
}

/** Line ends, colours, quotation marks and code fences are no part of what a tool printed. */
export function pageOf({ name, bytes }: Piece): Page {
  const text = decoded(bytes);
  const lines = (text === undefined || text === '' ? [] : text.split(/\r\n|\n|\r/))
    .map((raw, index) => ({ number: index + 1, text: cleaned(raw) }))
    .filter(({ text: line }) => !FENCE.test(line));
  return { name, bytes, lines, text: lines.map((line) => line.text).join('\n'), blocks: blocksOf(lines) };
}
