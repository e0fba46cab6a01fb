// Prints the plain closing line of a test run, counted from the runner's own reports (vitest's JSON reporter).
import { existsSync, readFileSync } from 'node:fs';

const REPORTS = ['coverage/unit.json', 'coverage/lab.json'];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of REPORTS.filter((path) => existsSync(path))) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += report.numPassedTests;
  // A file that could not even be loaded has no test of its own, and yet it failed.
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  sum.failed += report.numFailedTests + unloaded;
  sum.skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
