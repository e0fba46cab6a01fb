/** A capture of a Windows full of names and numbers, in three languages: none of them is in it, and it is judged as the machine is. */
import { Buffer } from 'node:buffer';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openZip } from '../../src/platform/zip.ts';
import { redaction } from '../../src/report/redact.ts';
import { makeToken } from '../media/make-token.ts';
import { chinese } from './guests/chinese.ts';
import { english } from './guests/english.ts';
import { json, type WindowsGuest } from './guests/guest.ts';
import { japanese } from './guests/japanese.ts';
import { startWindows, whyNot, type Windows } from './wine.ts';

const MINUTE = 60_000;
const CONTROL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
const SID = 'S-1-5-21-3623811015-3361044348-30300820';
const TOKEN = makeToken();

type Soiled = { readonly guest: WindowsGuest; readonly user: string; readonly host: string; readonly inOldPage: readonly number[] };

/** Each name has a blank. `inOldPage`: the name as that code page has it. */
const SOILED: Readonly<Record<string, Soiled>> = {
  English: { guest: english, user: 'Alice Wonder', host: 'DESKTOP-7KQ2ZP1', inOldPage: [...Buffer.from('Alice Wonder')] },
  Chinese: { guest: chinese, user: '张 三丰', host: 'YINGXIAO-77', inOldPage: [0xd5, 0xc5, 0x20, 0xc8, 0xfd, 0xb7, 0xe1] },
  Japanese: { guest: japanese, user: '山田 太郎', host: 'EIGYO-77', inOldPage: [0x8e, 0x52, 0x93, 0x63, 0x20, 0x91, 0xbe, 0x98, 0x59] },
};

const registryOf = ({ guest, user, host }: Soiled): string => `${guest.registry}
[${CONTROL}\\Control\\ComputerName\\ComputerName]
"ComputerName"="${host}"

[${CONTROL}\\Services\\Tcpip\\Parameters]
"Hostname"="${host}"
"Domain"="corp.planted.example"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]
"ProductId"="00330-80000-00000-AA217"
"RegisteredOwner"="owner@planted.example"
"DigitalProductId"=hex:a4,00,00,00,5e,c2

[HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing]
"FeatureType"=dword:00000002
"ServerAddress"="licsrv-77"
"ClientConfigTokenPath"="C:\\\\Users\\\\${user}\\\\tokens"

[${CONTROL}\\Control\\Session Manager\\Environment]
"Path"="C:\\\\Windows\\\\system32;C:\\\\Users\\\\${user}\\\\bin;\\\\\\\\filesrv-77\\\\tools"
"SECRET_OF_OURS"="geheim-4711"
`;

const soil = (soiled: Soiled): WindowsGuest => {
  const { guest, user, host } = soiled;
  const path = `C:\\Windows\\system32;C:\\Users\\${user}\\bin`;
  const saying = [
    { to: 'GetValueKind', text: json([{ Name: 'Path', Kind: 'ExpandString', Data: path }]) },
    { to: 'Get-Acl', text: json([{ Name: 'client.tok', Sddl: `O:${SID}-1001G:SYD:(A;;FA;;;SY)(A;ID;FR;;;${SID}-1001)` }]) },
  ];
  return {
    registry: registryOf(soiled),
    answers: {
      ...guest.answers,
      powershell: [...(guest === japanese ? [] : saying), ...(guest.answers.powershell ?? [])],
      pnputil: (guest.answers.pnputil ?? []).map((one) => ({
        ...one,
        text: `${one.text}\r\nInstance ID:  USB\\VID_05AC&PID_12A8\\00008101000E44913EE1001E\r\nDescription:  ${user} iPhone-77\r\n`,
      })),
      whoami: [
        {
          to: '/groups',
          text: `"${host}\\${user}","Group","${SID}-1001",""\r\n"Mandatory Label\\High","Label","S-1-16-12288",""\r\n`,
        },
      ],
      'nvidia-smi': [
        ...(guest.answers['nvidia-smi'] ?? []),
        { to: '', text: `|  0  N/A  4711  C  C:\\Users\\${user}\\AppData\\Local\\train.exe |\r\nSerial Number : 1652521098765\r\n` },
      ],
    },
  };
};

