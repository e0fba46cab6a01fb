import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf, recognisedIn, type Piece } from '../../src/artifacts/index.ts';
import { localDateIn } from '../../src/artifacts/local-date.ts';
import { gunzipSync } from 'node:zlib';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

const LINE = '_'.repeat(44);
const report = (...sections: readonly string[]): string =>
  sections.map((section) => `${LINE}\n\n${section}\n`).join('\n');
const END = 'End of NVIDIA bug report log file.';
const prologue = (date: string, more = ''): string =>
  `Start of NVIDIA bug report log file.  Please include this file, along\nwith a detailed description of your problem.\n\nnvidia-bug-report.sh Version: 31295035\n\nDate: ${date}\nuname: Linux guest 5.15.0-105-generic #115-Ubuntu SMP Mon Apr 15 09:52:04 UTC 2024 x86_64 x86_64 x86_64 GNU/Linux\n${more}`;
const piece = (text: string): Piece => ({ name: 'report.log', bytes: new TextEncoder().encode(text) });

async function fact<K extends FactKey>(key: K, text: string): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf([piece(text)]), [key]))[key];
  return found.known ? found.value : undefined;
}
const gapsIn = (text: string) => {
  const { origin } = observerOf([piece(text)]);
  return origin.kind === 'recorded' ? origin.gaps!.map(({ what, why }) => [what, why.kind]) : [];
};

test.each([
  ['Wed Nov  6 15:46:37 NZDT 2013', '2013-11-06T15:46:37'],
  ['Thu 25 Aug 2022 08:30:39 PM CEST', '2022-08-25T20:30:39'],
  ['Thu Aug 25 12:30:39 AM UTC 2022', '2022-08-25T00:30:39'],
  ['jeu. 25 août 2022 20:30:39 CEST', '2022-08-25T20:30:39'],
  ['mardi 25 novembre 2014, 20:30:39 (UTC+0100)', '2014-11-25T19:30:39'],
  ['Di 5. Mär 20:30:39 CET 2019', '2019-03-05T20:30:39'],
  ['mar. 3 nov. 2020 07:08:09 CET', '2020-11-03T07:08:09'],
  ['2013年 11月 25日 星期一 10:11:12 CST', '2013-11-25T10:11:12'],
  ['2022年08月25日 星期四 下午08时30分39秒', '2022-08-25T20:30:39'],
  ['2022年  8月 25日 木曜日 20:30:39 JST', '2022-08-25T20:30:39'],
  ['2022. 08. 25. (목) 20:30:39 KST', '2022-08-25T20:30:39'],
  ['Чт 25 авг 2022 20:30:39 MSK', '2022-08-25T20:30:39'],
  ['jue 25 ago 2022 20:30:39 -03', '2022-08-25T20:30:39'],
  ['qui 25 ago 2022 20:30:39 -0300', '2022-08-25T23:30:39'],
  ['2024-07-03T10:11:12+02:00', '2024-07-03T08:11:12'],
])('%s is a date', (text, expected) => {
  expect(localDateIn(text)?.slice(0, 19)).toBe(expected);
});

test.each(['', 'yesterday', '10:11:12', 'Aug 25', '99:99'])('%j is no date', (text) => {
  expect(localDateIn(text)).toBeNull();
});

