import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Followed } from '../../src/contract/questions.ts';
import { logText } from '../stores/log-text.ts';
import { useSay } from '../words.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';
import { LogBlocks } from './log-blocks.tsx';
import { Section } from './section.tsx';

/** So near to its end counts as being there. */
const NEAR_PX = 24;

type Props = { readonly lines: readonly Followed[]; readonly titleOf: (step: string) => string };

/** What the tools say, as it comes. It follows its end until somebody scrolls up. */
export function RunLog({ lines, titleOf }: Props) {
  const say = useSay();
  const [sought, setSought] = useState('');
  const [follows, setFollows] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useDeferredValue(sought.trim().toLowerCase());
  const all = useMemo(() => logText(lines, titleOf), [lines, titleOf]);
  const shown = useMemo(() => (wanted === '' ? all : all.filter((line) => line.toLowerCase().includes(wanted))), [all, wanted]);

  useLayoutEffect(() => {
    if (follows && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [follows, shown]);

  const onScroll = () => {
    const { current } = box;
    if (current !== null) setFollows(current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX);
  };
  const told = wanted === '' ? say('wizard.run.log.lines', { count: all.length }) : say('wizard.run.log.found', { found: shown.length, count: all.length });
  return (
    <Section title={say('wizard.run.log')} aside={<CopyButton text={shown.join('\n')} label={say('wizard.run.log.copy')} />}>
      <div className="log">
        <div className="head">
          <label className="search">
            <Icon name="search" />
            <span className="visually-hidden">{say('wizard.run.log.search')}</span>
            <input type="search" value={sought} placeholder={say('wizard.run.log.search')} onChange={({ target }) => { setSought(target.value); }} />
          </label>
          <span className="count" role="status">{told}</span>
          {!follows && (
            <button type="button" className="button small" onClick={() => { setFollows(true); }}>
              <Icon name="drop" />{say('wizard.run.log.newest')}
            </button>
          )}
        </div>
        <div className="lines" ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-live="off" aria-label={say('wizard.run.log')}>
          {all.length === 0 && <p className="none">{say('wizard.run.log.empty')}</p>}
          {all.length > 0 && shown.length === 0 && <p className="none">{say('wizard.run.log.none', { text: sought.trim() })}</p>}
          <LogBlocks lines={shown} sought={wanted} />
        </div>
      </div>
    </Section>
  );
}
