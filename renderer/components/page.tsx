import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type PageWeight = 'ready' | 'attention' | 'broken' | 'unknown';
const SIGN = { ready: 'check', attention: 'warning', broken: 'error', unknown: 'info' } as const satisfies Record<PageWeight, IconName>;

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly weight?: PageWeight | undefined;
  /** What can be done from here; the likeliest last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of every screen. Its heading takes the focus when the screen comes. */
export function Page({ title, lead, weight, actions, children }: Props) {
  return (
    <>
      <div className="page">
        <header className={weight}>
          <h1 tabIndex={-1} className={weight && 'weighed'}>
            {weight && <Icon name={SIGN[weight]} />}
            <span>{title}</span>
          </h1>
          {lead !== undefined && lead !== null && <div className="lead">{lead}</div>}
        </header>
        {children}
      </div>
      {actions !== undefined && <div className="actions"><div>{actions}</div></div>}
    </>
  );
}
