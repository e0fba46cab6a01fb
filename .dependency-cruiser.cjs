/** Which folder of src/ may import from which. Everything not listed is forbidden. See ARCHITECTURE.md. */
const KNOWLEDGE = ['domain', 'catalog', 'words'];
const LOOKING = [...KNOWLEDGE, 'probes', 'media', 'choice'];
const MAY_IMPORT = {
  domain: [],
  look: [],
  words: ['domain'],
  catalog: ['domain'],
  media: KNOWLEDGE,
  probes: ['domain', 'media'],
  choice: [...KNOWLEDGE, 'probes', 'media'],
  artifacts: [...KNOWLEDGE, 'probes', 'media'],
  diagnosis: LOOKING,
  steps: [...LOOKING, 'diagnosis'],
  planning: [...LOOKING, 'diagnosis', 'steps'],
  contract: ['domain'],
  journal: ['domain'],
  report: [...LOOKING, 'contract', 'planning', 'diagnosis', 'look'],
  simulated: ['domain', 'words', 'catalog', 'media'],
  platform: ['domain'],
  engine: [...LOOKING, 'artifacts', 'diagnosis', 'steps', 'planning', 'contract', 'journal', 'report', 'simulated'],
  server: ['domain', 'contract', 'engine', 'platform', 'words'],
  cli: [...LOOKING, 'artifacts', 'diagnosis', 'steps', 'planning', 'contract', 'journal', 'report', 'engine', 'platform', 'simulated', 'server'],
};
const PURE = ['domain', 'look', 'words', 'catalog', 'media', 'probes', 'choice', 'artifacts', 'diagnosis', 'steps', 'planning', 'contract', 'simulated', 'engine'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
      name: `${layer}-imports-only-what-it-may`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: `^(electron|renderer|test|src/(?!(${[layer, ...allowed].join('|')})/))` },
    })),
    { name: 'pure-means-no-node', severity: 'error', from: { path: `^src/(${PURE.join('|')})/` }, to: { dependencyTypes: ['core'] } },
    { name: 'one-door-to-processes', severity: 'error', from: { path: '^(src|renderer|electron)/', pathNot: '^src/platform/' }, to: { path: '(^|/)(execa|child_process)' } },
    { name: 'renderer-speaks-the-contract', severity: 'error', from: { path: '^renderer/' }, to: { path: '^(electron|test|src/(?!(contract|domain|look|words)/))' } },
    { name: 'renderer-is-a-browser', severity: 'error', from: { path: '^renderer/' }, to: { dependencyTypes: ['core'] } },
    { name: 'electron-composes', severity: 'error', from: { path: '^electron/' }, to: { path: '^(renderer|test|src/(?!(domain|contract|engine|platform|words|cli)/))' } },
    { name: 'electron-stays-in-its-folder', severity: 'error', from: { path: '^(src|renderer)/' }, to: { path: '(^|/)node_modules/electron/' } },
    // A sandboxed preload can load `electron` alone.
    { name: 'preload-imports-types-only', severity: 'error', from: { path: '^electron/preload' }, to: { pathNot: '(^|/)node_modules/electron/', dependencyTypesNot: ['type-only'] } },
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
};
