import { setTimeout as sleep } from 'node:timers/promises';
import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import { takeCapture } from '../../engine/capture/take.ts';
import type { Packed } from '../../engine/capture/pack.ts';
import type { TimeLimits } from '../../engine/capture/recording.ts';
import { newFile, type NewFile } from '../../platform/new-file.ts';
import { zipOf } from '../../platform/zip-writer.ts';
import type { Known } from '../../report/redact.ts';
import { say } from '../../words/say.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { programVersion } from '../program-version.ts';
import { openSource } from '../source.ts';
import { captureText } from '../texts/capture-text.ts';
import { refusal } from '../write-output.ts';

const COMMAND_MS = 20_000;
const TOTAL_MS = 90_000;

function timeLimits(): TimeLimits {
  const start = performance.now();
  return {
    commandMs: COMMAND_MS,
    totalMs: TOTAL_MS,
    elapsedMs: () => performance.now() - start,
    within: async (answer, ms) => {
      const stop = new AbortController();
      // Expected: the waiting is cut short, as the answer has come.
      const late = sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined);
      try {
        return await Promise.race([answer, late]);
      } finally {
        stop.abort();
      }
    },
  };
}

/** 20261122-091500: no name of the host, which is not for others. */
const usualName = (now: Date): string =>
  `gpu-guest-capture-${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.zip`;

/** Who is at the keyboard. */
const people = (): readonly Known[] =>
  [
    ...(['USER', 'LOGNAME', 'SUDO_USER', 'USERNAME'] as const).map((name) => ['user', name] as const),
    ...(['HOSTNAME', 'COMPUTERNAME', 'USERDOMAIN', 'USERDNSDOMAIN', 'LOGONSERVER'] as const).map((name) => ['host', name] as const),
  ].flatMap(([kind, name]) => {
    const text = process.env[name]?.replace(/^\\\\/, '');
    return text === undefined ? [] : [{ kind, text }];
  });

/** With sudo the file is to belong to whoever asked for it: root's is of no use to them. */
function ownerOf(): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = [Number(process.env['SUDO_UID']), Number(process.env['SUDO_GID'])];
  return isRoot() && Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

const told = (path: string, error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'EEXIST'
    ? refuse('bad-request', say('capture.exists', { path }))
    : refusal(path, error);

async function begin(path: string, replace: boolean): Promise<NewFile> {
  const owner = ownerOf();
  try {
    return await newFile(path, { replace, ...(owner && { owner }) });
  } catch (error) {
    // Expected: no such folder, no permission, something there.
    throw told(path, error);
  }
}

async function writeTo(file: NewFile, path: string, { entries, manifest }: Packed): Promise<number> {
  const bytes = await zipOf(entries, new Date(manifest.time));
  try {
    await file.write(bytes);
  } catch (error) {
    // Expected: no room, or somebody was faster.
    throw told(path, error);
  }
  return bytes.length;
}

const countOf = ({ manifest }: Packed): number =>
  manifest.redacted.reduce((sum, { placeholders }) => sum + placeholders, 0);

function document(packed: Packed, path: string, sizeBytes: number, { translate }: Call): RunDocument {
  const { manifest, commands, files } = { ...packed, ...packed.taken };
  const step = (id: string, message: string): RunDocument['steps'][number] => ({
    id,
    outcome: 'done',
    message,
    lastLines: [],
  });
  return {
    schema: 'gpu-guest/run@1',
    run: null,
    simulated: manifest.of === 'simulated',
    outcome: 'done',
    message: translate(say('capture.written', { path, kib: Math.ceil(sizeBytes / 1024) })),
    steps: [
      step('capture.look', translate(say('capture.step.looked', { commands, files }))),
      step(
        'capture.redact',
        translate(say('capture.step.redacted', { count: countOf(packed), withheld: manifest.withheld.length })),
      ),
      step('capture.write', translate(say(manifest.platform === 'windows' ? 'capture.step.written.windows' : 'capture.step.written', { path }))),
    ],
    files: [path],
  };
}

export async function capture(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0], call);
  if (source.kind === 'recorded')
    throw refuse('bad-request', say('capture.of-a-guest', { path: call.arguments[0] ?? '' }));
  const path = textOption(call, 'output') ?? usualName(new Date());
  const file = await begin(path, call.options.force === true);
  const stop = (): void => {
    void file.forget().then(() => process.exit(EXIT.cancelled));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    call.terminal.note(`${call.translate(say('capture.looking'))}\n`);
    const packed = await takeCapture(source.machine, {
      toolVersion: programVersion,
      time: timeLimits(),
      known: people(),
    });
    const sizeBytes = await writeTo(file, path, packed);
    const done = document(packed, path, sizeBytes, call);
    if (call.json) printJson(call, done);
    else call.terminal.out(captureText(packed, done, call));
  } finally {
    await file.forget();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  return EXIT.done;
}
