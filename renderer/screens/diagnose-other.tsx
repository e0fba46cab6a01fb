import { useEffect, useState } from 'react';
import { base64Of } from '../components/base64.ts';
import { Busy } from '../components/busy.tsx';
import { DropZone } from '../components/drop-zone.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { Section } from '../components/section.tsx';
import type { Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';

/** The contract takes 48 million characters of base64. */
const MOST_BYTES = 36_000_000;

function useOpen(): { readonly open: (name: string, blob: Blob) => void; readonly tooLarge: boolean } {
  const acts = useActs();
  const [tooLarge, setTooLarge] = useState(false);
  const open = (name: string, blob: Blob) => {
    setTooLarge(blob.size > MOST_BYTES);
    if (blob.size <= MOST_BYTES) void base64Of(blob).then((base64) => acts.judge(name, base64));
  };
  return { open, tooLarge };
}

function PasteBox({ onText }: { readonly onText: (text: string) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  return (
    <form className="field paste" onSubmit={(event) => { event.preventDefault(); onText(text); }}>
      <label htmlFor="pasted">{say('wizard.diagnose.paste')}</label>
      <textarea id="pasted" rows={5} spellCheck={false} className="mono" value={text} aria-describedby="pasted-hint" onChange={({ target }) => { setText(target.value); }} />
      <div className="spread">
        <span id="pasted-hint" className="hint">{say('wizard.diagnose.paste.hint')}</span>
        <button type="submit" className="button" disabled={text.trim() === ''}>{say('wizard.diagnose.judge')}</button>
      </div>
    </form>
  );
}

/** A capture, a bug report, a text: dropped, chosen or pasted anywhere on the page. */
export function DiagnoseOther({ session }: { readonly session: Session }) {
  const say = useSay();
  const { open, tooLarge } = useOpen();
  const { judged } = session;
  const pasted = say('wizard.diagnose.pasted');
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const isTyped = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      const file = event.clipboardData?.files[0];
      if (file !== undefined) open(file.name, file);
      else if (!isTyped) open(pasted, new Blob([event.clipboardData?.getData('text') ?? '']));
    };
    document.addEventListener('paste', onPaste);
    return () => { document.removeEventListener('paste', onPaste); };
  });
  return (
    <Section title={say('wizard.diagnose.other')} lead={say('wizard.diagnose.other.lead')}>
      <div className="stack wide">
        {judged?.answer.kind === 'asking' && <Busy text={say('wizard.diagnose.reading', { name: judged.name })} />}
        {judged?.answer.kind === 'refused' && <FaultNote fault={judged.answer.fault} title={say('wizard.diagnose.unreadable')} />}
        {tooLarge && <p className="card edge warning" role="alert">{say('wizard.diagnose.too-large', { mib: Math.floor(MOST_BYTES / 1024 / 1024) })}</p>}
        <DropZone onFile={(file) => { open(file.name, file); }} />
        <PasteBox onText={(text) => { open(pasted, new Blob([text])); }} />
      </div>
    </Section>
  );
}
