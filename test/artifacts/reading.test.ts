/** One text in every form in which it reaches us: what it says must not depend on the form. */
import { describe, expect, test } from 'vitest';
import { observerOf, recognisedIn, type Piece } from '../../src/artifacts/index.ts';
import { fact, piece } from './pieces.ts';

const OUTPUT = [
  'root@guest:~# nvidia-smi -q',
  '==============NVSMI LOG==============',
  'Driver Version                            : 535.129.03',
  'Attached GPUs                             : 1',
  'GPU 00000000:00:05.0',
  '    Product Name                          : GRID T4-8Q',
  '    vGPU Software Licensed Product',
  '        Product Name                      : NVIDIA RTX Virtual Workstation',
  '        License Status                    : Unlicensed (Unrestricted)',
  '',
  'root@guest:~# lspci -nnk',
  '00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)',
  '\tSubsystem: NVIDIA Corporation Device [10de:130f]',
  '\tKernel driver in use: nvidia',
  '[    5.123456] NVRM: loading NVIDIA UNIX x86_64 Kernel Module  535.129.03',
];
const text = OUTPUT.join('\n');
const each = (before: (line: string, index: number) => string): string => OUTPUT.map(before).join('\n');
const wide = (bom: string, swap: boolean): Uint8Array => {
  const bytes = Buffer.from(bom + text, 'utf16le');
  return new Uint8Array(swap ? bytes.swap16() : bytes);
};
const around = (before: readonly number[], after: readonly number[]): Uint8Array =>
  Uint8Array.from([...before, ...Buffer.from(`\n${text}\n`), ...after]);

const iso = (index: number): string => `2024-07-03T10:11:${String(10 + index)}`;
const FORMS: readonly (readonly [string, string | Uint8Array])[] = [
  ['as it is', text],
  ['with CRLF', OUTPUT.join('\r\n')],
  ['with CR alone', OUTPUT.join('\r')],
  ['with CR CR LF, as script(1) saves it', OUTPUT.join('\r\r\n')],
  ['in UTF-8 with a mark', `\ufeff${text}`],
  ['in UTF-16 LE with a mark', wide('\ufeff', false)],
  ['in UTF-16 LE without a mark', wide('', false)],
  ['in UTF-16 BE with a mark', wide('\ufeff', true)],
  ['in UTF-16 BE without a mark', wide('', true)],
  ['among Latin-1', around([0x46, 0xfc, 0x72, 0x20, 0xe9], [0xdf])],
  ['among GBK', around([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac], [0xcf, 0xd4, 0xbf, 0xa8])],
  ['among Shift-JIS', around([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9], [0x83, 0x68, 0x83, 0x89])],
  ['among bytes of no encoding', around([0xff, 0xc3, 0x28, 0xf0, 0x28], [0x80])],
  ['quoted in a mail', each((line) => `> ${line}`)],
  ['quoted twice', each((line) => `> > ${line}`)],
  ['quoted twice without a space between', each((line) => `>> ${line}`)],
  ['quoted without a space', each((line) => `>${line}`)],
  ['in a fence', `Hi,\n\`\`\`console\n${text}\n\`\`\`\nthanks`],
  ['in a fence of Jira', `{noformat}\n${text}\n{noformat}`],
  ['indented', each((line) => `    ${line}`)],
  ['coloured', each((line) => `\u001b[1;32m${line.slice(0, 6)}\u001b[0m${line.slice(6)}\u001b[K`)],
  [
    'with a terminal’s titles and modes',
    each((line) => `\u001b]0;root@guest\u0007\u001b[?2004h${line}\u001b[?2004l\u001b(B`),
  ],
  ['with typing errors corrected', text.replace('lspci -nnk', 'lspcu\u0008i -nnk')],
  [
    'copied out of HTML',
    text.replaceAll('"', '&quot;').replace('root@guest:~# lspci', '&gt; root@guest:~# lspci').replaceAll('>', '&gt;'),
  ],
  ['numbered by cat -n', each((line, index) => `${String(index + 1).padStart(6)}\t${line}`)],
  ['numbered by grep -n', each((line, index) => `${index + 1}:${line}`)],
  ['stamped by docker logs -t', each((line, index) => `${iso(index)}.123456789Z ${line}`)],
  ['as Kubernetes keeps it', each((line, index) => `${iso(index)}.123456789Z stdout F ${line}`)],
  [
    'as docker keeps it',
    each((line, index) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: `${iso(index)}.123Z` })),
  ],
  ['as docker compose shows it', each((line) => `worker-1  | ${line}`)],
  [
    'through cloud-init into syslog',
    each((line, index) => `Jul  3 10:11:${10 + index} guest cloud-init[1234]: ${line}`),
  ],
  ['through cloud-init onto the console', each((line, index) => `[   ${10 + index}.123456] cloud-init[1234]: ${line}`)],
  [
    'through a start-up script into the journal',
    each((line, index) => `${iso(index)}+0000 guest startup-script[99]: ${line}`),
  ],
  [
    'by journalctl -o short-precise',
    each((line, index) => `Jul 03 10:11:${10 + index}.123456 guest cloud-init[12]: ${line}`),
  ],
  [
    'by journalctl -o short-full',
    each((line, index) => `Wed 2024-07-03 10:11:${10 + index} UTC guest cloud-init[12]: ${line}`),
  ],
  ['by journalctl -o short-unix', each((line, index) => `17200014${10 + index}.123456 guest cloud-init[12]: ${line}`)],
  [
    'by journalctl -o json',
    each((line, index) =>
      JSON.stringify({
        MESSAGE: line,
        SYSLOG_IDENTIFIER: 'cloud-init',
        _PID: '12',
        __REALTIME_TIMESTAMP: `17200014${10 + index}000000`,
      }),
    ),
  ],
  [
    'by journalctl -o verbose',
    each(
      (line, index) =>
        `Wed 2024-07-03 10:11:${10 + index}.123456 UTC [s=abc0;i=1;b=2;m=3;t=4;x=5]\n    _TRANSPORT=stdout\n    SYSLOG_IDENTIFIER=cloud-init\n    MESSAGE=${line}\n    _PID=12`,
    ),
  ],
  [
    'by journalctl -o export',
    each(
      (line) =>
        `__CURSOR=s=abc;i=1\n__REALTIME_TIMESTAMP=1720001470000000\nSYSLOG_IDENTIFIER=cloud-init\nMESSAGE=${line}\n`,
    ),
  ],
  ['in a build’s log', each((line, index) => `[2024-07-03 10:11:${10 + index},123] ${line}`)],
  ['with Windows’ stamps, English', each((line, index) => `7/3/2024 10:11:${10 + index} AM ${line}`)],
  ['with Windows’ stamps, Chinese', each((line, index) => `2024/7/3 10:11:${10 + index} ${line}`)],
  ['with Windows’ stamps, German', each((line, index) => `03.07.2024 10:11:${10 + index} ${line}`)],
];

