/** A capture of a machine: all that an examination asks of it, and what support wants to see besides. Changes nothing. */
import type { CaptureManifest } from '../../domain/capture.ts';
import { Unobservable, valueOf } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import { isMounted } from '../../probes/setting.ts';
import { redaction, type Known } from '../../report/redact.ts';
import { examine } from '../examine.ts';
import { timeOf } from '../time-of.ts';
import { askBesides } from './besides.ts';
import type { SizeLimits } from './budget.ts';
import { namesOnWindows } from './names-on-windows.ts';
import { pack, type Packed } from './pack.ts';
import { recordingOf, type Recorded, type TimeLimits } from './recording.ts';

export type CaptureOptions = {
  readonly toolVersion: string;
  readonly time: TimeLimits;
  readonly size?: SizeLimits;
  /** Names that the caller knows: of who is at the keyboard. */
  readonly known?: readonly Known[];
};

const MIB = 1024 * 1024;
/** Well below what is opened again. */
export const SIZE_LIMITS: SizeLimits = { stream: 8 * MIB, whole: 40 * MIB };

const HOST_FILES = ['/proc/sys/kernel/hostname', '/etc/hostname'] as const;
const ID_FILES = ['/etc/machine-id', '/var/lib/dbus/machine-id'] as const;
const NUMBER_FILES = ['product_serial', 'board_serial', 'chassis_serial', 'product_uuid'] as const;

/** People: not the accounts that the system makes for itself. */
const usersIn = (passwd: string): readonly string[] =>
  [...passwd.matchAll(/^([^:\n]+):[^:\n]*:(\d+):/gm)]
    .filter(([, , id]) => Number(id) >= 1000 && Number(id) < 60_000)
    .map(([, name = '']) => name);

/** Who the machine and its people are. Read to be hidden: none of these files is part of a capture. */
async function namesOn(machine: Observer): Promise<readonly Known[]> {
  const read = async (path: string): Promise<string> => (await ifObservable(machine.read(path)))?.trim() ?? '';
  const texts = async (kind: string, files: readonly string[]): Promise<readonly Known[]> =>
    (await Promise.all(files.map(read))).map((text) => ({ kind, text }));
  const hosts = await texts('host', HOST_FILES);
  const short = hosts.map(({ text }) => ({ kind: 'host', text: text.split('.')[0] ?? '' }));
  return [
    ...hosts,
    ...short,
    ...(await texts('id', ID_FILES)).filter(({ text }) => /^[0-9a-f]{32}$/i.test(text)),
    ...(await texts(
      'serial',
      NUMBER_FILES.map((name) => `/sys/class/dmi/id/${name}`),
    )),
    ...usersIn(await read('/etc/passwd')).map((text) => ({ kind: 'user', text })),
  ].filter(({ text }) => !/^(?:not |none|to be|default|0+$)/i.test(text));
}

/** Programs that did not end in time. */
const hungIn = ({ runs }: Recorded): ReadonlySet<string> =>
  new Set(
    runs.flatMap(({ command, answer }) =>
      answer.kind === 'unread' && answer.ignorance.kind === 'timed-out' ? [command[0]] : [],
    ),
  );

const ofWhat = (machine: Observer): CaptureManifest['of'] => {
  switch (machine.origin.kind) {
    case 'simulated':
      return 'simulated';
    case 'live':
      return 'live';
    case 'captured':
      return machine.origin.of;
    case 'recorded':
      throw new Unobservable({ kind: 'not-in-source', what: 'a guest' });
  }
};

/** Throws `Unobservable` for a recorded source: it is not a guest. Within the time given, and a little more. */
export async function takeCapture(
  machine: Observer,
  { toolVersion, time, size, known = [] }: CaptureOptions,
): Promise<Packed> {
  const of = ofWhat(machine);
  const { observer, recorded } = recordingOf(machine, time);
  const facts = await examine(observer);
  const now = timeOf(machine) ?? new Date(0).toISOString();
  await askBesides(observer, hungIn(recorded));
  const rights = valueOf(facts.rights);
  return pack(
    recorded,
    {
      platform: machine.platform,
      toolVersion,
      time: now,
      of,
      ...(isMounted(machine) && { mounted: true }),
      root: rights === undefined ? null : rights === 'root',
    },
    redaction([...known, ...(await (machine.platform === 'windows' ? namesOnWindows : namesOn)(machine))]),
    size ?? SIZE_LIMITS,
  );
}
