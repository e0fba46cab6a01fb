import branchTable from '../../resources/knowledge/branches.jsonl';
import supportTable from '../../resources/knowledge/branch-support.jsonl';
import { branchOf, compareVersions } from '../domain/version.ts';
import { allRecords, recordById, type Table } from './records.ts';

export type DriverBranch = { readonly branch: number; readonly versions: readonly string[] };

type Points = Readonly<Record<string, string>>;
/** resources/knowledge/branch-support.jsonl. Ranges are written "450-470,535"; they run over the listed branches only. */
type SupportRecord = {
  readonly newest: string;
  readonly by: 'legacybranch' | 'list' | 'rule+list' | 'rule';
  readonly listed?: string;
  readonly inferred?: string;
  readonly since?: Points;
  readonly until?: Points;
};

export type Support = {
  /** Null: no list says, in either direction. */
  readonly supports: boolean | null;
  readonly because:
    | { readonly kind: 'listed' }
    | { readonly kind: 'inferred' }
    | { readonly kind: 'not-listed' }
    /** No list names the card in this branch; its architecture belongs to it. */
    | { readonly kind: 'by-architecture' }
    | { readonly kind: 'since'; readonly version: string }
    | { readonly kind: 'until'; readonly version: string }
    | { readonly kind: 'dropped'; readonly last: number }
    | { readonly kind: 'older-than-the-card'; readonly first: number }
    /** The branch is newer than every list here. */
    | { readonly kind: 'newer-than-the-lists' }
    | { readonly kind: 'unknown-card' };
};

const branches = branchTable as Table<DriverBranch>;
const support = supportTable as Table<SupportRecord>;

/** Branches with a public support list, newest first. */
export const driverBranches = (): readonly DriverBranch[] => allRecords(branches).toReversed();

const newestListed = (): number => driverBranches()[0]?.branch ?? 0;

const inRanges = (ranges: string | undefined, branch: number): boolean =>
  (ranges ?? '').split(',').some((range) => {
    const [from, to] = range.split('-').map(Number);
    return from !== undefined && branch >= from && branch <= (to ?? from);
  });

const firstOf = (record: SupportRecord): number | null => {
  const first = Number.parseInt(record.listed ?? '', 10);
  return Number.isNaN(first) ? null : first;
};

/** The last branch that drives the card: null where it is still in the newest list; undefined where no list knows the card. */
function lastBranchOf(deviceId: string): number | null | undefined {
  const record = recordById(support, deviceId);
  if (record === undefined) return undefined;
  return record.newest === 'current' ? null : branchOf(record.newest);
}

/** The newest listed branch that drives the card; null where no list knows the card. */
export function newestBranchOf(deviceId: string): number | null {
  const last = lastBranchOf(deviceId);
  return last === undefined ? null : (last ?? newestListed());
}

const is = (supports: boolean | null, because: Support['because']): Support => ({ supports, because });

/** Point releases matter in a few branches that learned of a card midway, or forgot it. */
function atPoint(record: SupportRecord, branch: number, version: string | null, otherwise: Support): Support {
  const [since, until] = [record.since?.[branch], record.until?.[branch]];
  if (version === null) return since === undefined ? otherwise : is(true, { kind: 'since', version: since });
  if (since !== undefined && compareVersions(version, since) < 0) return is(false, { kind: 'since', version: since });
  if (until !== undefined && compareVersions(version, until) > 0) return is(null, { kind: 'until', version: until });
  return otherwise;
}

function beyondTheLists(record: SupportRecord, branch: number): Support {
  const first = firstOf(record);
  if (first !== null && branch < first) return is(false, { kind: 'older-than-the-card', first });
  if (branch > newestListed()) return is(null, { kind: 'newer-than-the-lists' });
  return record.by === 'rule' || record.by === 'rule+list'
    ? is(null, { kind: 'by-architecture' })
    : is(false, { kind: 'not-listed' });
}

/**
 * Does a branch of the Linux driver support the card? A card may be left out of a public list although it is supported
 * (T4 in 495…570): such gaps are `inferred`. A version decides where only a part of the branch does.
 */
export function supportOf(deviceId: string, branch: number, version: string | null = null): Support {
  const record = recordById(support, deviceId);
  if (record === undefined) return is(null, { kind: 'unknown-card' });
  const last = lastBranchOf(deviceId) ?? null;
  if (last !== null && branch > last) return is(false, { kind: 'dropped', last });
  if (inRanges(record.listed, branch)) return atPoint(record, branch, version, is(true, { kind: 'listed' }));
  if (inRanges(record.inferred, branch)) return is(true, { kind: 'inferred' });
  return beyondTheLists(record, branch);
}

/** Versions of a branch that are known to exist, from the support lists. */
export const listedVersions = (branch: number): readonly string[] =>
  driverBranches().find((one) => one.branch === branch)?.versions ?? [];