describe('a text', () => {
  test.each(FORMS)('%s says the same', async (_, form) => {
    const source = piece(form);
    expect(await fact('displays', source)).toMatchObject([
      { deviceId: '1eb8', subsystemDeviceId: '130f', driver: 'nvidia' },
    ]);
    const smi = await fact('nvidiaSmi', source);
    if (smi?.kind !== 'answered') throw new Error(`nvidia-smi: ${JSON.stringify(smi)}`);
    expect(smi).toMatchObject({
      driverVersion: '535.129.03',
      gpus: [{ licence: { state: 'unlicensed-unrestricted' } }],
    });
    expect(smi.gpus).toHaveLength(1);
    expect((await fact('kernelLog', source))?.join('\n')).toContain('NVRM: loading NVIDIA UNIX');
  });

  test('whose stamps name the time has that time', () => {
    const at = (form: string): string =>
      observerOf([piece(FORMS.find(([name]) => name === form)![1])])
        .now()
        .toISOString();
    for (const form of ['stamped by docker logs -t', 'with Windows’ stamps, English', 'with Windows’ stamps, German'])
      expect(at(form).slice(0, 19), form).toBe('2024-07-03T10:11:24');
  });
});

describe('a place', () => {
  const placesIn = (...pieces: readonly Piece[]) =>
    Object.fromEntries(recognisedIn(observerOf(pieces)).map(({ what, place }) => [what, place]));

  test('names the file and the line as an editor counts them, whatever was taken away', () => {
    expect(placesIn(piece(`Hi\n\`\`\`\n10%\r50%\r100%\r\n${text}\n\`\`\``, 'a/b.txt'))).toMatchObject({
      'nvidia-smi -q': 'a/b.txt:5',
      lspci: 'a/b.txt:15',
    });
  });

  test('in a record is the line of its message', () => {
    const record = FORMS.find(([name]) => name.includes('verbose'))![1];
    expect(placesIn(piece(record))['nvidia-smi -q']).toBe('ticket.txt:9');
  });
});
