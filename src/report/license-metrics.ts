/** What `gpu-guest license --prometheus` measures. Names and labels are an interface: alerts are built on them. */
import type { Detection } from '../contract/documents/detection.ts';
import type { LicenseDocument } from '../contract/documents/license.ts';
import type { Finding, RuleVerdict, Severity } from '../domain/finding.ts';
import type { Translate } from '../words/translate.ts';
import { driverMetrics } from './driver-metrics.ts';
import type { Metric, Sample } from './exposition.ts';
import type { Facts } from '../probes/facts.ts';

export type Measured = {
  readonly license: LicenseDocument;
  readonly detection: Detection;
  readonly facts: Facts;
  readonly verdict: string;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly RuleVerdict[];
  /** Of this program. */
  readonly version: string;
};

type Entry = Omit<LicenseDocument['gpus'][number], 'address'> & { readonly gpu: string };

const STATES = ['licensed', 'unlicensed', 'unlicensed-unrestricted', 'unlicensed-restricted', 'not-applicable', 'unknown'] as const;
const VERDICTS = ['ready', 'attention', 'broken', 'unknown'] as const;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const UNSEEN = { product: null, state: 'unknown', expiry: null, secondsLeft: null } as const;

/** Every GPU on the bus and every one that nvidia-smi names: a GPU whose driver broke must not vanish from the graphs. */
function entriesOf({ license, detection }: Measured): readonly Entry[] {
  const told = license.gpus.map(({ address, ...rest }, index) => ({ ...rest, gpu: address ?? String(index) }));
  const named = new Set(told.map(({ gpu }) => gpu));
  const anonymous = license.gpus.some(({ address }) => address === null);
  const silent = anonymous
    ? []
    : detection.gpus.map(({ address }, index) => address ?? String(index)).filter((gpu) => !named.has(gpu));
  return [...told, ...silent.map((gpu) => ({ ...UNSEEN, gpu }))];
}

/** One of several states: 1 for the one that holds, 0 for the others; where it is not known, `unknown` is 1 and nothing is said of the rest. */
const oneOf = (states: readonly string[], label: string, now: string, labels: Readonly<Record<string, string>>): readonly Sample[] =>
  states.map((state) => ({
    labels: { ...labels, [label]: state },
    value: state === now ? 1 : now === 'unknown' ? null : 0,
  }));

function expiryOf({ expiry }: Entry): number | null {
  if (expiry === null) return null;
  return expiry === 'permanent' ? Infinity : Date.parse(expiry) / 1000;
}

const productOf = ({ gpu, product }: Entry): readonly Sample[] =>
  product === null ? [] : [{ labels: { gpu, product }, value: 1 }];

const VALUES = { problem: 1, healthy: 0, 'not-applicable': 0, inconclusive: null, 'rule-crashed': null } as const;

/** What was not found counts only where enough could be read to find it. */
function countOf(severity: Severity, { findings, verdict }: Measured): number | null {
  const count = findings.filter((finding) => finding.severity === severity).length;
  return count === 0 && verdict === 'unknown' ? null : count;
}

const truth = (value: boolean | null): number | null => (value === null ? null : Number(value));

function licenceSamples(measured: Measured): Readonly<Record<string, readonly Sample[]>> {
  const entries = entriesOf(measured);
  const { service, servers } = measured.license;
  return {
    license_state: entries.flatMap(({ gpu, state }) => oneOf(STATES, 'state', state, { gpu })),
    license_info: entries.flatMap(productOf),
    license_remaining_seconds: entries.map(({ gpu, expiry, secondsLeft }) => ({
      labels: { gpu },
      value: expiry === 'permanent' ? Infinity : secondsLeft,
    })),
    license_expiry_timestamp_seconds: entries.map((entry) => ({ labels: { gpu: entry.gpu }, value: expiryOf(entry) })),
    license_service_active: [{ value: truth(service.active) }],
    license_server_reachable: (servers ?? [])
      .filter(({ grants }) => grants)
      .map(({ host, port, reachable }) => ({ labels: { server: `${host}:${port}` }, value: truth(reachable) })),
  };
}

const healthSamples = (measured: Measured): Readonly<Record<string, readonly Sample[]>> => ({
  verdict: oneOf(VERDICTS, 'verdict', measured.verdict, {}),
  findings: SEVERITIES.map((severity) => ({ labels: { severity }, value: countOf(severity, measured) })),
  finding: measured.verdicts.map(({ id, verdict }) => ({ labels: { id }, value: VALUES[verdict.kind] })),
  findings_undecided: [{ value: measured.verdicts.filter(({ verdict }) => VALUES[verdict.kind] === null).length }],
});

export function licenseMetrics(measured: Measured, translate: Translate): readonly Metric[] {
  const samples = {
    build_info: [{ labels: { version: measured.version }, value: 1 }],
    ...licenceSamples(measured),
    ...driverMetrics(measured),
    ...healthSamples(measured),
  };
  return Object.entries(samples).map(([name, of]) => ({
    name: `gpu_guest_${name}`,
    help: translate({ key: `metric.${name}` }),
    samples: of,
  }));
}
