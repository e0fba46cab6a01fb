import type { ReactNode } from 'react';
import type { FindingDocument } from '../../src/contract/documents/diagnosis.ts';
import { useSay } from '../words.ts';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';
import { Prose } from './prose.tsx';
import { Weight } from './weight.tsx';

/** What the administrator of the host or of the licences needs to know, as it is copied. */
export function letterOf({ title, detail, evidence, fix }: FindingDocument): string {
  const seen = evidence.map(({ source, text }) => `${source}: ${text}`);
  return [title, detail, ...fix.steps, ...seen].join('\n').replaceAll('`', '');
}

function Evidence({ evidence }: Pick<FindingDocument, 'evidence'>) {
  const say = useSay();
  if (evidence.length === 0) return null;
  return (
    <div>
      <h4 className="label">{say('wizard.finding.evidence')}</h4>
      <ul className="evidence">
        {evidence.map(({ source, text }, index) => (
          <li key={index}><span className="source">{source}</span><pre>{text}</pre></li>
        ))}
      </ul>
    </div>
  );
}

function Remedy({ finding }: { readonly finding: FindingDocument }) {
  const say = useSay();
  const { fix } = finding;
  const others = fix.by !== 'guest';
  return (
    <div className="stack">
      <h4 className="label">{say(`wizard.finding.by.${fix.by}`)}</h4>
      {fix.automatic && <p className="cure">{say('wizard.finding.automatic')}</p>}
      <ol className={fix.steps.length === 1 ? 'cures one' : 'cures'}>
        {fix.steps.map((step, index) => <li key={index}><Prose text={step} /></li>)}
      </ol>
      {others && finding.severity !== 'info' && <CopyButton text={letterOf(finding)} label={say('wizard.finding.copy')} />}
    </div>
  );
}

type Props = {
  readonly finding: FindingDocument;
  readonly open?: boolean;
  /** Findings that follow from this one. */
  readonly children?: ReactNode;
};

/** One finding: what is and what follows at once; what to do and what shows it one click away. */
export function FindingCard({ finding, open = false, children }: Props) {
  const say = useSay();
  return (
    <article className={`finding ${finding.severity}`}>
      <header>
        <h3>{finding.title}</h3>
        <Weight of={finding.severity} />
      </header>
      <p className="detail"><Prose text={finding.detail} /></p>
      <Disclosure summary={say(finding.fix.automatic ? 'wizard.finding.details' : 'wizard.finding.what-to-do')} open={open}>
        <div className="stack wide">
          <Remedy finding={finding} />
          <Evidence evidence={finding.evidence} />
        </div>
      </Disclosure>
      {children}
    </article>
  );
}
