// `npm test`: types, lint, layers, dead code, then the tests; with CI set also the long lab. One command, no exemptions.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

rmSync('coverage', { recursive: true, force: true });
const steps = ['index', 'types', 'lint', 'layers', 'dead', 'build', 'unit', ...(process.env.CI ? ['tidy', 'lab'] : [])];
for (const step of steps) {
  console.log(`\n== ${step}`);
  // LAB_ONLY: names of lab scenarios, where not all of them are to run.
  const only = step === 'lab' && process.env.LAB_ONLY ? ['--', ...process.env.LAB_ONLY.split(' ')] : [];
  const { status } = spawnSync('npm', ['run', '--silent', step, ...only], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${step} failed`);
    process.exit(status ?? 1);
  }
}
if (!process.env.CI) console.log('\nThe lab (real guests in virtual machines) runs with CI=true, or by itself: npm run lab');
