import type { DriverChoice } from '../../src/domain/choice.ts';

/** "grid 525 proprietary exact: 525.105.17 (media)" */
export function said(choice: DriverChoice): string {
  if (choice.kind !== 'chosen') return `${choice.kind}: ${choice.reason.key}`;
  const { driver, branch, kernelModule, exact, versions, source } = choice;
  const [first = '-'] = versions;
  return `${driver} ${branch} ${kernelModule} ${exact ? 'exact' : 'guess'}: ${first} (${source.kind})`;
}
