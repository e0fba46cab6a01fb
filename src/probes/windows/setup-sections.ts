/** setupapi.dev.log: NVIDIA's display devices in Windows's own log of installations. */
import type { WindowsRecord } from './records.ts';

const SECTION = /^\s*>>>\s+\[/;
const DEVICE = /\[Device Install [^\]]*?-\s*(PCI\\VEN_10DE&[^\]\s]+)\s*\]/i;
/** The other functions of a card, by their class among the hardware ids (audio 04, USB 0c, serial buses) or as Windows calls it. */
const IS_OTHER = /&cc_0[0-24-9a-f]|\{4d36e96c-e325-11ce-bfc1-08002be10318\}|hdaud/i;
/** `Device Status: 0x01802401, Problem: 0x1c (0x00000000)`, `Device has problem: 0x1f (CM_PROB_FAILED_ADD)`: as in logs that people posted. */
const PROBLEM = /(?:Device Status: 0x[0-9a-f]+, |Device has )Problem: 0x([0-9a-f]{1,2})\b/i;

/** The last word counts: a device has problem 1, then 28, before its driver starts. */
function problemIn(lines: readonly string[]): readonly (readonly [string, string])[] {
  const last = lines.flatMap((line) => PROBLEM.exec(line.slice(0, 300))?.[1] ?? []).at(-1);
  return last === undefined ? [] : [['problemcode', String(parseInt(last, 16))]];
}

function deviceIn(lines: readonly string[]): readonly WindowsRecord[] {
  const instance = DEVICE.exec(lines[0]?.slice(0, 500) ?? '')?.[1];
  if (instance === undefined || lines.some((line) => IS_OTHER.test(line))) return [];
  return [new Map([['instanceid', instance], ...problemIn(lines)])];
}

/** A record for each section about such a device; [] where the text is no such log. */
export function setupRecordsIn(lines: readonly string[]): readonly WindowsRecord[] {
  const starts = lines.flatMap((line, at) => (SECTION.test(line) ? [at] : []));
  return starts.flatMap((start, index) => deviceIn(lines.slice(start, starts[index + 1] ?? lines.length)));
}
