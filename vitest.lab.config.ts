import { defineConfig } from 'vitest/config';

// Real guests, two at a time: a virtual machine under emulation keeps one processor busy, and waits for much of its time.
export default defineConfig({
  test: {
    include: ['test/lab/**/*.lab.test.ts'],
    maxWorkers: 2,
    pool: 'forks',
    testTimeout: 40 * 60_000,
    hookTimeout: 40 * 60_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
});
