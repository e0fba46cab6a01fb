import { defineConfig } from 'vitest/config';

/** Knowledge tables are text to the program: the bundle's loader `{ '.jsonl': 'text' }`, for the tests. */
const tablesAsText = {
  name: 'tables-as-text',
  transform: (text: string, id: string) =>
    id.endsWith('.jsonl') ? { code: `export default ${JSON.stringify(text)}`, map: null } : null,
};

export default defineConfig({
  plugins: [tablesAsText],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/lab/**/*.lab.test.ts', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
