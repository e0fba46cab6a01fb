/** The program that is raised stands in for itself here: it attends at the door with the rights that there are. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { raising } from '../../../src/cli/raised/raise.ts';
import { defaultProfile } from '../../../src/domain/profile.ts';
import { enterDoor, type Wire } from '../../../src/platform/door.ts';

const SELF = { node: 'C:\\node.exe', program: 'C:\\gpu-guest.js' };
const wires: Wire[] = [];
afterEach(() => {
  wires.splice(0).forEach(({ close }) => {
    close();
  });
});

/** A raised program that keeps what it is ordered and answers what the test lets it. */
function played() {
  const heard: Record<string, unknown>[] = [];
  const started: (readonly string[])[] = [];
  let wire: Wire | undefined;
  const start = async (program: string, args: readonly string[]) => {
    started.push([program, ...args.slice(0, -1)]);
    wire = await enterDoor(args.at(-1) ?? '', {
      onLine: (line) => heard.push(JSON.parse(line) as Record<string, unknown>),
      onEnd: () => undefined,
    });
    wires.push(wire);
    return true;
  };
  return { heard, started, start, answer: (told: object) => wire?.tell(JSON.stringify(told)), leave: () => wire?.close() };
}

const ears = () => ({ onLine: vi.fn(), onEnd: vi.fn() });

describe('work that is done with raised rights', () => {
  test('is ordered from one program, which is asked for once', async () => {
    const program = played();
    const elevate = raising(SELF, program.start);
    const [plan, apply] = [ears(), ears()];
    elevate(['plan', '--json'], defaultProfile, plan);
    await expect.poll(() => program.heard).toEqual([{ order: 1, args: ['plan', '--json'], profile: defaultProfile }]);
    program.answer({ order: 1, line: '{"digest": "d"}' });
    program.answer({ order: 1, exitCode: 0, said: '' });
    await expect.poll(() => plan.onEnd.mock.calls).toEqual([[0, '']]);
    expect(plan.onLine.mock.calls).toEqual([['{"digest": "d"}']]);

    const stop = elevate(['apply'], null, apply);
    await expect.poll(() => program.heard.length).toBe(2);
    stop();
    await expect.poll(() => program.heard.at(-1)).toEqual({ order: 2, stop: true });
    program.answer({ order: 2, exitCode: 5, said: 'stopped' });
    await expect.poll(() => apply.onEnd.mock.calls).toEqual([[5, 'stopped']]);
    expect(program.started).toEqual([[SELF.node, SELF.program, '--at-door']]);
  });

  test('ends where Windows was not answered with yes, and is asked for anew the next time', async () => {
    const program = played();
    let answers = [false, true];
    const elevate = raising(SELF, (...asked) => {
      const [yes = false, ...rest] = answers;
      answers = rest;
      return yes ? program.start(...asked) : Promise.resolve(false);
    });
    const [first, second] = [ears(), ears()];
    elevate(['plan'], null, first);
    await expect.poll(() => first.onEnd.mock.calls).toEqual([[1223, '']]);
    elevate(['plan'], null, second);
    await expect.poll(() => program.heard.length).toBe(1);
  });

  test('ends with the program that did it, or where none can be started', async () => {
    const program = played();
    const elevate = raising(SELF, program.start);
    const cut = ears();
    elevate(['apply'], null, cut);
    await expect.poll(() => program.heard.length).toBe(1);
    program.leave();
    await expect.poll(() => cut.onEnd.mock.calls).toEqual([[-1, '']]);

    const none = ears();
    raising(SELF, () => Promise.reject(new Error('no PowerShell')))(['plan'], null, none);
    await expect.poll(() => none.onEnd.mock.calls).toEqual([[-1, '']]);
  });
});