const setupLog = (user: readonly number[]): Buffer =>
  Buffer.concat([
    Buffer.from('[Device Install Log]\r\n     OS Version = 10.0.19045\r\n\r\n>>>  [Device Install - PCI\\VEN_10DE&DEV_1EB8]\r\n     cmd: C:\\Users\\'),
    Buffer.from(user),
    Buffer.from('\\Downloads\\setup.exe\r\n!!!  dvi: Error 0xe0000247: hash is not present\r\n<<<  [Exit status: FAILURE]\r\n'),
    Buffer.from('>>>  [Device Install - USB\\VID_0951&PID_1666\\60A44C3FACC9]\r\n     cmd: \\\\filesrv-77\\x\r\n<<<  [Exit status: SUCCESS]\r\n'),
  ]);

const CONTAINER_LOG = [
  'Sun Nov 22 08:59:01 2026:<1>:Failed to acquire license from licsrv-77.planted.example 84.12.99.7 (52-54-00-CA-FE-42)',
  'Sun Nov 22 08:59:02 2026:<1>:Valid GRID license not found. GPU features and performance will be restricted.',
].join('\r\n');

const MARKS = [
  ...['owner@', 'planted.example', 'AA217', '1652521098765', '3623811015', 'licsrv-77', 'filesrv-77', 'geheim', 'iPhone', 'a4,00'],
  ...['84.12.99.7', '52-54-00', '60A44C3FACC9', '00008101000E', TOKEN.slice(0, 40), TOKEN.slice(-40)],
];

async function entriesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { name, chunks } of (await openZip(path))?.entries ?? []) {
    const all: Uint8Array[] = [];
    for await (const chunk of chunks()) all.push(chunk);
    texts.set(name, Buffer.concat(all).toString('utf8'));
  }
  return texts;
}

describe.skipIf(whyNot !== null)('a capture on Windows', { timeout: 4 * MINUTE }, () => {
  let windows: Windows;
  beforeAll(() => {
    windows = startWindows();
  }, 6 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  describe.each(Object.entries(SOILED))('in %s', (language, soiled) => {
    const at = (path: string): string => join(windows.drive, path);
    const { user, host, inOldPage } = soiled;
    const zip = `${language}.zip`;
    const judged = (...source: readonly string[]): string => {
      const { stdout, stderr } = windows.gpuGuest('diagnose', ...source, '--json');
      if (stdout === '') throw new Error(`nothing was said; on standard error: ${stderr}`);
      return stdout;
    };
    /** Placeholders stand for what is private; which number each has does not matter here. */
    const plain = (text: string): unknown => {
      const names = [user, host, 'licsrv-77', 'filesrv-77'].map((name) => ({ kind: name === user ? 'user' : 'host', text: name }));
      const hidden = redaction(names).redact(text).replace(/<([a-z-]+)-\d+>/g, '<$1>');
      const { verdict, findings, unread, detection } = JSON.parse(hidden);
      return { verdict, findings, unread, detection };
    };

    beforeAll(() => {
      windows.become(soil(soiled));
      for (const folder of [`users/${user}/tokens`, 'users/Public/Documents/NvidiaLogging', 'windows/INF']) mkdirSync(at(folder), { recursive: true });
      writeFileSync(at(`users/${user}/tokens/client.tok`), TOKEN);
      writeFileSync(at('windows/INF/setupapi.dev.log'), setupLog(inOldPage));
      writeFileSync(at('users/Public/Documents/NvidiaLogging/Log.NVDisplay.Container.exe.log'), CONTAINER_LOG);
      rmSync(at(zip), { force: true });
    }, 3 * MINUTE);

    test('holds nothing that names anybody, and unpacks on Windows', async () => {
      const ran = windows.gpuGuest('capture', '-o', zip);
      expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(zip) });
      expect(ran.stdout).not.toMatch(/sudo|root/);
      const entries = await entriesOf(at(zip));
      const whole = [...entries].map(([name, text]) => `${name}\n${text}`).join('\n');
      for (const mark of [...MARKS, user, ...user.split(' '), host]) expect([mark, whole.includes(mark)]).toEqual([mark, false]);
      for (const name of entries.keys()) expect(name).toMatch(/^[^<>:"|?*\\]+$/);
      expect([...entries.keys()]).toContain('files/C/Windows/INF/setupapi.dev.log');
      expect(entries.get('files/C/Windows/INF/setupapi.dev.log')).toContain('0xe0000247');
      // Wine's reg.exe prints no Chinese or Japanese letters.
      if (language === 'English')
        expect(JSON.parse(entries.get('manifest.json') ?? '').tokens).toMatchObject({ 'C:\\Users\\<user-1>\\tokens\\client.tok': { valid: true } });
    });

    test('is judged as the machine is', () => {
      const live = judged();
      expect(JSON.parse(live).findings.length).toBeGreaterThan(1);
      expect(plain(judged(zip))).toEqual(plain(live));
    });
  });
});
