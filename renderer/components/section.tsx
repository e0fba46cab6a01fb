import { useId, type ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands at the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ title, lead, aside, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </section>
  );
}
