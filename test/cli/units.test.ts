import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/parse.ts';

const unit = (name: string): string => readFileSync(`resources/systemd/${name}`, 'utf8');
const field = (text: string, name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';

test('the service of the metrics calls what the packages put on the path, as the command line understands it', () => {
  const service = unit('gpu-guest-metrics.service');
  const [program, ...args] = field(service, 'ExecStart').split(' ');
  expect(program).toBe('/usr/bin/gpu-guest');
  const { command, options } = parseCommandLine(args);
  expect(command?.name).toBe('license');
  expect(options).toMatchObject({ prometheus: true, quiet: true, output: '${GPU_GUEST_METRICS}' });
  // The collector reads *.prom alone, and so no file that is not whole.
  expect(field(service, 'Environment')).toMatch(/^GPU_GUEST_METRICS=\/\S+\.prom$/);
});

test('a guest that is not as it should be is no failure of the service that says so', () => {
  expect(field(unit('gpu-guest-metrics.service'), 'SuccessExitStatus')).toBe('1');
});

test('the timer comes again, not for a whole fleet in one second', () => {
  const timer = unit('gpu-guest-metrics.timer');
  expect(field(timer, 'OnUnitInactiveSec')).toBe('5min');
  expect(field(timer, 'RandomizedDelaySec')).not.toBe('');
  expect(field(timer, 'WantedBy')).toBe('timers.target');
});
