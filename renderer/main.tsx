import { createRoot } from 'react-dom/client';
import { createClient } from '../src/contract/client.ts';
import { App } from './app.tsx';
import { chosenLanguage } from './stores/settings.ts';
import { createSessionStore, type SessionStore } from './stores/session-store.ts';
import { electronBridge } from './wire/electron.ts';
import { openOnPaper } from './open-on-paper.ts';
import { ignoreStrayDrops } from './stray-drops.ts';
import { httpTransport } from './wire/http.ts';
import { wordsOf } from './words.ts';

// The wire may turn this browser away before there is a store to tell.
const later: { store?: SessionStore } = {};
const transport = electronBridge() ?? httpTransport((because) => later.store?.acts.turnAway(because));
const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const store = createSessionStore(createClient(transport), chosenLanguage(), !isCalm);
later.store = store;

ignoreStrayDrops();
openOnPaper();
void store.acts.open();
const root = document.getElementById('root');
// What stands in the page already stays until there are words for something else.
if (root !== null) void wordsOf(store.getState().lang).then(() => { createRoot(root).render(<App store={store} />); });
