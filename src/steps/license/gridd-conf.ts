/** Edits the text of /etc/nvidia/gridd.conf: only the keys that must change; every other byte stays. */

/** A value to be set; null: the key is taken out. */
export type GriddChanges = Readonly<Record<string, string | null>>;

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const activeLine = (key: string): RegExp =>
  new RegExp(`^([ \\t]*${key}[ \\t]*=[ \\t]*)([^\\r\\n]*?)([ \\t]*\\r?\\n?)$`, 'i');
const commentedLine = (key: string): RegExp => new RegExp(`^[ \\t]*#[ \\t]*${key}[ \\t]*=`, 'i');

const bare = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2').trim();

/** The values of a key's active lines, without quotes. */
export const griddValues = (text: string, key: string): readonly string[] =>
  linesOf(text).flatMap((line) => {
    const value = activeLine(key).exec(line)?.[2];
    return value === undefined ? [] : [bare(value)];
  });

function withValue(line: string, key: string, value: string): string {
  const [, before, now, after] = activeLine(key).exec(line) ?? [];
  return now === undefined || bare(now) === value ? line : `${before ?? ''}${value}${after ?? ''}`;
}

/** Where a key that is not set belongs: behind its commented template line, otherwise at the end. */
function insert(lines: readonly string[], key: string, value: string, end: string): readonly string[] {
  const comment = lines.findLastIndex((line) => commentedLine(key).test(line));
  const at = comment === -1 ? lines.length : comment + 1;
  const before = lines.slice(0, at);
  const last = before.at(-1);
  // The last line of a file may lack its end.
  const closed = last === undefined || last.endsWith('\n') ? before : [...before.slice(0, -1), last + end];
  return [...closed, `${key}=${value}${end}`, ...lines.slice(at)];
}

/** The new text. What is as it should be already is returned unchanged, byte for byte. */
export function editGriddConf(text: string, changes: GriddChanges): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let lines = linesOf(text);
  for (const [key, value] of Object.entries(changes)) {
    const isActive = (line: string): boolean => activeLine(key).test(line);
    if (value === null) lines = lines.filter((line) => !isActive(line));
    else if (lines.some(isActive)) lines = lines.map((line) => withValue(line, key, value));
    else lines = insert(lines, key, value, end);
  }
  return lines.join('');
}

/** Where the driver's own template is not there: what a template says of the one key that matters. */
export const MINIMAL_TEMPLATE = `# /etc/nvidia/gridd.conf - configuration of the vGPU licensing daemon, nvidia-gridd(1)

# Feature to be enabled:
#    0 => unlicensed state
#    1 => NVIDIA vGPU (optional, found by the type of the vGPU)
#    2 => NVIDIA RTX Virtual Workstation
#    4 => NVIDIA Virtual Compute Server
FeatureType=0
`;
