/** What this program is made of besides its own code, and under which licences. */
export const LICENCES: readonly { readonly name: string; readonly licence: string }[] = [
  { name: 'GPU Guest Assistant', licence: 'Apache-2.0' },
  { name: 'diff', licence: 'BSD-3-Clause' },
  { name: 'fastest-levenshtein', licence: 'MIT' },
  { name: 'react', licence: 'MIT' },
  { name: 'react-dom', licence: 'MIT' },
  { name: 'string-width', licence: 'MIT' },
  { name: 'yaml', licence: 'ISC' },
  { name: 'zod', licence: 'MIT' },
  { name: 'zustand', licence: 'MIT' },
];
