import { useState } from 'react';
import { nameOf } from '../../../src/domain/folder-path.ts';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import type { Media, Session } from '../../stores/session.ts';
import { isOnWindows } from '../../stores/selectors.ts';
import { useActs } from '../../store-context.ts';
import { electronBridge } from '../../wire/electron.ts';
import { useSay } from '../../words.ts';
import { useDroppedFolder } from './dropped-folder.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { MediaItems } from './media-items.tsx';

function Progress({ progress }: Pick<Media, 'progress'>) {
  const say = useSay();
  const file = progress === null ? '' : nameOf(progress.file);
  const share = progress === null || progress.totalBytes === 0 ? 0 : progress.doneBytes / progress.totalBytes;
  const text = progress === null ? say('wizard.opening') : say('wizard.media.reading', { file });
  return (
    <div className="stack">
      <p className="quiet" role="status">{text}</p>
      <div className="meter" role="progressbar" aria-label={say('wizard.media.read')} aria-valuenow={Math.round(share * 100)} aria-valuemin={0} aria-valuemax={100}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

function Contents({ media: { read, progress }, lang }: { readonly media: Media; readonly lang: string }) {
  const say = useSay();
  switch (read.kind) {
    case 'unasked':
      return null;
    case 'asking':
      return <Progress progress={progress} />;
    case 'answered':
      return <MediaItems read={read.value} lang={lang} />;
    case 'refused':
      return (
        <p className="unread" role="status">
          <Icon name="info" />
          <span><span className="strong">{say('wizard.media.unread')}</span><span className="small">{read.fault.message}</span></span>
        </p>
      );
  }
}

function FolderField({ folder, onRead }: { readonly folder: string; readonly onRead: (folder: string) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const [isBrowsing, setBrowsing] = useState(false);
  const choose = (path: string) => {
    setTyped(null);
    onRead(path);
  };
  const bridge = electronBridge();
  const browse = async () => {
    if (bridge === undefined) setBrowsing(true);
    else {
      const picked = await bridge.pickFolder();
      if (picked !== null) choose(picked);
    }
  };
  return (
    <form className="folder-field" onSubmit={(event) => { event.preventDefault(); choose(typed ?? folder); }}>
      <label className="visually-hidden" htmlFor="folder">{say('wizard.media.folder')}</label>
      <input id="folder" className="mono" value={typed ?? folder} spellCheck={false} autoComplete="off" required pattern="(/|[A-Za-z]:|\\\\).*" onChange={({ target }) => { setTyped(target.value); }} />
      <button type="button" className="button" onClick={() => { void browse(); }}><Icon name="folder" />{say('wizard.media.browse')}</button>
      <button type="submit" className="button">{say('wizard.media.read')}</button>
      {isBrowsing && <FolderBrowser start={typed ?? folder} onChoose={choose} onClose={() => { setBrowsing(false); }} />}
    </form>
  );
}

/** What the administrator provided: a folder of the guest, with its files named. */
export function MediaSection({ session }: { readonly session: Session }) {
  const say = useSay();
  const { readMedia } = useActs();
  const { media, choices, lang } = session;
  const dropping = useDroppedFolder(readMedia);
  return (
    <Section title={say('wizard.media.title')} lead={say(isOnWindows(session) ? 'wizard.media.text.windows' : 'wizard.media.text')}>
      <div className={dropping === 'over' ? 'card stack wide over' : 'card stack wide'}>
        <FolderField folder={choices.media} onRead={readMedia} />
        {dropping === 'unplaced' && <p className="small" role="status">{say('wizard.media.dropped')}</p>}
        <Contents media={media} lang={lang} />
      </div>
    </Section>
  );
}
