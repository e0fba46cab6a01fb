import { defineConfig } from 'vitest/config';

/** A knowledge table, or a program in CUDA C++, is a function that gives its text (see src/catalog/jsonl.d.ts), here as in the bundle. */
const tablesAsText = {
  name: 'tables-as-text',
  transform: (text: string, id: string) =>
    /\.(jsonl|cu)$/.test(id) ? { code: `export default () => ${JSON.stringify(text)}`, map: null } : null,
};

export default defineConfig({
  plugins: [tablesAsText],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/lab/**/*.lab.test.ts', 'node_modules/**'],
    testTimeout: 30_000,
    // Left to itself it takes a processor less: on a machine of two all tests would wait for one another.
    maxWorkers: '100%',
  },
});
