// node --import ./test/lab/typescript.mjs test/lab/power-cuts.ts --cuts 50 [--seed N]: the same as the test, as often as told.
import { parseArgs } from 'node:util';
import { cutAll } from './harness/power-cut.ts';

const { values } = parseArgs({ options: { cuts: { type: 'string', default: '50' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
const failures = await cutAll(Number(values.cuts), Number(values.seed), line => { console.log(line); });
for (const failure of failures) console.log(`\n${failure}`);
console.log(failures.length === 0 ? 'All reached the same end.' : `${failures.length} reached another end.`);
process.exitCode = failures.length === 0 ? 0 : 1;
