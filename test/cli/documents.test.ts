import { expect, test } from 'vitest';
import type * as z from 'zod';
import { CatalogGpu } from '../../src/contract/documents/catalog-gpu.ts';
import { Detection } from '../../src/contract/documents/detection.ts';
import { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import { LicenseDocument } from '../../src/contract/documents/license.ts';
import { MediaDocument } from '../../src/contract/documents/media.ts';
import { PlanDocument } from '../../src/contract/documents/plan.ts';
import { EventLine, RunDocument, SimulationsDocument } from '../../src/contract/documents/run.ts';
import { VersionDocument } from '../../src/contract/documents/version.ts';
import { Verification } from '../../src/contract/documents/verification.ts';
import { simulations } from '../../src/simulated/index.ts';
import { gpuGuest, jsonOf } from './run-program.ts';

const names = simulations.map(({ name }) => name);

const COMMANDS: readonly (readonly [command: readonly string[], schema: z.ZodType])[] = [
  [['detect'], Detection],
  [['diagnose'], Diagnosis],
  [['plan'], PlanDocument],
  [['verify'], Verification],
  [['license'], LicenseDocument],
  [['media', '/mnt/Shared/nv'], MediaDocument],
];

test.each(names)(
  'every document about sim:%s keeps its schema, and words of other languages change nothing but words',
  (name) => {
    for (const [command, schema] of COMMANDS) {
      if (command[0] === 'media' && !['p40-8q-vsphere', 't4-no-token', 'a10-24q-azure'].includes(name)) continue;
      const document = jsonOf([...command, `sim:${name}`]);
      expect(schema.safeParse(document).error).toBeUndefined();
      expect(JSON.stringify(document)).not.toMatch(
        /"(step|finding|choice|check|media|token|cli|run)\.[a-z.-]+\.(title|detail|reason|todo|done)"/,
      );
      const japanese = jsonOf([...command, `sim:${name}`, '--lang', 'ja']);
      expect(Object.keys(japanese)).toEqual(Object.keys(document));
    }
  },
);

test('catalog and simulations keep their schemas', () => {
  expect(CatalogGpu.safeParse(jsonOf(['catalog', 'gpu', '10DE:1EB8:10DE:130F'])).error).toBeUndefined();
  expect(SimulationsDocument.safeParse(jsonOf(['simulations'])).error).toBeUndefined();
});

test('detect says of a T4-8Q what the contract shows', () => {
  const { gpus, driver, guest } = jsonOf(['detect', 'sim:t4-no-token']);
  expect(gpus[0]).toMatchObject({
    address: '0000:00:05.0',
    deviceId: '1eb8',
    subsystemDeviceId: '130f',
    name: 'Tesla T4',
    architecture: 'Turing',
    mode: 'vgpu',
    vgpu: {
      type: 'GRID T4-8Q',
      series: 'Q',
      framebufferMiB: 8192,
      cuda: true,
      hostDriver: { version: '525.105.14', branch: 'r525_00' },
    },
  });
  expect(driver).toMatchObject({
    installed: null,
    recommended: { kind: 'grid', branch: 525, kernelModule: 'proprietary', exact: true },
  });
  expect(driver.recommended.versions).toContain('525.105.17');
  expect(guest).toMatchObject({
    hypervisor: { present: true, signatures: ['KVMKVMKVM'], idHidden: false },
    secureBoot: false,
    firmware: 'uefi',
  });
});

test('apply prints one run document, or one event a line', () => {
  const { code, stdout } = gpuGuest(['apply', 'sim:v100-nouveau', '--yes', '--json']);
  expect(code).toBe(0);
  expect(RunDocument.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  const events = gpuGuest(['apply', 'sim:v100-nouveau', '--yes', '--events'])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map((event) => EventLine.safeParse(event).error).filter(Boolean)).toEqual([]);
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['run-started', 'step-started', 'output', 'step-done', 'reboot-needed', 'run-done']),
  );
});

test('a text that shows no drivers is not said to have none', () => {
  const input =
    '02:01.0 3D controller [0302]: NVIDIA Corporation GP102GL [Tesla P40] [10de:1b38] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:11ed]\n';
  const { stdout } = gpuGuest(['detect', '-'], { input });
  expect(stdout).toMatch(/Driver installed +not known/);
  expect(stdout).toMatch(/Kernel driver +not known/);
  expect(gpuGuest(['detect', 'sim:t4-no-token']).stdout).toMatch(/Driver installed +none/);
});

test('a run with nothing to do says so in one event', () => {
  const lines = gpuGuest(['apply', 'sim:healthy-licensed', '--yes', '--events']).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['run-done']);
});

test('a guest that ends unlicensed exits 3, says why, and its plan is blocked beforehand', () => {
  const applied = gpuGuest(['apply', 'sim:t4-no-token', '--yes']);
  expect(applied.code).toBe(3);
  expect(applied.stderr).toContain('client configuration token');
  expect(gpuGuest(['plan', 'sim:t4-no-token']).code).toBe(1);
});

test('a dry run with --json is a run that did nothing: the steps that would be done, and the digest to agree to', () => {
  const { code, stdout } = gpuGuest(['apply', 'sim:v100-nouveau', '--dry-run', '--json']);
  expect(code).toBe(0);
  const document = RunDocument.parse(JSON.parse(stdout));
  const plan = PlanDocument.parse(jsonOf(['plan', 'sim:v100-nouveau']));
  expect(document).toMatchObject({ run: null, outcome: 'dry-run', digest: plan.digest, files: [] });
  expect(document.steps.map(({ id, outcome }) => [id, outcome])).toEqual(
    plan.steps.map(({ id, state }) => [id, state === 'done' ? 'skipped' : 'not-reached']),
  );
  expect(document.message).toContain('Nothing was changed');
});

test('a dry run of a plan that is blocked ends with exit code 1, and says at the step why', () => {
  const { code, stdout } = gpuGuest(['apply', 'sim:t4-no-token', '--dry-run', '--json']);
  expect(code).toBe(1);
  const { outcome, steps } = RunDocument.parse(JSON.parse(stdout));
  expect(outcome).toBe('dry-run');
  expect(steps.find(({ id }) => id === 'license.token')).toMatchObject({ outcome: 'not-reached', message: expect.stringMatching(/token/i) as string });
});

test('--version is one line, or one document', () => {
  const { code, stdout } = gpuGuest(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^gpu-guest \d+\.\d+\.\d+\S*\n$/);
  expect(gpuGuest(['-V']).stdout).toBe(stdout);
  expect(VersionDocument.parse(jsonOf(['--version']))).toEqual({
    schema: 'gpu-guest/version@1',
    version: stdout.trim().split(' ')[1],
  });
});

test('another plan than the one agreed to is refused with exit code 1', () => {
  const { code, stderr } = gpuGuest(['apply', 'sim:v100-nouveau', '--expect', 'f'.repeat(64)]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/plan/i);
});

test('the plan that was shown is the plan that is carried out', () => {
  const { digest } = jsonOf(['plan', 'sim:v100-nouveau']);
  expect(gpuGuest(['apply', 'sim:v100-nouveau', '--expect', digest as string]).code).toBe(0);
});

test('every screen of a simulated guest says so', () => {
  for (const command of ['detect', 'plan', 'verify', 'diagnose'])
    expect(gpuGuest([command, 'sim:healthy-licensed']).stdout).toContain('SIMULATED');
  expect(gpuGuest(['apply', 'sim:v100-nouveau', '--yes']).stderr).toContain('SIMULATED');
});
