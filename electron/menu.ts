import { Menu } from 'electron';

/** Never seen: it gives the window the keys for copying, for the size of its text, for closing. Electron's own offers the developer tools. */
export function setKeys(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          // Without Shift, as browsers take it too.
          { role: 'zoomIn', accelerator: 'CommandOrControl+=' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
