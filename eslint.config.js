import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PURE = 'src/{domain,catalog,choice,media,artifacts,probes,diagnosis,steps,planning,words,contract,engine,simulated}/**';
const AMBIENT = ['process', 'console', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'Buffer'];

export default tseslint.config(
  { ignores: ['dist', 'resources', '*.cjs', '**/*.config.*', 'node_modules', 'test/bench/*.mjs', 'test/lab/typescript.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 200 }],
      complexity: ['error', 10],
    },
  },
  { files: ['renderer/**'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: [PURE], rules: { 'no-restricted-globals': ['error', ...AMBIENT] } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
