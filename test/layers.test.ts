import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Each breaks one wall of the house: file, its content, the rule that must catch it. */
const SEEDS: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['src/probes/node-in-a-probe.ts', "import 'node:fs';", 'pure-means-no-node'],
  ['src/domain/engine-from-domain.ts', "import '../engine/target.ts';", 'domain-imports-only-what-it-may'],
  ['src/engine/execa-in-the-engine.ts', "import 'execa';", 'one-door-to-processes'],
  ['src/cli/processes-in-the-cli.ts', "import 'node:child_process';", 'one-door-to-processes'],
  ['src/diagnosis/steps-from-a-rule.ts', "import '../steps/target.ts';", 'diagnosis-imports-only-what-it-may'],
  ['src/engine/platform-from-the-engine.ts', "import '../platform/target.ts';", 'engine-imports-only-what-it-may'],
  ['renderer/engine-from-the-renderer.ts', "import '../src/engine/target.ts';", 'renderer-speaks-the-contract'],
  [
    'electron/preload.ts',
    "import { value } from '../src/contract/target.ts'; console.log(value);",
    'preload-imports-types-only',
  ],
  ['electron/preload-files.ts', "import 'node:fs';", 'preload-imports-types-only'],
  ['electron/preload-channels.ts', "import { value } from './target.ts'; console.log(value);", 'preload-imports-types-only'],
  ['electron/steps-from-the-window.ts', "import '../src/steps/target.ts';", 'electron-composes'],
  ['electron/processes-in-the-window.ts', "import 'node:child_process';", 'one-door-to-processes'],
  ['renderer/node-in-the-renderer.ts', "import 'node:fs';", 'renderer-is-a-browser'],
  ['renderer/electron-in-the-renderer.ts', "import '../electron/target.ts';", 'renderer-speaks-the-contract'],
  ['renderer/platform-in-the-renderer.ts', "import '../src/platform/target.ts';", 'renderer-speaks-the-contract'],
  ['src/engine/electron-in-the-engine.ts', "import { app } from 'electron'; console.log(app);", 'electron-stays-in-its-folder'],
];

let folder = '';
let found: readonly { readonly from: string; readonly rule: { readonly name: string } }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const layer of ['engine', 'steps', 'platform', 'contract', 'domain'])
    put(`src/${layer}/target.ts`, 'export const value = 1;');
  put('electron/target.ts', 'export const value = 1;');
  for (const [file, text] of SEEDS) put(file, text);
  copyFileSync('.dependency-cruiser.cjs', join(folder, '.dependency-cruiser.cjs'));
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const depcruise = resolve('node_modules/.bin/depcruise');
  let output = '';
  try {
    output = execFileSync(depcruise, ['src', 'renderer', 'electron', '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch (error) {
    // Expected: it exits with the number of violations.
    output = (error as { stdout: string }).stdout;
  }
  found = (JSON.parse(output) as { summary: { violations: typeof found } }).summary.violations;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(SEEDS)('%s is caught', (file, _text, rule) => {
  expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
});
