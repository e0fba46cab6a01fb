import { spawn } from 'node:child_process';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

const { outputFiles } = buildSync({
  stdin: {
    contents: `import { onCancelLine } from './src/cli/cancel-line.ts';
onCancelLine(() => { console.log('stopped'); process.exit(); });
console.log('ready');
setTimeout(() => { console.log('done'); }, Number(process.argv[1]));`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
});

/** Starts a program that works for so long; `act` is given its standard input once it is at work. */
const working = (ms: number, act: (input: NodeJS.WritableStream) => void): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', outputFiles[0]!.text, String(ms)], { stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    let acted = false;
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (!acted) act(child.stdin);
      acted = true;
    });
    child.on('close', () => {
      resolve(text.trim().split('\n'));
    });
  });

test('the line asks the run to stop, in one piece or in two', async () => {
  expect(await working(20_000, (input) => input.write('cancel\n'))).toEqual(['ready', 'stopped']);
  const inTwo = await working(20_000, (input) => {
    input.write('can');
    setTimeout(() => input.write('cel\n'), 50);
  });
  expect(inTwo).toEqual(['ready', 'stopped']);
});

test('the end of the input, and any other line, mean nothing', async () => {
  expect(await working(300, (input) => input.end())).toEqual(['ready', 'done']);
  expect(await working(300, (input) => input.write('cancelled\nstop\n'))).toEqual(['ready', 'done']);
});

test('an input that stays open does not keep the program from ending', async () => {
  expect(await working(10, () => {})).toEqual(['ready', 'done']);
});
