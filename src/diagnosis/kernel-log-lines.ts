/** What the lines of dmesg mean that speak of NVIDIA, of modules or of PCI memory. NVIDIA's messages run over several lines. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { KernelLog } from '../probes/kernel-log.ts';

/** Their own words, by kind. `NVRM:` is taken off every line and the lines are joined before these are tried. */
const NVRM = {
  /** The driver knows no such card: a vGPU under a driver without GRID, a newer card, or an older one. */
  'not-supported':
    /^The NVIDIA (?:.+ )?GPU (?<address>[0-9a-f:.]+) \(PCI ID: 10de:(?<device>[0-9a-f]{4})\) installed in this system is not supported by the NVIDIA (?<driver>[\d.]+) driver/i,
  'open-unsupported':
    /^The NVIDIA (?:.+ )?GPU (?<address>[0-9a-f:.]+) \(PCI ID: 10de:(?<device>[0-9a-f]{4})\) installed in this system is not supported by open/i,
  'needs-open':
    /^The NVIDIA (?:.+ )?GPU (?<address>[0-9a-f:.]+) \(PCI ID: 10de:(?<device>[0-9a-f]{4})\) installed in this system requires use of the NVIDIA open/i,
  /** The first line of one of the above, where a report was cut off after it. */
  'cut-off': /^The NVIDIA (?:.+ )?GPU (?<address>[0-9a-f:.]+) \(PCI ID: 10de:(?<device>[0-9a-f]{4})\)$/i,
  'legacy-branch':
    /^The (?:Unknown )?NVIDIA (?<name>.+?) GPU installed in this system is (?:supported through the|not supported through the (?<driver>[\d.]+) NVIDIA driver\. You can try the) NVIDIA (?<branch>\d+)/i,
  /** R535 and later of a card whose last branch is behind them; no branch is named. */
  'legacy-ignored': /^ignoring the legacy GPU (?<address>[0-9a-f:.]+)/i,
  'no-interrupt': /^Can't find an IRQ for your NVIDIA card/i,
  'init-failed':
    /^(?:GPU (?:at PCI:)?(?<address>[0-9a-f:.]+?):? )?RmInitAdapter failed! \((?<code>0x[0-9a-f]+:0x[0-9a-f]+(?::\d+)?)\)/i,
  'api-mismatch':
    /^API mismatch: the (?:client|NVIDIA kernel module) has (?:the )?version (?<first>[\d.]+\d),? but this (?:kernel module|NVIDIA driver component) has (?:the )?version (?<second>[\d.]+\d)/i,
  'nouveau-owns': /^This can occur when a driver such as: nouveau/i,
  'another-owns': /^This can occur when another driver was loaded/i,
  'bar-invalid':
    /^This PCI I\/O region assigned to your NVIDIA device is invalid: BAR(?<bar>\d) is (?<size>\S+) @ (?<at>\S+) \(PCI:(?<address>[^)]+)\)/i,
  'fallen-off-bus':
    /^(?:(?:Xid \((?:PCI:)?(?<xidAddress>[^)]*)\).*|GPU (?:at PCI:)?(?<address>[0-9a-f:.]+?):? )?GPU|The NVIDIA (?:.+ )?GPU (?:at PCI:)?(?<probed>[0-9a-f:.]+?):? .*) has fallen off the bus/i,
  xid: /^Xid \((?:PCI:)?(?<address>[^)]*)\): (?<xid>\d+)/i,
} as const;

const OTHERS = {
  'host-mismatch': /Incompatible Guest\/Host drivers: Guest VGX version is (?<which>older|newer)/i,
  'signature-rejected':
    /Loading of (?:unsigned module|module with unavailable key) is rejected|Key was rejected by service|Required key not available|Lockdown: \S+: unsigned module loading is restricted/i,
  'wrong-magic': /nvidia\S*: version magic '(?<built>[^']+)' should be '(?<wanted>[^']+)'/i,
  'wrong-symbols': /nvidia\S*: disagrees about version of symbol (?<symbol>\S+)/i,
  'unknown-symbol': /nvidia\S*: Unknown symbol (?<symbol>\S+)/i,
  'bar-unassigned':
    /(?<address>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): BAR (?<bar>[0-5])\b.*(?:can't assign|failed to assign|no space for)/i,
  'load-begins': /Nvlink Core is being initialized/i,
} as const;

export type KernelMessageKind = keyof typeof NVRM | keyof typeof OTHERS;
export type KernelMessage = {
  readonly kind: KernelMessageKind;
  /** The named parts: address, device (4 hex digits), driver, xid, code … */
  readonly said: Readonly<Partial<Record<string, string>>>;
  /** The lines as they stand in the log. */
  readonly raw: readonly string[];
};

const MOST_LINES = 7;

/** Without what journal and dmesg put before it; undefined where the line is not NVIDIA's resource manager's. */
function afterNvrm(line: string): string | undefined {
  const at = line.indexOf('NVRM:');
  return at === -1 ? undefined : line.slice(at + 5).trim();
}

function first(
  patterns: Readonly<Record<string, RegExp>>,
  text: string,
): Pick<KernelMessage, 'kind' | 'said'> | undefined {
  for (const [kind, pattern] of Object.entries(patterns)) {
    const match = pattern.exec(text);
    if (match) return { kind: kind as KernelMessageKind, said: match.groups ?? {} };
  }
  return undefined;
}

/** The fewest lines from here on that make a whole message: what follows it is another's. */
function nvrmMessage(lines: readonly string[], from: number): KernelMessage | undefined {
  const bodies: string[] = [];
  let cutOff: KernelMessage | undefined;
  for (const line of lines.slice(from, from + MOST_LINES)) {
    const body = afterNvrm(line);
    if (body === undefined) break;
    bodies.push(body);
    const found = first(NVRM, bodies.join(' ').replace(/\s+/g, ' '));
    const raw = lines.slice(from, from + bodies.length);
    if (found && found.kind !== 'cut-off') return { ...found, raw };
    if (found) cutOff = { ...found, raw };
  }
  return bodies.length === 1 ? cutOff : undefined;
}

function otherMessage(line: string): KernelMessage | undefined {
  const found = first(OTHERS, line);
  return found && { ...found, raw: [line] };
}

/** All that is recognised, oldest first. Some loggers write a line break as `\x0a`, rsyslog as `#012`. */
export function kernelMessages(log: readonly string[]): readonly KernelMessage[] {
  const lines = log.flatMap((line) => line.split(/\\x0a|#012|\n/));
  return lines.flatMap((line, at) => nvrmMessage(lines, at) ?? otherMessage(line) ?? []);
}

const OF_THE_WHOLE_BOOT: ReadonlySet<KernelMessageKind> = new Set([
  'bar-unassigned',
  'host-mismatch',
  'xid',
  'fallen-off-bus',
]);

/** Without what an earlier attempt to load the driver said: the log is read from its end. */
export function latestKernelMessages(log: readonly string[]): readonly KernelMessage[] {
  const all = kernelMessages(log);
  const begin = all.findLastIndex(({ kind }) => kind === 'load-begins');
  return all.filter(({ kind }, at) => at > begin || OF_THE_WHOLE_BOOT.has(kind));
}

/** The last such message of the latest attempt. */
export const kernelSays = (log: Fact<KernelLog>, kind: KernelMessageKind): KernelMessage | undefined =>
  latestKernelMessages(valueOf(log) ?? []).findLast((message) => message.kind === kind);
