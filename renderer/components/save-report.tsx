import { useState } from 'react';
import type { Fault } from '../../src/contract/contract.ts';
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

/** The machine as it is now, as a file to keep or hand over. */
export function SaveReport({ small = false }: { readonly small?: boolean }) {
  const say = useSay();
  const acts = useActs();
  const [making, setMaking] = useState<Format | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async (format: Format) => {
    setMaking(format);
    const made = await acts.report(format);
    setMaking(null);
    setFault(made.kind === 'refused' ? made.fault : null);
    if (made.kind === 'answered') saveFile(made.value);
  };
  return (
    <>
      {FORMATS.map(({ format, name }) => (
        <button key={format} type="button" className={small ? 'button small' : 'button'} disabled={making !== null} aria-busy={making === format} onClick={() => { void save(format); }}>
          <Icon name="save" />{say('wizard.save', { format: name })}
        </button>
      ))}
      {fault !== null && <FaultNote fault={fault} title={say('wizard.save.failed')} />}
    </>
  );
}
