// An esbuild plugin: every language but English is packed, so that reading the program does not mean reading them.
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

async function sentencesIn(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false, logLevel: 'error' });
  const { areas } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Object.assign({}, ...areas);
}

export const packedWords = {
  name: 'packed-words',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/words\/(zh-CN|ja)\/areas\.ts$/ }, async ({ path }) => {
      const packed = deflateRawSync(JSON.stringify(await sentencesIn(path)), { level: 9 }).toString('base64');
      const contents = `import { inflateRawSync } from 'node:zlib';
export const areas = [JSON.parse(inflateRawSync(Buffer.from('${packed}', 'base64')).toString())];`;
      return { contents, loader: 'js' };
    });
  },
};
