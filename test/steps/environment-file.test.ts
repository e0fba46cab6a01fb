import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathIn, withoutPathFolders, withPathFolder } from '../../src/steps/path/environment-file.ts';

const BIN = '/usr/local/cuda/bin';

describe('editing /etc/environment', () => {
  it.each([
    ['in quotes', 'PATH="/usr/bin:/bin"\n', `PATH="${BIN}:/usr/bin:/bin"\n`],
    [
      'without quotes and with a Windows line end',
      'A=1\r\nPATH=/usr/bin\r\nB=2\r\n',
      `A=1\r\nPATH=${BIN}:/usr/bin\r\nB=2\r\n`,
    ],
    ['the last of several', 'PATH=/a\nPATH=/b\n', `PATH=/a\nPATH=${BIN}:/b\n`],
    ['with export', 'export PATH="/a"', `export PATH="${BIN}:/a"`],
  ])('changes the PATH line: %s', (_, before, after) => {
    expect(withPathFolder(before, BIN)).toBe(after);
  });

  it('takes folders that are gone out of the PATH line, and touches nothing else', () => {
    const isGone = (folder: string) => folder === '/usr/local/cuda-11.8/bin';
    const text = 'LD_LIBRARY_PATH=/usr/local/cuda-11.8/lib64\r\nPATH="/usr/local/cuda-11.8/bin:/usr/bin"\r\n';
    const after = text.replace('/usr/local/cuda-11.8/bin:', '');
    expect(withoutPathFolders(text, isGone)).toBe(after);
    expect(withoutPathFolders(after, isGone)).toBe(after);
  });

  it('adds a whole PATH where there is none, as the shortest would lose /usr/bin', () => {
    expect(withPathFolder('LANG=C', BIN)).toMatch(
      /^LANG=C\nPATH="\/usr\/local\/cuda\/bin:\/usr\/local\/sbin:.*:\/bin.*"\n$/,
    );
  });

  it('changes no other line, and nothing the second time', () => {
    const line = fc.oneof(
      fc.constantFrom('PATH=/a', 'PATH="/a:/b"', 'MANPATH=/m', '# PATH=/x', ''),
      fc.string({ maxLength: 10 }).filter((text) => !text.includes('\n')),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const once = withPathFolder(text, BIN);
        const others = (all: string) => all.split('\n').filter((one) => one !== '' && !/^[ \t]*PATH[ \t]*=/.test(one));
        expect(others(once)).toEqual(others(text));
        expect(pathIn(once)).toContain(BIN);
        expect(withPathFolder(once, BIN)).toBe(once);
      }),
    );
  });
});
