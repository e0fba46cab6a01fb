// An esbuild plugin: the sentences of a language as one JSON text. Measured: of 95 kB, that is read 3 ms faster than as objects. All of it
// is ASCII: V8 holds a text with one other letter in twice the room.
import { build } from 'esbuild';
import { inAscii } from './in-ascii.mjs';

async function sentencesIn(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false, logLevel: 'error' });
  const { areas } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Object.assign({}, ...areas);
}

export const wordsAsJson = {
  name: 'words-as-json',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/words\/[\w-]+\/areas\.ts$/ }, async ({ path }) => ({
      contents: `export const areas = [JSON.parse(${JSON.stringify(inAscii(JSON.stringify(await sentencesIn(path))))})];`,
      loader: 'js',
    }));
  },
};
