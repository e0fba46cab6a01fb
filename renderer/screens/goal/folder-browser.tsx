import { useEffect, useId, useRef, useState } from 'react';
import type { Folder } from '../../../src/contract/questions.ts';
import { above, DRIVES, topOf, within } from '../../../src/domain/folder-path.ts';
import { Busy } from '../../components/busy.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { asking, type Asked } from '../../stores/session.ts';
import { useActs } from '../../store-context.ts';
import { useSay, type Say } from '../../words.ts';

const shownPath = (path: string, say: Say): string => (path === DRIVES ? say('wizard.media.browse.drives') : path);

function Names({ folder, onGo }: { readonly folder: Folder; readonly onGo: (path: string) => void }) {
  const say = useSay();
  const { parent } = folder;
  return (
    <ul className="folders">
      {parent !== null && <li><button type="button" onClick={() => { onGo(parent); }}><Icon name="up" />{say('wizard.media.browse.up')}</button></li>}
      {folder.folders.map((name) => (
        <li key={name}><button type="button" onClick={() => { onGo(within(folder.path, name)); }}><Icon name="folder" />{name}</button></li>
      ))}
    </ul>
  );
}

type Props = { readonly start: string; readonly onChoose: (folder: string) => void; readonly onClose: () => void };

/** Folders of the guest, which need not be the machine that the browser runs on. */
export function FolderBrowser({ start, onChoose, onClose }: Props) {
  const say = useSay();
  const { lookInto } = useActs();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [path, setPath] = useState(start);
  const [folder, setFolder] = useState<Asked<Folder>>(asking);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('h2')?.focus();
  }, []);
  useEffect(() => {
    let wanted = true;
    void lookInto(path).then((found) => {
      if (!wanted) return;
      // The folder that is looked into by itself need not be there: what lies above it is.
      const higher = found.kind === 'refused' && found.fault.code === 'not-found' ? above(path) : null;
      if (higher === null) setFolder(found);
      else setPath(higher);
    });
    return () => {
      wanted = false;
    };
  }, [path, lookInto]);
  useEffect(() => {
    // The folder that was pressed is gone from the list.
    if (folder.kind === 'answered' && document.activeElement === document.body) dialog.current?.querySelector<HTMLElement>('.folders button')?.focus();
  }, [folder]);
  const choose = (chosen: string) => {
    dialog.current?.close();
    onChoose(chosen);
  };
  return (
    <dialog ref={dialog} aria-labelledby={title} onClose={onClose}>
      <div className="browser">
        <h2 id={title} tabIndex={-1}>{say('wizard.media.browse.title')}</h2>
        <p className="mono path" aria-live="polite">{shownPath(folder.kind === 'answered' ? folder.value.path : path, say)}</p>
        {folder.kind === 'answered' && (
          <>
            <Names folder={folder.value} onGo={setPath} />
            <p className="small quiet">{say('wizard.media.browse.files', { count: folder.value.files })}</p>
          </>
        )}
        {folder.kind === 'asking' && <Busy text={say('wizard.opening')} />}
        {folder.kind === 'refused' && (
          <>
            <FaultNote fault={folder.fault} title={say('wizard.media.unread')} />
            <ul className="folders"><li><button type="button" onClick={() => { setPath(topOf(path)); }}><Icon name="up" />{shownPath(topOf(path), say)}</button></li></ul>
          </>
        )}
        <p className="cluster ends">
          <button type="button" className="button" onClick={() => { dialog.current?.close(); }}>{say('wizard.media.browse.close')}</button>
          <button type="button" className="button primary" disabled={folder.kind !== 'answered' || folder.value.path === DRIVES} onClick={() => { if (folder.kind === 'answered') choose(folder.value.path); }}>
            {say('wizard.media.browse.choose')}
          </button>
        </p>
      </div>
    </dialog>
  );
}
