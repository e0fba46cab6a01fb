/** The same advice in a Windows guest: other places, services and commands. */
import type { Message } from '../domain/message.ts';

/** Sentences of which there is one for Windows, by the name with `.windows` behind it. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'finding.fix.reboot',
  'finding.fix.restart-gridd',
  'finding.license.unlicensed.fix.1',
  'finding.license.unlicensed.fix.cloud',
  'finding.license.token.fix.install',
  'finding.license.token-invalid.fix.1',
  'finding.license.token-invalid.fix.2',
  'finding.license.feature-type-invalid.fix.1',
  'finding.license.feature-type-invalid.fix.cloud',
  'finding.license.product-mismatch.fix.2',
  'finding.license.server-unreachable.fix.1',
  'finding.license.server-unreachable.fix.dns',
  'finding.license.server-unreachable.fix.way',
  'finding.license.server-certificate.fix.2',
  'finding.license.legacy-server-config.fix.1',
  'finding.license.clock-skew.fix.1',
  'finding.license.clock-skew.fix.2',
]);

/** What gpu-guest does is done on Linux alone. */
const LINUX_ONLY: ReadonlySet<string> = new Set(['finding.fix.plan-and-apply']);

export const onWindows = (steps: readonly Message[]): readonly Message[] => {
  const told = steps.map((step) => (OTHERWISE.has(step.key) ? { ...step, key: `${step.key}.windows` } : step));
  const possible = told.filter(({ key }) => !LINUX_ONLY.has(key));
  return possible.length === 0 ? told : possible;
};
