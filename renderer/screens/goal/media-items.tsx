import type { MediaDocument } from '../../../src/contract/documents/media.ts';
import { nameOf } from '../../../src/domain/folder-path.ts';
import { Icon } from '../../components/icon.tsx';
import type { ReadMedia } from '../../stores/session.ts';
import { useSay } from '../../words.ts';
import { TokenFacts } from './token-facts.tsx';

type Item = MediaDocument['items'][number];

function Line({ item, read, lang }: { readonly item: Item; readonly read: ReadMedia; readonly lang: string }) {
  const say = useSay();
  const { fits, what, version, file, why } = item;
  const token = read.tokens.find((each) => each.file === file)?.token;
  return (
    <li className={fits ? 'ready' : 'calm'}>
      <Icon name={fits ? 'check' : 'cross'} />
      <div className="what">
        <p className="spread">
          <span className="strong">{say(`wizard.media.what.${what}`)}{version !== null && ` ${version}`}</span>
          <span className={fits ? 'badge ready' : 'badge'}>{say(fits ? 'wizard.media.fits' : 'wizard.media.fits-not')}</span>
        </p>
        <p className="mono file" title={file}>{nameOf(file)}</p>
        <p className="small quiet">{why}</p>
        {token !== undefined && <TokenFacts token={token} lang={lang} />}
      </div>
    </li>
  );
}

/** Every file of the folder: what fits first, and why the others do not. */
export function MediaItems({ read, lang }: { readonly read: ReadMedia; readonly lang: string }) {
  const say = useSay();
  const { items } = read.media;
  if (items.length === 0) return <p className="quiet">{say('wizard.media.empty')}</p>;
  const ordered = [...items].sort((a, b) => Number(b.fits) - Number(a.fits));
  return <ul className="rows media">{ordered.map((item) => <Line key={item.file} item={item} read={read} lang={lang} />)}</ul>;
}
