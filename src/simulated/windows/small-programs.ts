/** Windows's small programs, as far as steps and probes call them. */
import type { Command } from '../../domain/machine.ts';
import { failed, nameOf, succeeded, type Guest, type Program, type Said } from '../guest.ts';
import { placeOf } from './place.ts';

/** `icacls.exe FILE /inheritance:r /grant:r *S-1-5-18:(F) …`; without LocalSystem among the grants its service may not read. */
export const icacls: Program = ([, path = '', ...words], { files }) => {
  const entry = files.at(placeOf(path));
  if (entry === undefined) return failed('', 2);
  if (entry.kind !== 'file') return succeeded();
  const isRevoked = words.includes('/remove:g');
  const mode = isRevoked ? entry.mode & ~0o004 : entry.mode | 0o004;
  files.put(placeOf(path), { ...entry, mode });
  return succeeded();
};

function mkdir({ files }: Guest, path: string): Said {
  const place = placeOf(path);
  if (files.at(place) !== undefined) return failed('', 1);
  files.put(place, { kind: 'folder', mode: 0o755 });
  return succeeded();
}

async function perform(guest: Guest, words: readonly string[]): Promise<Said> {
  const [program = '', ...args] = words;
  if (program === 'mkdir') return mkdir(guest, args[0] ?? '');
  if (program === 'exit') return { exitCode: Number(args[0] ?? 0) };
  const known = guest.programs.get(nameOf(program));
  const command: Command = [program, ...args];
  return known === undefined ? failed('', 9009) : await known(command, guest);
}

/** Commands with what joins each to the one before it. */
function parted(words: readonly string[]): readonly { readonly joint: string; readonly words: readonly string[] }[] {
  return words.reduce<{ joint: string; words: string[] }[]>(
    (all, word) => {
      if (word === '&' || word === '||' || word === '&&') return [...all, { joint: word, words: [] }];
      all.at(-1)?.words.push(word);
      return all;
    },
    [{ joint: '&', words: [] }],
  );
}

/** `cmd.exe /d /c mkdir FOLDER & pnputil.exe …` */
export const cmd: Program = async ([, , , ...words], guest) => {
  let last: Said = {};
  for (const part of parted(words)) {
    const hasFailed = (last.exitCode ?? 0) !== 0;
    if ((part.joint === '||' && !hasFailed) || (part.joint === '&&' && hasFailed)) continue;
    last = await perform(guest, part.words);
  }
  return last;
};

/** `fsutil.exe volume diskfree C:` */
export const fsutil =
  (freeMiB: number): Program =>
  () =>
    succeeded(`Total free bytes        : ${(freeMiB * 1024 * 1024).toLocaleString('en')}\r\nTotal bytes             : 85,899,345,920 ( 80.0 GB)\r\n`);

/** Mandatory labels by number (Microsoft Learn, "Well-known SIDs"). */
const [HIGH, MEDIUM] = [12_288, 8192];

export const whoami =
  (isRaised: boolean): Program =>
  () =>
    succeeded(`"Mandatory Label","Label","S-1-16-${String(isRaised ? HIGH : MEDIUM)}",""\r\n`);
