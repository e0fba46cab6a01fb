import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Banner } from './components/banner.tsx';
import { Rail } from './components/rail.tsx';
import { ClosedScreen } from './screens/closed-screen.tsx';
import { Screens } from './screens/screens.tsx';
import type { Session } from './stores/session.ts';
import type { SessionStore } from './stores/session-store.ts';
import { isSimulated, screenOf, screenOfWay } from './stores/selectors.ts';
import { StoreContext } from './store-context.ts';
import { useSay, useWords, WordsContext } from './words.ts';

function Window({ session }: { readonly session: Session }) {
  const screen = screenOf(session);
  const look = session.look.seen.kind;
  const say = useSay();
  useEffect(() => {
    const brand = say('wizard.brand');
    document.title = screen === 'opening' || screen === 'turned-away' ? brand : `${say(`wizard.rail.${screen}`)} · ${brand}`;
  }, [screen, say]);
  useEffect(() => {
    // What had the focus may be gone with what it belonged to.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [look, session.plan.kind]);
  useEffect(() => {
    // A new screen is read from its heading on.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [screen]);
  if (screen === 'opening' || screen === 'turned-away') return <ClosedScreen session={session} />;
  return (
    <div className="window">
      <Rail session={session} onTheWay={screenOfWay(session)} />
      <main>
        {isSimulated(session) && <Banner />}
        <Screens screen={screen} session={session} />
      </main>
    </div>
  );
}

/** The whole window: the way on the left, where one is on the right. */
export function App({ store }: { readonly store: SessionStore }) {
  const session = useStore(store);
  const say = useWords(session.lang);
  useEffect(() => {
    document.documentElement.lang = session.lang;
  }, [session.lang]);
  if (say === null) return null;
  return (
    <StoreContext value={store}>
      <WordsContext value={say}>
        <Window session={session} />
      </WordsContext>
    </StoreContext>
  );
}
