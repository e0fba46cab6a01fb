import type { Message } from '../domain/message.ts';

/** A driver as far as it is known: a branch, or a version of it. `branch` is that of the Linux driver; `windows`: the version is Windows's own. */
export type Driver = { readonly branch: number; readonly version: string | null; readonly windows?: boolean };

/** Does a driver fit? `rank`: 0 is best. `exact`: no guess about the host is in it. */
export type Judgement =
  | { readonly fits: true; readonly rank: number; readonly exact: boolean; readonly why: Message }
  | { readonly fits: false; readonly why: Message };

export const unfit = (why: Message): Judgement => ({ fits: false, why });

/** One driver has to serve all: a single "no" decides, else the weakest "yes" speaks. */
export function together(judgements: readonly Judgement[]): Judgement {
  const no = judgements.find(({ fits }) => !fits);
  if (no) return no;
  const yes = judgements.filter((one) => one.fits).sort((a, b) => b.rank - a.rank);
  const weakest = yes[0] ?? { fits: true, rank: 0, exact: false, why: { key: '' } };
  return { ...weakest, exact: yes.length > 0 && yes.every(({ exact }) => exact) };
}
