import { useState } from 'react';
import type { Fault } from '../../src/contract/contract.ts';
import type { Judged } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { FaultNote } from './fault-note.tsx';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';

const FORMATS = [
  { format: 'html', name: 'HTML' },
  { format: 'markdown', name: 'Markdown' },
] as const;
type Format = (typeof FORMATS)[number]['format'];

type Props = {
  readonly small?: boolean;
  /** What was opened to be judged; left out: the machine as it is now. */
  readonly of?: Pick<Judged, 'name' | 'base64'>;
};

/** A report as a file to keep or hand over, or on paper. */
export function SaveReport({ small = false, of }: Props) {
  const say = useSay();
  const acts = useActs();
  const [making, setMaking] = useState<Format | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async (format: Format) => {
    setMaking(format);
    const made = await acts.report(format, of);
    setMaking(null);
    setFault(made.kind === 'refused' ? made.fault : null);
    if (made.kind === 'answered') saveFile(made.value);
  };
  const look = small ? 'button small' : 'button';
  return (
    <>
      {FORMATS.map(({ format, name }) => (
        <button key={format} type="button" className={look} disabled={making !== null} aria-busy={making === format} onClick={() => { void save(format); }}>
          <Icon name="save" />{say('wizard.save', { format: name })}
        </button>
      ))}
      <button type="button" className={look} onClick={() => { window.print(); }}><Icon name="print" />{say('wizard.print')}</button>
      {fault !== null && <FaultNote fault={fault} title={say('wizard.save.failed')} />}
    </>
  );
}
