export const window = {
  'window.root':
    'The window does not run as root: what a page shows has no business with root’s rights. Start it as an ordinary user, who is asked for a password when a change is due; or serve the wizard to a browser with “gpu-guest serve”.',
  'window.no-pages':
    'The wizard’s pages are not where this program looks for them ({folder}). Build them with “npm run build”, or install the package anew.',
  'start.window': 'Opening the wizard in a window of its own, as Electron and a display are here.',
  'start.served': 'Serving the wizard to a browser: {why}',
  'start.root': 'the window does not run as root.',
  'start.no-display': 'this session has no display (neither WAYLAND_DISPLAY nor DISPLAY is set).',
  'start.no-electron': 'Electron’s program is not installed. “npx install-electron” fetches it; “npm start” then opens a window.',
} as const;
