import { describe, expect, it } from 'vitest';
import { packageChange } from '../../src/engine/package-set.ts';
import { packageCommands } from '../../src/engine/restore-packages.ts';

const one = (name: string, version: string, auto = false) => ({ name, version, auto });
const commandsOf = (...given: Parameters<typeof packageCommands>) =>
  packageCommands(...given).map(({ command }) =>
    command.filter((word) => !word.startsWith('-') && !word.includes('::')).join(' '),
  );

describe('a package change', () => {
  it('tells added, removed, upgraded and re-marked apart', () => {
    const before = [one('a', '1'), one('b', '1', true), one('c', '1'), one('d', '1', true)];
    const after = [one('a', '2'), one('b', '1', false), one('d', '1', true), one('e', '1')];
    expect(packageChange(before, after)).toEqual({
      added: [one('e', '1')],
      removed: [one('c', '1')],
      changed: [one('a', '1'), one('b', '1', true)],
    });
  });

  it('takes a further kernel for an addition, not for an upgrade', () => {
    const before = [one('kernel-devel.x86_64', '5')];
    expect(packageChange(before, [...before, one('kernel-devel.x86_64', '6')])).toMatchObject({
      added: [one('kernel-devel.x86_64', '6')],
      changed: [],
    });
  });
});

describe('the commands that restore the packages', () => {
  const change = { added: [one('new', '1')], removed: [one('gone', '1', true)], changed: [one('up', '1')] };
  const now = [one('new', '1'), one('up', '2')];

  it('of apt purge, install at the version of before, and mark', () => {
    expect(commandsOf('apt', change, now)).toEqual([
      'apt-get purge new',
      'apt-get install gone=1',
      'apt-get install up=1',
      'apt-mark auto gone',
      'apt-mark manual up',
    ]);
  });

  it('of dnf name version and architecture', () => {
    const rpm = { added: [one('new.x86_64', '1-2.el9')], removed: [one('gone.noarch', '2:3-4')], changed: [] };
    expect(commandsOf('dnf', rpm, [one('new.x86_64', '1-2.el9')])).toEqual([
      'dnf remove new-1-2.el9.x86_64',
      'dnf install gone-2:3-4.noarch',
    ]);
  });

  it('of zypper the very version, as several kernels have headers side by side', () => {
    const devel = one('kernel-default-devel.x86_64', '6.4.0-150600.23.7.3');
    expect(commandsOf('zypper', { added: [devel], removed: [], changed: [] }, [devel])).toEqual([
      'zypper remove kernel-default-devel=6.4.0-150600.23.7.3',
    ]);
  });

  it('take away the key that came with the first package last, as what is brought back brings it along', () => {
    const key = one('gpg-pubkey.(none)', '3ff1108b-6b02a7ef');
    const upgraded = one('elfutils-libelf.x86_64', '0.188-1.el9');
    const now = [key, one('make.x86_64', '4.3-8.el9'), one('elfutils-libelf.x86_64', '0.190-1.el9')];
    expect(
      commandsOf('dnf', { added: [key, one('make.x86_64', '4.3-8.el9')], removed: [], changed: [upgraded] }, now),
    ).toEqual([
      'dnf remove make-4.3-8.el9.x86_64',
      'dnf install elfutils-libelf-0.188-1.el9.x86_64',
      'rpm gpg-pubkey-3ff1108b-6b02a7ef',
    ]);
  });

  it('are none where an undo that was cut off has run them already', () => {
    expect(packageCommands('apt', change, [one('gone', '1', true), one('up', '1')])).toEqual([]);
  });

  it('let an upgrade stay that cannot be undone, and try any version of what was removed', () => {
    const [, removed, changed] = packageCommands('apt', change, now);
    expect(removed?.instead?.at(-1)).toBe('gone');
    expect(changed?.or).toMatchObject({ key: 'run.undo.version-stays', values: { names: 'up 1' } });
  });
});
