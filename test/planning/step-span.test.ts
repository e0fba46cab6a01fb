import { expect, test } from 'vitest';
import { STEP_ORDER } from '../../src/planning/order.ts';
import { stepSpan } from '../../src/planning/step-span.ts';

test('steps that download, build or unpack take minutes; the others seconds', () => {
  expect(STEP_ORDER.filter((step) => stepSpan(step) === 'minutes')).toEqual(['packages.prerequisites', 'driver.remove-conflicting', 'driver.install', 'cuda.install', 'cudnn.install', 'nccl.install', 'fabric.install', 'containers.install']);
});
