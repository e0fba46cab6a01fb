import { expect, test } from 'vitest';
import { createSession } from '../../../src/engine/session/session.ts';
import { startBeside } from '../../../src/platform/elevation.ts';
import { choices, gathered, numbers, toldOf, upTo } from '../../contract/asking.ts';
import { here } from './played.ts';
import { portsHere } from './ports-here.ts';

/** The built program in the place of the elevated one, at work on a simulated guest: it changes nothing. */
const program = (args: readonly string[]): string[] => {
  const [verb = '', ...rest] = args.filter((word, index) => word !== '--expect' && args[index - 1] !== '--expect');
  return [verb, 'sim:p40-8q-vsphere', ...(verb === 'apply' ? ['--yes'] : []), ...rest];
};

const api = createSession(
  portsHere({
    elevation: async () => 'sudo',
    elevate: (args, _, ears) => {
      const tell = startBeside([process.execPath, 'dist/gpu-guest.js', ...program(args)], ears);
      return () => {
        tell('cancel');
      };
    },
  }),
);

test('what the built program tells is understood, line by line, to its end', async () => {
  expect((await api.proposePlan({ ...here, choices })).steps.length).toBeGreaterThan(10);
  const { run } = await api.startRun({ ...here, choices, digest: 'left out here', reboot: 'never' });
  const lines = await gathered(api, 'followRun', { ...here, run, after: 0 });
  expect(numbers(lines)).toEqual(upTo(lines.length));
  expect(toldOf(lines)).toEqual(expect.arrayContaining(['run-started', 'step-done driver.install', 'reboot-needed driver.load']));
  expect(lines.at(-1)).toMatchObject({ event: 'reboot-needed', ended: true });
  expect(lines.filter(({ run: of }) => of !== run)).toEqual([]);
});

test('its refusal comes in its own words, in the language asked for', async () => {
  const elsewhere = createSession(
    portsHere({
      elevation: async () => 'sudo',
      elevate: (args, _, ears) => {
        startBeside([process.execPath, 'dist/gpu-guest.js', 'apply', 'sim:p40-8q-vspher', ...args.slice(1)], ears);
        return () => {};
      },
    }),
  );
  const refused = elsewhere.startRun({ ...here, lang: 'ja', choices, digest: 'abc', reboot: 'never' });
  await expect(refused).rejects.toMatchObject({
    fault: { code: 'not-found', message: { values: { said: expect.stringMatching(/p40-8q-vsphere.*[ぁ-ん]/) } } },
  });
});
