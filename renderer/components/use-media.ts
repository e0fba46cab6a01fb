import { useSyncExternalStore } from 'react';

/** Whether the window is as a media query says. */
export function useMedia(query: string): boolean {
  const subscribe = (changed: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', changed);
    return () => { list.removeEventListener('change', changed); };
  };
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
