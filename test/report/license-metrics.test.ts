import { describe, expect, it, test } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import { judgingOf, survey, type Survey } from '../../src/engine/survey.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { detectionDocument } from '../../src/report/detection-document.ts';
import { exposition } from '../../src/report/exposition.ts';
import { licenseDocument } from '../../src/report/license-document.ts';
import { licenseMetrics } from '../../src/report/license-metrics.ts';
import { simulations } from '../../src/simulated/index.ts';
import { startSimulation } from '../../src/simulated/start.ts';
import { languages, translator } from '../../src/words/translate.ts';
import { readExposition, type Series } from './read-exposition.ts';

async function measured(machine: Observer, language: (typeof languages)[number] = 'en'): Promise<string> {
  const translate = await translator(language);
  const seen: Survey = await survey(machine, defaultProfile, { skipMedia: true });
  const { verdict, findings, verdicts } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const license = licenseDocument({ facts: seen.facts, findings, now: seen.now }, translate);
  const detection = detectionDocument(seen, translate);
  return exposition(
    licenseMetrics({ license, detection, facts: seen.facts, verdict, findings, verdicts, version: '1.2.3' }, translate),
  );
}

const simulated = (name: string): Observer => {
  const simulation = simulations.find((one) => one.name === name);
  if (simulation === undefined) throw new Error(name);
  return startSimulation(simulation).observer;
};

/** Without the prefix that all have. */
const read = (text: string) => (series: string) => readExposition(text).get(`gpu_guest_${series}`)?.value;

/** A guest in which nothing can be looked at. */
const refusing: Observer = {
  ...simulated('healthy-licensed'),
  ...Object.fromEntries(
    ['run', 'read', 'readBytes', 'list', 'status', 'digest', 'reach'].map((method) => [
      method,
      () => Promise.reject(new Unobservable({ kind: 'permission-denied', target: method })),
    ]),
  ),
};

describe.each(simulations.map(({ name }) => name))('the metrics of sim:%s', (name) => {
  it('are of the format, in every language, and no metric changes its labels', async () => {
    for (const language of languages) {
      const series = [...readExposition(await measured(simulated(name), language)).values()];
      expect(series.length).toBeGreaterThan(50);
      const labelsOf = new Map<string, string>();
      for (const { name: metric, labels } of series as readonly Series[]) {
        expect(labelsOf.get(metric) ?? labels.join()).toBe(labels.join());
        labelsOf.set(metric, labels.join());
        expect(metric).toMatch(/^gpu_guest_[a-z]+(_[a-z]+)*$/);
      }
    }
  });
  it('say in exactly one state per GPU that it holds', async () => {
    const series = [...readExposition(await measured(simulated(name)))].filter(([text]) => text.includes('license_state{'));
    expect(series.length > 0).toBe(name !== 'image-without-gpu');
    expect(series.filter(([, { value }]) => value === 1)).toHaveLength(series.length / 6);
  });
});

test('a licensed guest: state, product, seconds to expiry, driver, findings', async () => {
  const of = read(await measured(simulated('healthy-licensed')));
  expect(of('license_state{gpu="0000:00:05.0",state="licensed"}')).toBe(1);
  expect(of('license_state{gpu="0000:00:05.0",state="unlicensed"}')).toBe(0);
  expect(of('license_info{gpu="0000:00:05.0",product="NVIDIA RTX Virtual Workstation"}')).toBe(1);
  const left = of('license_remaining_seconds{gpu="0000:00:05.0"}') ?? 0;
  expect(left).toBeGreaterThan(80_000);
  expect(left).toBeLessThanOrEqual(86_400);
  expect(of('license_expiry_timestamp_seconds{gpu="0000:00:05.0"}')).toBeGreaterThan(Date.UTC(2026, 10, 23) / 1000);
  expect(of('driver_info{version="535.161.07",kind="grid",kernel_module="proprietary",origin="deb"}')).toBe(1);
  expect(of('findings{severity="error"}')).toBe(0);
  expect(of('finding{id="cuda.missing"}')).toBe(1);
  expect(of('build_info{version="1.2.3"}')).toBe(1);
});

test('a GPU whose driver does not answer stays in the graphs: its state is unknown, and no other state is denied', async () => {
  const of = read(await measured(simulated('t4-no-token')));
  expect(of('license_state{gpu="0000:00:05.0",state="unknown"}')).toBe(1);
  expect(of('license_state{gpu="0000:00:05.0",state="licensed"}')).toBeNaN();
  expect(of('license_remaining_seconds{gpu="0000:00:05.0"}')).toBeNaN();
  expect(of('driver_installed')).toBe(0);
  expect(of('verdict{verdict="broken"}')).toBe(1);
  expect(of('findings{severity="error"}')).toBeGreaterThan(0);
});

test('where nothing can be read, nothing is 0 but what is counted as undecided', async () => {
  const text = await measured(refusing);
  const zeros = [...readExposition(text)].filter(([, { value }]) => value === 0).map(([series]) => series);
  // What needs no fact to be ruled out: findings of another platform.
  expect(zeros.filter((series) => !series.startsWith('gpu_guest_finding{'))).toEqual([]);
  const of = read(text);
  expect(of('verdict{verdict="unknown"}')).toBe(1);
  expect(of('verdict{verdict="ready"}')).toBeNaN();
  expect(of('findings{severity="error"}')).toBeNaN();
  expect(of('driver_installed')).toBeNaN();
  expect(of('license_service_active')).toBeNaN();
  expect(of('findings_undecided')).toBeGreaterThan(40);
});

test('a permanent licence has endless time', async () => {
  const machine = simulated('healthy-licensed');
  const permanent: Observer = {
    ...machine,
    run: async (command, options) => {
      const output = await machine.run(command, options);
      return { ...output, stdout: output.stdout.replace(/(Licensed \()Expiry: [^)]*\)/, '$1Expiry: Permanent)') };
    },
  };
  const of = read(await measured(permanent));
  expect(of('license_remaining_seconds{gpu="0000:00:05.0"}')).toBe(Infinity);
  expect(of('license_expiry_timestamp_seconds{gpu="0000:00:05.0"}')).toBe(Infinity);
});
