/** A strict reader of Prometheus' text format 0.0.4, after prometheus.io/docs/instrumenting/exposition_formats: refuses what it does not know. */

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const HELP = new RegExp(`^# HELP (${NAME}) (?:[^\\\\]|\\\\[\\\\n])+$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) gauge$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? ([+-]Inf|NaN|-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`);

export type Series = { readonly name: string; readonly labels: readonly string[]; readonly value: number };

const numberOf = (text: string): number => (text.endsWith('Inf') ? Number(`${text}inity`) : Number(text));

function sampleOf(line: string, metric: string): readonly [string, Series] {
  const [, name, labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === undefined || name !== metric) throw new Error(`no sample of ${metric}: ${line}`);
  const names = [...labels.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)].map(([, label]) => label ?? '');
  return [line.slice(0, line.lastIndexOf(' ')), { name, labels: names, value: numberOf(value) }];
}

/** HELP, TYPE, samples: in this order, each metric in one piece. */
function metricIn(lines: readonly string[]): readonly (readonly [string, Series])[] {
  const [help = '', type = '', ...samples] = lines;
  const name = TYPE.exec(type)?.[1];
  if (name === undefined || HELP.exec(help)?.[1] !== name) throw new Error(`no help and type: ${help} ${type}`);
  return samples.map((line) => sampleOf(line, name));
}

const unique = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => {
  const map = new Map(entries);
  if (map.size !== entries.length) throw new Error('a series or a metric stands there twice');
  return map;
};

/** By series, as written. Throws at the first thing that is not of the format. */
export function readExposition(text: string): ReadonlyMap<string, Series> {
  if (!text.endsWith('\n')) throw new Error('the last line has no line feed');
  const metrics = text.slice(0, -1).split(/\n(?=# HELP )/).map((part) => metricIn(part.split('\n')));
  unique(metrics.map((samples): [string, unknown] => [samples[0]?.[1].name ?? '', samples]));
  return unique(metrics.flat());
}
