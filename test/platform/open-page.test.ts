import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from '../../src/platform/windows/open-page.ts';

const ADDRESS = 'http://127.0.0.1:4711/#token=abc-DEF_1';

test('a page is opened by a file that is gone afterwards, and its address stands on no command line', async () => {
  const commands: (readonly string[])[] = [];
  let said = '';
  const forget = await openPage(ADDRESS, (command) => {
    commands.push(command);
    said = readFileSync(command[1] ?? '', 'utf8');
    return Promise.reject(new Error('no desktop'));
  });
  expect(said).toBe(`[InternetShortcut]\r\nURL=${ADDRESS}\r\n`);
  const [[program = '', file = ''] = []] = commands;
  expect([commands.length, program]).toEqual([1, 'C:\\Windows\\explorer.exe']);
  expect(JSON.stringify(commands)).not.toContain('abc-DEF_1');
  forget();
  expect(existsSync(dirname(file))).toBe(false);
});
