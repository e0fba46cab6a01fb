/** Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats), as node_exporter's textfile collector reads it. */

export type Sample = {
  readonly labels?: Readonly<Record<string, string>>;
  /** Null: not known. Never 0: an alert on 0 must not fire, nor one on 1 be calmed, by what nobody has seen. */
  readonly value: number | null;
};

export type Metric = {
  /** Lower case, with its base unit at the end. */
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
};

const escapedHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapedLabel = (text: string): string => escapedHelp(text).replaceAll('"', '\\"');

function valueText(value: number | null): string {
  if (value === null || Number.isNaN(value)) return 'NaN';
  return Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf';
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function metricText({ name, help, samples }: Metric): string {
  // The same series twice makes the collector refuse the whole file.
  const lines = new Map(samples.map(({ labels = {}, value }) => [`${name}${labelText(labels)}`, valueText(value)]));
  const head = `# HELP ${name} ${escapedHelp(help)}\n# TYPE ${name} gauge\n`;
  return `${head}${[...lines].map(([series, value]) => `${series} ${value}\n`).join('')}`;
}

/** Without timestamps: the collector refuses them. A metric without a sample is left out. All of them are gauges. */
export const exposition = (metrics: readonly Metric[]): string =>
  metrics
    .filter(({ samples }) => samples.length > 0)
    .map(metricText)
    .join('');
