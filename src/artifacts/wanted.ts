/**
 * Of a text too long to be held, the lines that some recogniser may want. Too many is harmless, too few is not:
 * test/artifacts/condensed.test.ts holds every output that we know against it.
 */
import { REPOSITORY_LINES } from './recognisers/repository-log.ts';

/** A line that is wanted by itself. */
const ALONE =
  /nvidia|could not select device driver|unresolvable CDI|nvrm|nouveau|nvml|\bxid\b|\bgridd?\b|vgpu|vmiop|licen[sc]|cuda|nvcc|10de[:\]]|\bdkms\b|kernel-(?:devel|headers)|linux-(?:headers|image)|secure ?boot|lockdown|module verification|loading of (?:unsigned )?module|disagrees about version|version magic|unknown symbol|\bBAR ?\d|bridge window|modprobe|insmod|linux version|gnu\/linux|hypervisor|os-release|dpkg|unmet dependencies|unable to locate package|held broken|gpg|no space left|(?:code|代码|代碼|コード|코드)\s*:?\s*(?:1[0-9]|2[28]|3[179]|43|52)|3D ?ビデオ|3D ?视频|Windows 已将其停止|Windows によって停止|DEVPKEY_Device_|devcon|Display adapter|development tool|VGA compatible|3D controller|Bad return status|^Error! |^E: |^ERROR: |fabricmanager|tcc|wddm|could ?n[o']t resolve host|^[ \t>]*[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}[ \t]*$/i;

/** A line with which something longer begins, and how many lines of it are kept. */
const HEADS: readonly (readonly [RegExp, number])[] = [
  [/^[ \t]*Module\s+Size\s+Used by|^Desired=Unknown|installed packages|^Listing\.\.\./i, 6000],
  [/=+NVSMI LOG=+|<nvidia_smi_log>|NVIDIA-SMI \d/, 600],
  [/^_{44}[ \t]*$|^\*{3} \//, 200],
  [
    /^[ \t>]*(?:\([\w.-]+\)[ \t]*)?\[?[\w.-]+@[\w.-]+[ :][^#$%>\]\n]{0,200}\]?\s?[#$%>]\s|^[ \t>]*\[[\w.-]+@[\w.-]+:[^\]\n]{0,200}\] |^[ \t>]*\$ \S|^[ \t>]*(?:PS )?[A-Z]:\\[^>\n]{0,200}>/,
    200,
  ],
  [/^[ \t]*(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7][ \t]/i, 300],
  [
    /10de:[0-9a-f]{4}|VGA compatible|3D controller|Subsystem:|^[ \t]*\*-(?:display|vga)|^[ \t]*(?:Slot|Class):[ \t]/i,
    40,
  ],
  [/Virtualization Mode|^[ \t]*GPU [0-9a-f]{8}:|^[ \t]*(?:Attached GPUs|Product Name|Driver Version)[ \t]*:/i, 200],
  [/^[ \t]*(?:Filesystem|文件系统|檔案系統|ファイルシス|Dateisystem)|\.service - |^[ \t]*Active:[ \t]/, 40],
  [
    /^[ \t]*(?:NAME|PRETTY_NAME|ID|VERSION_ID)=|hypervisor_id|^[ \t]*(?:Architecture|processor)[ \t]*:|ServerAddress|FeatureType/,
    60,
  ],
  [
    /^[ \t]*(?:Static hostname|Operating System|Kernel|Virtualization|Distributor ID|Description|Local time|Universal time|RTC time|Vendor ID|vendor_id|Hypervisor vendor|Flags|flags)[ \t]*:/,
    20,
  ],
  // Windows: dxdiag, msinfo32, systeminfo, Get-ComputerInfo; devices; setupapi.dev.log.
  [
    /System Information|Microsoft Windows|OS 名|^[ \t]*(?:OS Name|Host Name|ホスト名|主机名|Windows\w+)[ \t]*[:\t：]|BIOS|Secure Boot State|Display Devices|^\[Display\]|winload|Detected boot environment/i,
    60,
  ],
  [/PCI\\+VEN_|VideoController|CM_PROB_|oem\d+\.inf|(?:Instance|实例|インスタンス) ?ID/i, 40],
  [/^[ \t]*>>>[ \t]+\[/, 200],
];

/** A stack trace, a line that was broken in two. */
const AFTER = 2;

/** `\s*` at the beginning of a line would go over all the empty lines that follow, from each of them. */
const SOURCES = [ALONE, ...REPOSITORY_LINES, ...HEADS.map(([pattern]) => pattern)].map(({ source }) =>
  source.replaceAll('^\\s*', '^[ \\t]*'),
);

/** `a|(b|c)|[|]` → `a`, `(b|c)`, `[|]`. */
const alternativesOf = (source: string): readonly string[] =>
  source.match(
    /(?:\\.|\[(?:\\.|[^\]\\])*\]|\((?:\\.|\[(?:\\.|[^\]\\])*\]|\((?:\\.|\[(?:\\.|[^\]\\])*\]|[^()\\[])*\)|[^()\\[])*\)|[^|\\[(])+/g,
  ) ?? [];

/**
 * What begins a line stands behind one `^`: an alternative with a `^` of its own is tried at each place of the text, and thirty
 * of them take longer than all the rest.
 */
const ANYWHERE = ((): string => {
  const all = SOURCES.flatMap(alternativesOf);
  const anchored = all.filter((one) => one.startsWith('^')).map((one) => one.slice(1));
  return [`^(?:${anchored.join('|')})`, ...all.filter((one) => !one.startsWith('^'))].join('|');
})();

/** Finds the next wanted place in a text of many lines. */
export const wantedAnywhere = (): RegExp => new RegExp(ANYWHERE, 'gim');

/** How many lines are kept from this one on; 1: no more than the line itself. */
export const linesFrom = (line: string): number =>
  Math.max(1, ...HEADS.map(([pattern, count]) => (pattern.test(line) ? count : 0)), ALONE.test(line) ? 1 + AFTER : 1);
