import { describe, expect, test } from 'vitest';
import { Order, readAs } from '../../../src/cli/raised/orders.ts';

const order = (args: readonly unknown[]) => readAs(Order, JSON.stringify({ order: 1, args, profile: null }));

describe('what is ordered at the door', () => {
  test.each(['plan', 'apply', 'resume', 'undo'])('may be %s', (command) => {
    expect(order([command, '--json'])).toMatchObject({ args: [command, '--json'] });
  });
  test.each([[[]], [['seal']], [['serve']], [['--root', '/']], [[7]], [['plan', 'x'.repeat(201)]]])('is nothing else: %j', (args) => {
    expect(order(args)).toBeUndefined();
  });
  test.each(['', 'cancel', '[]', '{"order": "1", "stop": true}', '{"order": 1, "args": ["plan"], "profile": null, "env": {}}'])('and no other line: %s', (line) => {
    expect(readAs(Order, line)).toBeUndefined();
  });
});
