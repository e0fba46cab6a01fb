// An esbuild plugin: the sentences of a language as one text of lines `"key":"sentence"`, of which a look-up reads the one that it
// wants. Measured: most calls say a few of a thousand sentences, and to make objects of all takes 3 ms. The text is ASCII: V8 holds
// one with a single other letter in twice the room.
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { inAscii } from './in-ascii.mjs';

async function sentencesIn(path) {
  const source = `export * from ${JSON.stringify(path)}`;
  const entry = { contents: source, resolveDir: dirname(path) };
  const { outputFiles } = await build({ stdin: entry, bundle: true, format: 'esm', write: false, logLevel: 'error' });
  const { areas } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Object.assign({}, ...areas);
}

const linesOf = (sentences) =>
  inAscii(Object.entries(sentences).map(([key, sentence]) => `\n${JSON.stringify(key)}:${JSON.stringify(sentence)}`).join('')) + '\n';

/** In the place of `sentencesOf(areas)`. `hold(name, text)`: an expression for a text, which it keeps elsewhere: the others are packed. */
export const wordsByLine = (hold) => ({
  name: 'words-by-line',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/words\/[\w-]+\/sentences\.ts$/ }, async ({ path }) => {
      const lines = linesOf(await sentencesIn(path.replace(/sentences\.ts$/, 'areas.ts')));
      const contents = `const lines = ${path.endsWith('/en/sentences.ts') ? hold('words', lines) : JSON.stringify(lines)};
export const sentences = (key) => {
  const start = '\\n' + JSON.stringify(key) + ':';
  const at = lines.indexOf(start);
  return at < 0 ? undefined : JSON.parse(lines.slice(at + start.length, lines.indexOf('\\n', at + 1)));
};`;
      return { contents, loader: 'js' };
    });
  },
});
