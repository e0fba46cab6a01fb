/** Of a text too long to be held, the lines that some recogniser may want. Too many is harmless, too few is not. */

/** A line that is wanted by itself. */
const ALONE =
  /nvidia|nvrm|nouveau|nvml|\bxid\b|\bgridd?\b|vgpu|vmiop|licen[sc]|cuda|nvcc|10de[:\]]|\bdkms\b|kernel-(?:devel|headers)|linux-(?:headers|image)|secure ?boot|lockdown|module verification|loading of (?:unsigned )?module|disagrees about version|version magic|unknown symbol|\bBAR ?\d|bridge window|modprobe|insmod|linux version|gnu\/linux|hypervisor|os-release|dpkg|unmet dependencies|unable to locate package|held broken|gpg|no space left|code 43|devcon|Display adapter|VGA compatible|3D controller|Bad return status|^Error! |^E: |^ERROR: |fabricmanager|tcc|wddm/i;

/** A line with which something longer begins, and how many lines of it are kept. */
const HEADS: readonly (readonly [RegExp, number])[] = [
  [/^[ \t]*Module\s+Size\s+Used by|^Desired=Unknown|installed packages|^Listing\.\.\./i, 6000],
  [/=+NVSMI LOG=+|<nvidia_smi_log>|NVIDIA-SMI \d/, 600],
  [/^_{44}[ \t]*$|^\*{3} \//, 200],
  [
    /^[ \t]*(?:\([\w.-]+\)[ \t]*)?\[?[\w.-]+@[\w.-]+[ :][^#$%>\]\n]{0,200}\]?\s?[#$%]\s|^[ \t]*\$ \S|^[ \t]*(?:PS )?[A-Z]:\\[^>\n]{0,200}>/,
    200,
  ],
  [/10de:[0-9a-f]{4}|VGA compatible|3D controller|Subsystem:/i, 40],
  [
    /^[ \t]*(?:NAME|PRETTY_NAME|ID|VERSION_ID)=|hypervisor_id|^[ \t]*(?:Architecture|processor)[ \t]*:|ServerAddress|FeatureType/,
    60,
  ],
];

/** A stack trace, a line that was broken in two. */
const AFTER = 2;

const SOURCES = [ALONE, ...HEADS.map(([pattern]) => pattern)].map(({ source }) => source);

/** Finds the next wanted place in a text of many lines. */
export const wantedAnywhere = (): RegExp => new RegExp(SOURCES.join('|'), 'gim');

/** How many lines are kept from this one on; 1: no more than the line itself. */
export const linesFrom = (line: string): number =>
  HEADS.find(([pattern]) => pattern.test(line))?.[1] ?? (ALONE.test(line) ? 1 + AFTER : 1);
