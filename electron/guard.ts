/** What a page may not do, whatever it shows: leave, open windows, embed, ask for devices, load from elsewhere. */
import type { Session, WebContents } from 'electron';
import { isOurs } from './pages.ts';

/** Its copy buttons; nothing is read from the clipboard. */
const GRANTED = 'clipboard-sanitized-write';

/** `blob:` is what a page has made itself, such as a report to be saved. */
const isHome = (url: string): boolean =>
  isOurs(url) || (url.startsWith('blob:') && isOurs(url.slice('blob:'.length))) || url.startsWith('devtools:');

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === GRANTED && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === GRANTED && isOurs(origin.replace(/\/$/, '')));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isHome(url) && !url.startsWith('data:') });
  });
  session.on('will-download', (event, item) => {
    if (!isHome(item.getURL())) event.preventDefault();
  });
}

export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  // Frames as well: this event tells of every one.
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
}
