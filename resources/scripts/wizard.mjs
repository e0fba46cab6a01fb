// An esbuild plugin: the wizard's built pages, each compressed, as one text that is read past until somebody serves them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const filesIn = (folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)]));

function packed(folder) {
  const pages = filesIn(folder).map((file) => {
    const mediaType = MEDIA_TYPES[extname(file)];
    if (mediaType === undefined) throw new Error(`${file}: nobody has said what media type this is`);
    return [relative(folder, file), [mediaType, gzipSync(readFileSync(file), { level: 9 }).toString('base64')]];
  });
  return JSON.stringify(Object.fromEntries(pages));
}

/** `hold(name, text)`: an expression for a text, which it keeps elsewhere. `folder`: what vite has built. */
export const wizardPages = (hold, folder) => ({
  name: 'wizard-pages',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/server\/wizard-pages\.ts$/ }, () => ({
      contents: `export const wizardPages = () => ${hold('wizard', packed(folder))};`,
      loader: 'js',
    }));
  },
});
