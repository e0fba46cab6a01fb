/** Captures (contract section 5), our own and hand-made ones, as a machine that answers what it was asked. */
import { CAPTURE_SCHEMA } from '../../domain/capture.ts';
import { notInSource } from '../../domain/fact.ts';
import type { Gap } from '../../domain/gap.ts';
import type { Observer, Origin } from '../../domain/machine.ts';
import type { Door, Reached } from '../../domain/reach.ts';
import { observerOf, type RecordedObserver } from '../observer-of.ts';
import type { Piece } from '../source.ts';
import { bareArgv, readCommands, recordedOutput, type ReadCommand } from './commands.ts';
import { capturedFiles, type Contents } from './files.ts';
import { isManifest, objectIn, readManifest } from './manifest.ts';

const MANIFEST = 'manifest.json';
const COMMANDS = 'commands.json';

const nameOf = (name: string): string => name.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');

function jsonIn(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Cut off or damaged: then it says nothing.
    return undefined;
  }
}

const isCommandList = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => objectIn(one)?.['argv'] !== undefined);

/** The files of a capture by their names in it; undefined where these pieces are none. A folder around it is no part of it. */
function contentsOf(pieces: readonly Piece[]): Contents | undefined {
  const all = new Map(pieces.map(({ name, bytes }) => [nameOf(name), bytes]));
  const heads = [...all.keys()].filter((name) => /(?:^|\/)(?:manifest|commands)\.json$/.test(name));
  const head = heads.sort((a, b) => a.split('/').length - b.split('/').length)[0];
  if (head === undefined) return undefined;
  const folder = head.slice(0, head.lastIndexOf('/') + 1);
  if (!isManifest(jsonIn(all.get(`${folder}${MANIFEST}`))) && !isCommandList(jsonIn(all.get(`${folder}${COMMANDS}`))))
    return undefined;
  return new Map(
    [...all].flatMap(([name, bytes]) => (name.startsWith(folder) ? [[name.slice(folder.length), bytes]] : [])),
  );
}

/** Whether these pieces are a capture, by what `manifest.json` or `commands.json` among them say. */
export const isCapture = (pieces: readonly Piece[]): boolean => contentsOf(pieces) !== undefined;

/** As somebody would have pasted it: for the questions that were not asked in our own words. */
const piecesOf = (commands: readonly ReadCommand[], contents: Contents): readonly Piece[] => [
  ...commands
    .filter(({ exitCode, unread }) => exitCode !== null && unread === undefined)
    .map(({ argv, stdout, stderr }) => {
      const typed = bareArgv(argv).join(' ');
      return { name: typed, bytes: new TextEncoder().encode(`$ ${typed}\n${stdout}\n${stderr}`) };
    }),
  ...[...contents]
    .filter(([name]) => name.startsWith('files/'))
    .map(([name, bytes]) => ({ name: name.slice('files'.length), bytes })),
];

/** Files that ought to be there. */
function gapsOf(contents: Contents, missing: readonly string[]): readonly Gap[] {
  const damaged = [MANIFEST, COMMANDS].filter((name) => contents.has(name) && jsonIn(contents.get(name)) === undefined);
  return [
    ...damaged.map((what): Gap => ({ what, why: { kind: 'damaged' } })),
    ...missing.map((what): Gap => ({ what, why: { kind: 'cut-off' } })),
  ];
}

const isReached = (value: unknown, { host, port, tls }: Door): value is Reached => {
  const door = objectIn(objectIn(value)?.['door']);
  return door?.['host'] === host && door['port'] === port && door['tls'] === tls;
};

/**
 * A machine that answers from a capture: what was asked of the guest, as the guest answered; the rest as from any text, where the
 * capture's commands and files say it; else `Unobservable` (not-in-source). Its clock is the capture's own. `gaps`: of the opening.
 */
export function captureObserver(pieces: readonly Piece[], gaps: readonly Gap[] = []): RecordedObserver {
  const contents: Contents = contentsOf(pieces) ?? new Map<string, Uint8Array>();
  const manifest = readManifest(jsonIn(contents.get(MANIFEST)));
  const missing: string[] = [];
  const commands = readCommands(jsonIn(contents.get(COMMANDS)), (file) => {
    const bytes = contents.get(nameOf(file));
    if (bytes === undefined) missing.push(file);
    return bytes && new TextDecoder().decode(bytes);
  });
  const files = capturedFiles(manifest, contents);
  const allGaps = [...gaps, ...gapsOf(contents, missing)];
  let pasted: RecordedObserver | undefined;
  const elsewhere = (): RecordedObserver => (pasted ??= observerOf(piecesOf(commands, contents)));

  const origin: Origin =
    manifest.paths === null
      ? { kind: 'recorded', what: CAPTURE_SCHEMA, gaps: allGaps }
      : {
          kind: 'captured',
          of: manifest.of,
          what: CAPTURE_SCHEMA,
          ...(manifest.mounted && { mounted: true }),
          gaps: allGaps,
        };
  const answering = async <T>(answer: () => T | Promise<T>): Promise<T> => Promise.resolve().then(answer);
  const readBytes: Observer['readBytes'] = (path, range) =>
    answering(() => {
      const found = files.bytes(path, range);
      return found === 'elsewhere' ? elsewhere().readBytes(path, range) : found;
    });
  return {
    recognised: () => [
      ...commands.map(({ argv }) => ({ what: bareArgv(argv).join(' '), place: COMMANDS })),
      ...[...contents.keys()]
        .filter((name) => name.startsWith('files/'))
        .map((name) => ({ what: name.slice(5), place: name })),
    ],
    platform: manifest.paths !== null && manifest.platform === 'windows' ? 'windows' : 'linux',
    origin,
    now: () => (manifest.time === null ? elsewhere().now() : new Date(manifest.time)),
    run: (command, options) =>
      answering(() => recordedOutput(commands, command, options?.env) ?? elsewhere().run(command, options)),
    readBytes,
    read: async (path) => {
      const bytes = await readBytes(path);
      return bytes && new TextDecoder().decode(bytes);
    },
    list: (folder) =>
      answering(() => {
        const found = files.names(folder);
        return found === 'elsewhere' ? elsewhere().list(folder) : found;
      }),
    status: (path) =>
      answering(() => {
        const found = files.status(path);
        return found === 'elsewhere' ? elsewhere().status(path) : found;
      }),
    digest: (source, kind) =>
      answering(() => {
        const found = kind === 'sha256' && source.range === undefined ? files.sha256(source.path) : null;
        if (found === null) throw notInSource(`digest of ${source.path}`);
        return found;
      }),
    reach: (door) =>
      answering(() => {
        const found = manifest.reached.find((one) => isReached(one, door));
        if (found !== undefined) return found;
        throw notInSource(door.host);
      }),
  };
}
