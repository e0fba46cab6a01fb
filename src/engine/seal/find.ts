/** What a seal would remove from this guest, as actions. Looks only. */
import { nothingToUndo, removeFile, run, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { Unobservable, type Fact } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import type { Observer } from '../../domain/machine.ts';
import { READY_MARK, TOKEN_FOLDER } from '../../domain/places.ts';
import { cardSettings } from '../../probes/card-settings.ts';
import type { FactKey, FactValues } from '../../probes/facts.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import { examine } from '../examine.ts';
import { makesHostKeys } from './host-keys.ts';
import { inHome, JOURNAL_FOLDER, SEAL_PARTS, SEAL_PLACES, type SealPartId, type SealPlace } from './places.ts';
import { walk, walkNamed, type Found } from './walk.ts';

export type SealPart = {
  readonly id: SealPartId;
  readonly actions: readonly Action[];
  /** Removed when they are empty, deepest first. */
  readonly folders: readonly string[];
};

export type Sealable = {
  /** Those in which there is something to do. */
  readonly parts: readonly SealPart[];
  /** Host keys that stay, as nothing would make new ones. */
  readonly keptKeys: readonly string[];
};

const MACHINE_ID = '/etc/machine-id';
/** A link to the manual of systemd, which a package brought. */
const NO_LOG = '/var/log/README';
const DBUS_ID = '/var/lib/dbus/machine-id';
const MINUTE = 60_000;

type Removal = { readonly part: SealPartId } & Found;

async function placeFound(machine: Observer, place: SealPlace): Promise<Removal> {
  const { part, path } = place;
  if (place.kind === 'named') return { part, ...(await walkNamed(machine, path, place.name)) };
  const { files, folders } = await walk(machine, path);
  const isGone = (folder: string) => place.kind === 'tree' || folder.startsWith(`${JOURNAL_FOLDER}/`);
  return { part, files: files.filter((file) => file !== NO_LOG), folders: folders.filter(isGone) };
}

async function homes(machine: Observer): Promise<readonly SealPlace[]> {
  return ((await machine.list('/home')) ?? []).map((name) => inHome(`/home/${name}`));
}

async function knownNow<Key extends FactKey>(machine: Observer, key: Key): Promise<FactValues[Key]> {
  const fact: Fact<FactValues[Key]> = (await examine(machine, [key]))[key];
  if (!fact.known) throw new Unobservable(fact.ignorance);
  return fact.value;
}

async function tokenFound(machine: Observer): Promise<Removal> {
  const listed = (await knownNow(machine, 'tokenListing')).files.map(({ path }) => path);
  const usual = (await walkNamed(machine, TOKEN_FOLDER, /./)).files;
  return { part: 'token', files: [...new Set([...listed, ...usual])], folders: [] };
}

/** The mark of a guest that was right speaks of its token and of its cards: it goes with them. */
async function withMark(machine: Observer, removals: readonly Removal[]): Promise<readonly Removal[]> {
  const first = removals.findIndex(({ files }) => files.length > 0);
  if (first < 0 || (await machine.status(READY_MARK)) === undefined) return removals;
  return removals.map((one, index) => (index === first ? { ...one, files: [...one.files, READY_MARK] } : one));
}

/** A running system takes it that an empty machine-id is to be filled at its next start (machine-id(5)); one that is missing is another matter. */
async function identityActions(machine: Observer): Promise<readonly Action[]> {
  const { machineId } = await knownNow(machine, 'machineIdentity');
  const ofDbus = await machine.status(DBUS_ID);
  return [
    ...(machineId === 'set' ? [writeFile(MACHINE_ID, '', 0o444)] : []),
    // A link to the other one on most systems.
    ...(ofDbus?.kind === 'file' ? [removeFile(DBUS_ID)] : []),
  ];
}

/** Stopped, the licensing service gives its licence back and writes no lease any more. */
async function serviceActions(machine: Observer): Promise<readonly Action[]> {
  return (await knownNow(machine, 'griddService')).active
    ? [run(['systemctl', 'stop', 'nvidia-gridd'], { undo: nothingToUndo('a clone starts it'), timeoutMs: 2 * MINUTE })]
    : [];
}

async function hostKeys(machine: Observer): Promise<readonly string[]> {
  return (await walkNamed(machine, '/etc/ssh', /^ssh_host_\w+_key(\.pub)?$/)).files;
}

async function look(machine: Observer, keepToken: boolean): Promise<Sealable> {
  const places = [...SEAL_PLACES, ...(await homes(machine))];
  const keys = await hostKeys(machine);
  const renewed = keys.length === 0 || (await makesHostKeys(machine));
  const found: readonly Removal[] = [
    ...(await Promise.all(places.map((place) => placeFound(machine, place)))),
    ...(await withMark(machine, [
      ...(keepToken ? [] : [await tokenFound(machine)]),
      { part: 'cards', files: await cardSettings(machine), folders: [] },
    ])),
    { part: 'host-keys', files: renewed ? keys : [], folders: [] },
  ];
  const own: Partial<Record<SealPartId, readonly Action[]>> = {
    service: await serviceActions(machine),
    'machine-id': await identityActions(machine),
  };
  const parts = SEAL_PARTS.map((id): SealPart => {
    const removals = found.filter(({ part }) => part === id);
    const files = [...new Set(removals.flatMap((removal) => removal.files))];
    return {
      id,
      actions: [...(own[id] ?? []), ...files.map(removeFile)],
      folders: [...new Set(removals.flatMap(({ folders }) => folders))],
    };
  });
  return {
    parts: parts.filter(({ actions, folders }) => actions.length + folders.length > 0),
    keptKeys: renewed ? [] : keys,
  };
}

/** Refuses (`unreadable`) where it cannot be seen whether something is there: nothing is sealed that nobody has seen. */
export async function findSealable(machine: Observer, keepToken: boolean): Promise<Sealable> {
  try {
    return await look(machine, keepToken);
  } catch (error) {
    if (error instanceof Unobservable) throw refuse('unreadable', say('seal.unreadable', { why: ignoranceSaid(error.ignorance) }));
    throw error;
  }
}
