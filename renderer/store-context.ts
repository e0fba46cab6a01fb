import { createContext, use } from 'react';
import type { SessionStore } from './stores/session-store.ts';

export const StoreContext = createContext<SessionStore | null>(null);

/** What a component may do. */
export function useActs(): SessionStore['acts'] {
  const store = use(StoreContext);
  if (store === null) throw new Error('outside of the app');
  return store.acts;
}
