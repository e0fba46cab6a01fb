/** `driverquery /v`, as list, table or CSV: by the module's name and by words that Windows does not translate (Win32_SystemDriver.State). */

export type QueriedDriver = {
  readonly state: 'running' | 'stopped';
  /** As NVIDIA calls it, `nvgridsw.inf`, where the path names the driver store. */
  readonly inf: string | null;
  readonly line: string;
};

const ROW = /^\s*"?nvlddmkm"?[\s",].*?[\s",](Running|Stopped)[\s",]/;
const NAMED = /[:：]\s*nvlddmkm\s*$/i;
const STATE = /[:：]\s*(Running|Stopped)\s*$/;
/** A record has some fifteen lines. */
const RECORD = 20;

/** `…\DriverStore\FileRepository\nvgridsw.inf_amd64_53fa5c8e5a6e0f1d\nvlddmkm.sys` */
const infIn = (text: string): string | null => /FileRepository\\([\w.-]+\.inf)_/i.exec(text)?.[1]?.toLowerCase() ?? null;

const stateOf = (word: string): QueriedDriver['state'] => (word === 'Running' ? 'running' : 'stopped');

const inRow = (line: string): QueriedDriver | undefined => {
  const word = ROW.exec(line.slice(0, 1000))?.[1];
  return word === undefined ? undefined : { state: stateOf(word), inf: infIn(line), line: `nvlddmkm: ${word}` };
};

function inList(lines: readonly string[], at: number): QueriedDriver | undefined {
  const more = lines.slice(at, at + RECORD);
  const end = more.findIndex((line) => line.trim() === '');
  const record = end === -1 ? more : more.slice(0, end);
  const word = record.map((line) => STATE.exec(line)?.[1]).find((found) => found !== undefined);
  return word === undefined ? undefined : { state: stateOf(word), inf: infIn(record.join('\n')), line: `nvlddmkm: ${word}` };
}

/** NVIDIA's kernel driver, as the last of several answers has it; undefined: none says it. */
export const queriedDriverIn = (lines: readonly string[]): QueriedDriver | undefined =>
  lines
    .map((line, at) => (NAMED.test(line.slice(0, 200)) ? inList(lines, at) : inRow(line)))
    .filter((found) => found !== undefined)
    .at(-1);
