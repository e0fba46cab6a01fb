import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { switched, tokens } from '../src/look/tokens.ts';

const TOKENS = 'virtual:tokens.css';

/** The colours and scales that the wizard shares with the report. */
const sharedTokens: Plugin = {
  name: 'shared-tokens',
  resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : null),
  load: (id) => (id === `\0${TOKENS}` ? tokens + switched : null),
};

// The pages work under any path and from file:// (Electron); nothing is inlined, so that a strict CSP holds.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), sharedTokens],
  build: {
    outDir: '../dist/wizard',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
