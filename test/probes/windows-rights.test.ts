import { describe, expect, it } from 'vitest';
import type { Observer } from '../../src/domain/machine.ts';
import { valueOf } from '../../src/domain/fact.ts';
import { examine } from '../../src/engine/examine.ts';
import { madeUpMachine } from './made-up-machine.ts';

const windows = (commands: NonNullable<Parameters<typeof madeUpMachine>[0]['commands']>): Observer => ({
  ...madeUpMachine({ commands }),
  platform: 'windows',
});
const rights = async (stdout: string) => (await examine(windows({ 'whoami.exe': stdout }), ['rights'])).rights;

const EVERYONE = '"Jeder","Bekannte Gruppe","S-1-1-0","Verbindliche Gruppe"\r\n';

describe('on Windows', () => {
  it.each([
    ['"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""', 'root'],
    ['"Mandatory Label\\System Mandatory Level","Label","S-1-16-16384",""', 'root'],
    ['"Verbindliche Beschriftung\\Mittlere Verbindlichkeitsstufe","Bezeichnung","S-1-16-8192",""', 'user'],
  ])('%s is %s, whatever its name is', async (line, who) => {
    expect(await rights(`${EVERYONE}${line}\r\n`)).toMatchObject({ known: true, value: who });
  });

  it('rights are not known where nothing tells them', async () => {
    expect(await rights(EVERYONE)).toMatchObject({ known: false });
  });

  it('a boot is known by its number, else by its time, else not at all', async () => {
    const boot = async (commands: Parameters<typeof windows>[0]) => valueOf((await examine(windows(commands), ['boot'])).boot);
    const time = { 'powershell.exe': '2026-11-22T08:12:44.5000000Z\r\n' };
    expect(await boot({ ...time, 'reg.exe': '    BootId    REG_DWORD    0x2a\r\n' })).toEqual({ id: 'boot 42' });
    expect(await boot({ ...time, 'reg.exe': { exitCode: 1 } })).toEqual({ id: '2026-11-22T08:12' });
    expect(await boot({})).toEqual({ id: null });
  });
});