describe('a bug report', () => {
  const modules = Array.from({ length: 5 }, (_, index) => `module${index} 16384 0 - Live 0x0000000000000000`).join(
    '\n',
  );

  test('of 2009 names its files bare, one of 2011 with asterisks, one of 2022 with a dot in the path', async () => {
    const version =
      'NVRM version: NVIDIA UNIX x86_64 Kernel Module  185.18.14  Wed May 27 01:23:47 PDT 2009\nGCC version:  gcc version 4.3.3';
    for (const head of [
      '/proc/driver/nvidia/version',
      '*** /proc/driver/nvidia/version\n*** ls: -r--r--r-- 1 root root 0 2011-05-01 10:00:00.000000000 +0200 /proc/driver/nvidia/version',
      '*** /proc/driver/nvidia/./version\n*** ls: -r--r--r-- 1 root root 0 2022-08-25 20:30:39.000000000 +0200 /proc/driver/nvidia/./version',
    ])
      expect(await fact('loadedModule', report(prologue(''), `${head}\n${version}`, END)), head).toMatchObject({
        version: '185.18.14',
      });
  });

  test('what it says does not exist is not there; what it says is not readable is unread', async () => {
    const text = report(
      prologue('Thu Aug 25 20:30:39 UTC 2022'),
      '*** /proc/driver/nvidia/version does not exist',
      `*** /proc/modules\n*** ls: -r--r--r-- 1 root root 0 2022-08-25 20:30:41.000000000 +0000 /proc/modules\n${modules}`,
      '*** /var/log/nvidia-installer.log is not readable',
      'Skipping ldd output (glxinfo not found)',
      'Skipping: nvidia-debugdump\nDetails: not found in PATH',
      END,
    );
    const machine = observerOf([piece(text)]);
    expect(await machine.read('/proc/driver/nvidia/version')).toBeUndefined();
    expect(await machine.status('/sys/module/nouveau')).toBeUndefined();
    await expect(machine.read('/var/log/nvidia-installer.log')).rejects.toMatchObject({
      ignorance: { kind: 'not-in-source' },
    });
    expect(gapsIn(text)).toEqual([
      ['/var/log/nvidia-installer.log', 'skipped'],
      ['ldd', 'skipped'],
      ['nvidia-debugdump', 'skipped'],
    ]);
    // The kernel made its files when it was asked: more exact than the date, whose zone may be any.
    expect(machine.now().toISOString()).toBe('2022-08-25T20:30:41.000Z');
    expect(await machine.read('/proc/sys/kernel/osrelease')).toBe('5.15.0-105-generic\n');
  });

  test('that is cut off says where, and its last list does not say what is not loaded', async () => {
    const text = report(
      prologue(''),
      `*** /proc/modules\n*** ls: -r--r--r-- 1 root root 0 2022-08-25 20:30:41.000000000 +0000 /proc/modules\n${modules}`,
    );
    await expect(observerOf([piece(text)]).status('/sys/module/nvidia')).rejects.toMatchObject({
      ignorance: { kind: 'not-in-source' },
    });
    expect(gapsIn(text)).toEqual([['report.log: *** /proc/modules', 'cut-off']]);
  });

  test('tells this boot from those before it, and a message once that dmesg and the journal both have', async () => {
    const kernel = (said: string): string => `août 25 19:38:04 guest kernel: ${said}`;
    const text = report(
      prologue(''),
      `Scanning kernel log files for NVIDIA kernel messages:\n\n  journalctl -b -0:\n${kernel('NVRM: loading NVIDIA UNIX x86_64 Kernel Module  510.73.08')}\n${kernel('NVRM: Xid (PCI:0000:01:00): 31, pid=1')}\n\n  journalctl -b -1:\n${kernel('NVRM: RmInitAdapter failed! (0x26:0xffff:1290)')}`,
      'dmesg:\n\n[   12.345678] NVRM: Xid (PCI:0000:01:00): 31, pid=1',
      END,
    );
    const log = (await fact('kernelLog', text))!.join('\n');
    expect(log).toContain('loading NVIDIA UNIX');
    expect(log.match(/Xid/g)).toHaveLength(1);
    expect(log).not.toContain('RmInitAdapter');
  });

  test('of a guest that has said nothing since it was booted tells what it said before', async () => {
    const text = report(
      prologue(''),
      'Scanning kernel log files for NVIDIA kernel messages:\n\n  journalctl -b -0:\n\n  journalctl -b -1:\nAug 25 19:38:04 guest kernel: NVRM: RmInitAdapter failed! (0x26:0xffff:1290)',
      END,
    );
    expect((await fact('kernelLog', text))?.join('\n')).toContain('RmInitAdapter');
  });

  test('what it dumps for NVIDIA alone is not searched, and lspci in it is read by its command', async () => {
    const text = report(
      prologue(''),
      `base64 "nvidia-nvml-temp.log"\n\nSecureBoot enabled\n${'QUJD'.repeat(19)}`,
      '/usr/bin/lspci -nnDvvvxxxx\n\n0000:00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:130f]',
      END,
    );
    const whats = recognisedIn(observerOf([piece(text)])).map(({ what, place }) => `${what} ${place}`);
    const line = text.split('\n').findIndex((each) => each.includes('[10de:1eb8]')) + 1;
    expect(whats).toContain(`lspci report.log:${line}`);
    expect(whats.join()).not.toContain('mokutil');
  });

  test.each([
    ['/etc/issue', 'Ubuntu 13.10 \\n \\l', { id: 'ubuntu', version: '13.10' }],
    ['/etc/issue', 'Debian GNU/Linux 12 \\n \\l', { id: 'debian', version: '12' }],
    ['/etc/redhat-release', 'CentOS Linux release 7.9.2009 (Core)', { id: 'centos', version: '7.9' }],
    ['/etc/redhat-release', 'Rocky Linux release 9.3 (Blue Onyx)', { id: 'rocky', version: '9.3' }],
  ])('%s names the system: %s', async (path, said, expected) => {
    expect(
      await fact(
        'os',
        report(
          prologue(''),
          `*** ${path}\n*** ls: -rw-r--r-- 1 root root 26 2013-10-09 14:50:00.000000000 +1300 ${path}\n${said}`,
          END,
        ),
      ),
    ).toMatchObject(expected);
  });
});

const REPORTS = 'test/outputs/bug-reports';
describe.each(readdirSync(REPORTS).filter((name) => name.endsWith('.gz')))('%s', (name) => {
  const whole = gunzipSync(readFileSync(`${REPORTS}/${name}`));

  test('is whole, and every place in it is a line that it has', () => {
    const text = whole.toString();
    expect(gapsIn(text).map(([, why]) => why)).not.toContain('cut-off');
    const lines = text.split('\n').length;
    for (const { place } of recognisedIn(observerOf([piece(text)]))) {
      expect(Number(/:(\d+)$/.exec(place)?.[1])).toBeGreaterThan(0);
      expect(Number(/:(\d+)$/.exec(place)?.[1])).toBeLessThanOrEqual(lines);
    }
  });

  test('cut anywhere, it knows no more than the whole, and is said to be cut', async () => {
    for (const share of [0.02, 0.2, 0.5, 0.9]) {
      const text = whole.subarray(0, Math.floor(whole.length * share)).toString();
      expect(gapsIn(text).map(([, why]) => why)).toContain('cut-off');
    }
  });
});
