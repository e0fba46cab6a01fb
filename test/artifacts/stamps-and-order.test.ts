/** What stands before a line, and which of several lines counts. */
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { fact, piece } from './pieces.ts';

describe('lines of the licensing service', () => {
  const SAID =
    'License acquired successfully. (Info: api.cls.licensing.nvidia.com, NVIDIA RTX Virtual Workstation; Expiry: 2024-7-4 10:11:12 GMT)';
  const HEADS: readonly (readonly [string, string])[] = [
    ['short', 'Jul 03 10:11:12 guest nvidia-gridd[1024]: '],
    ['short, French', 'juil. 03 10:11:12 guest nvidia-gridd[1024]: '],
    ['short, Chinese', '7月 03 10:11:12 guest nvidia-gridd[1024]: '],
    ['short-iso', '2024-07-03T10:11:12+0000 guest nvidia-gridd[1024]: '],
    ['short-iso-precise', '2024-07-03T10:11:12.345678+00:00 guest nvidia-gridd[1024]: '],
    ['short-full', 'Wed 2024-07-03 10:11:12 UTC guest nvidia-gridd[1024]: '],
    ['short-unix', '1720001472.123456 guest nvidia-gridd[1024]: '],
    ['container', '2024-07-03T10:11:12.123Z '],
    ['grep', '/var/log/syslog:Jul  3 10:11:12 guest nvidia-gridd[1024]: '],
  ];

  test.each(HEADS)('are read in the form %s, with their time where it has a year', async (form, head) => {
    const lines = ['Started (1024)', 'vGPU Software package (0)', SAID].map((said) => head + said);
    const log = await fact('griddLog', piece(lines.join('\n')));
    expect(log?.at(-1)?.text).toBe(SAID);
    const yearless = form.startsWith('short,') || form === 'short' || form === 'grep';
    expect(log?.at(-1)?.time?.slice(0, 19) ?? null).toBe(yearless ? null : '2024-07-03T10:11:12');
  });
});

describe('what only looks like a stamp, a number or a quotation', () => {
  test('slots of lspci are no line numbers', async () => {
    const slots = [1, 2, 3].map(
      (bus) => `0${bus}:00.0 3D controller [0302]: NVIDIA Corporation Device [10de:20b0] (rev a1)`,
    );
    expect((await fact('displays', piece(slots.join('\n'))))?.map(({ address }) => address)).toEqual([
      '0000:01:00.0',
      '0000:02:00.0',
      '0000:03:00.0',
    ]);
  });

  test('the time that date printed is its output', () => {
    expect(
      observerOf([piece('$ date\n2024-07-03 10:11:12\nSecureBoot enabled')])
        .now()
        .toISOString(),
    ).toBe('2024-07-03T10:11:12.000Z');
  });
});

describe('later evidence outranks earlier', () => {
  const smi = (state: string, time: string): string =>
    `==============NVSMI LOG==============\nTimestamp                                 : ${time}\nDriver Version                            : 535.129.03\nAttached GPUs                             : 1\nGPU 00000000:00:05.0\n    Product Name                          : GRID T4-8Q\n    vGPU Software Licensed Product\n        Product Name                      : NVIDIA RTX Virtual Workstation\n        License Status                    : ${state}\n`;
  const lost = smi('Unlicensed (Restricted)', 'Wed Jul  3 10:00:00 2024');
  const found = smi('Licensed (Expiry: 2024-7-4 10:0:0 GMT)', 'Wed Jul  3 11:00:00 2024');
  const stateOf = async (...pieces: readonly Piece[]) => {
    const answer = await fact('nvidiaSmi', ...pieces);
    return answer?.kind === 'answered' ? answer.gpus.map(({ licence }) => licence?.state) : answer;
  };

  test('in one text, as it stands there', async () => {
    expect(await stateOf(piece(`$ nvidia-smi -q\n${lost}\n$ nvidia-smi -q\n${found}`))).toEqual(['licensed']);
  });

  test('in several, by the times that they state and not by their names', async () => {
    expect(await stateOf(piece(found, 'a'), piece(lost, 'b'))).toEqual(['licensed']);
    expect(await stateOf(piece(lost, 'a'), piece(found, 'b'))).toEqual(['licensed']);
  });

  test('a rotated log is older than the one that goes on, also around New Year', async () => {
    const line = (day: string, said: string): string => `${day} 10:11:12 guest nvidia-gridd[9]: ${said}`;
    const log = (a: Piece, b: Piece) => fact('griddLog', a, b).then((lines) => lines?.map(({ text: said }) => said));
    const [old, young] = ['Failed to acquire license from x', 'License acquired successfully. (Info: x)'];
    for (const [before, after] of [
      ['Jul  3', 'Jul 10'],
      ['Dec 31', 'Jan  1'],
    ])
      expect(await log(piece(line(after!, young), 'syslog'), piece(line(before!, old), 'syslog.1'))).toEqual([
        old,
        young,
      ]);
  });

  test('a module that was loaded and is no more is not loaded', async () => {
    const list = (name: string): string =>
      `$ lsmod\nModule                  Size  Used by\n${name}              2306048  1\next4 1 1\n`;
    const machine = observerOf([piece(`${list('nouveau')}\n$ reboot\n`, 'a'), piece(list('nvidia'), 'b')]);
    expect(await machine.status('/sys/module/nouveau')).toBeUndefined();
    expect(await machine.status('/sys/module/nvidia')).toMatchObject({ kind: 'folder' });
  });
});
