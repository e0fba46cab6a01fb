/** Prompts, and what stands below them. */
import type { Block, Line } from './source.ts';

const KNOWN =
  'sudo|lspci|nvidia-smi|nvidia-settings|nvidia-installer|dmesg|journalctl|systemctl|service|cat|uname|hostnamectl|lsmod|dpkg|apt|apt-get|apt-cache|modprobe|modinfo|mokutil|dkms|lscpu|cpuid|dmidecode|virt-what|systemd-detect-virt|nvcc|which|echo|env|ls|grep|head|tail|timedatectl|chronyc|date|rpm|dnf|yum|zypper|df|ldconfig|find|lsb_release|update-initramfs|curl|docker|kubectl|ubuntu-drivers';
const PROMPTS = [
  // user@host:~$ · [root@host ~]# · (base) user@host:/tmp% · root@host:~# · user@host ~>
  /^\s*(?:\([\w.-]+\)\s*)?\[?[\w.-]+@[\w.-]+[ :][^#$%>\]]*\]?\s?[#$%>]\s+(.*)$/,
  // [root@esx:~] of ESXi's shell
  /^\s*\[[\w.-]+@[\w.-]+:[~/][^\]]*\]\s+(\S.*)$/,
  // host:~ # · host:/tmp>
  /^\s*[\w.-]+:[~/][\w./~-]*\s?[#$%>]\s+(\S.*)$/,
  // bash-5.1# · sh-4.2$
  /^\s*(?:ba|z|k|da)?sh-\d[\d.]*[#$%]\s+(\S.*)$/,
  /^\s*~?\s?\$\s+(\S.*)$/,
  /^\s*PS [A-Z]:\\[^>]*>\s*(.*)$/,
  /^\s*[A-Z]:\\[^>]*>\s*(.*)$/,
  // "# " also begins a comment, "+ " a list: a prompt only where a command follows that we know.
  new RegExp(`^\\s*(?:[#%❯➜λ»]|\\+{1,3})\\s+(?:[~/]\\S*\\s+)?((?:${KNOWN})\\b.*)$`),
];
const MAY_PROMPT = /[#$%>❯➜λ»+]|^\s*\[\S{1,80}@/;

function typedAt(text: string): string | undefined {
  if (!MAY_PROMPT.test(text)) return undefined;
  for (const prompt of PROMPTS) {
    const typed = prompt.exec(text)?.[1];
    if (typed !== undefined) return typed.trim();
  }
  return undefined;
}

/** Who runs it, in which language, and where it lies makes no difference to what it prints. */
export const plainCommand = (typed: string): string =>
  typed
    .replace(/^(?:(?:sudo|env|time)\s+(?:-\w+\s+)*|\w+=\S*\s+)+/, '')
    .replace(/^\/(?:usr\/)?(?:local\/)?s?bin\/(?=\S)/, '');

export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: { command: string | null; lines: Line[] }[] = [{ command: null, lines: [] }];
  for (const line of lines) {
    const typed = typedAt(line.text);
    if (typed === undefined) blocks.at(-1)?.lines.push(line);
    else blocks.push({ command: plainCommand(typed), lines: [] });
  }
  return blocks;
}
