// An esbuild plugin: a knowledge table, or a program that is compiled on the guest, is packed, and unpacked when it is first asked. Measured: to read past 580 kB of text takes
// 5 ms of every call, and most calls ask one table or none.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** `hold(name, text)`: an expression for a text, which it may keep elsewhere. */
export const packedTables = (hold = (_name, text) => JSON.stringify(text)) => ({
  name: 'packed-tables',
  setup({ onLoad }) {
    onLoad({ filter: /\.(jsonl|cu)$/ }, async ({ path }) => {
      const packed = deflateRawSync(await readFile(path), { level: 9 }).toString('base64');
      const contents = `let text;
export default () => (text ??= process.getBuiltinModule('node:zlib').inflateRawSync(Buffer.from(${hold(basename(path), packed)}, 'base64')).toString());`;
      return { contents, loader: 'js' };
    });
  },
});
