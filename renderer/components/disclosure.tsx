import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = { readonly summary: ReactNode; readonly open?: boolean; readonly children: ReactNode };

/** What is one click away. */
export function Disclosure({ summary, open = false, children }: Props) {
  return (
    <details className="disclosure" open={open}>
      <summary><Icon name="chevron" />{summary}</summary>
      <div className="inside">{children}</div>
    </details>
  );
}
