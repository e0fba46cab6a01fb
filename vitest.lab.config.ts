import { defineConfig } from 'vitest/config';

// Real guests, one at a time: each wants the machine for itself.
export default defineConfig({
  test: {
    include: ['test/lab/**/*.lab.test.ts'],
    fileParallelism: false,
    testTimeout: 40 * 60_000,
    hookTimeout: 40 * 60_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
});
