import { timeIn } from '../stated-time.ts';
import { commandAnswer, defineRecogniser, placeOf, textOf, type Answer, type Line } from '../source.ts';

/** Lines of dmesg and of the journal's kernel, with any of their stamps, or with none. */
const STAMP = /^\s*(?:<\d+>)?\[\s*\d+\.\d{6}\]\s|\bkernel:\s|^kern:\s/;
const OURS =
  /NVRM:|nvidia[-_ ]?\w*[: ]|\bnouveau\b|vgaarb|module verification failed|Loading of (unsigned )?module|Lockdown|disagrees about version of symbol|BAR \d+.*(no space|failed to assign|can't assign)|Xid|vmiop|Hypervisor detected: |\bsecure ?boot\b|\befi: EFI v/i;
/** What only the kernel says, without any stamp. */
const BARE =
  /\bNVRM: |^\s*nvidia: (probe of|loading out-of-tree|module (license|verification))|^\s*nvidia-nvlink: |^\s*Loading of (unsigned )?module with unavailable key|^\s*nouveau \d{4}:|^\s*nvidia: version magic|\bvmiop_log:|^\s*nvidia \d{4}:/i;

/** A message of several lines goes on without a stamp, indented under it, or behind NVIDIA's "NVRM:" (also after cloud-init's head). */
const CONTINUED = /^\s+NVRM:|^\S*\s*\S+\[\d+\]: NVRM:|\]\s+\S+\[\d+\]:\s+NVRM:/;

const isKernel = ({ text }: Line): boolean =>
  (STAMP.test(text) && OURS.test(text)) || BARE.test(text) || CONTINUED.test(text);

const asksForKernel = (args: readonly string[]): boolean => args.includes('-k') || args.includes('--dmesg');

/** `dmesg -T`: [Mon Mar 31 05:01:08 2025]; journal: 2025-03-31T05:01:08+0000 */
const stampOf = ({ text, at: before }: Line): readonly Answer[] => {
  const head = /^\s*(\[[A-Z][a-z]{2} [^\]]+\]|\d{4}-\d{2}-\d{2}T\S+)/.exec(text)?.[1];
  const at = before ?? (head === undefined ? null : timeIn(head));
  return at === null ? [] : [{ kind: 'time', at }];
};

/** `dmesg -T`, in the language of whoever called it. */
const isStamped = ({ text }: Line): boolean =>
  /^\s*\[[^\]\d]{1,12}\s?[^\]]{1,20} \d{2}:\d{2}:\d{2} \d{4}\]\s/.test(text) && OURS.test(text);

export const kernelLog = defineRecogniser({
  what: 'kernel log',
  recognise: (page) => {
    const lines = page.lines.filter((line) => isKernel(line) || isStamped(line));
    if (lines.length === 0) return [];
    const answers = [
      commandAnswer('dmesg', textOf(lines)),
      commandAnswer('journalctl', textOf(lines), asksForKernel),
      ...lines.flatMap(stampOf),
    ];
    return [{ what: 'kernel log', place: placeOf(page, lines[0]), answers }];
  },
});
