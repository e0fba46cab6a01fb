import { resolve } from 'node:path';
import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import { makeBundle, type Made } from '../../engine/bundle/make-bundle.ts';
import { thisMachine } from '../../platform/index.ts';
import { newFolder, type NewFolder } from '../../platform/new-folder.ts';
import { say } from '../../words/say.ts';
import { bundleOrder } from '../bundle-order.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packingFor } from '../packing.ts';
import { bundleSteps, bundleText } from '../texts/bundle-text.ts';
import { refusal } from '../write-output.ts';

/** apt's configuration has no way to write these in a name. */
const UNWRITABLE = /["\n\\]/;

function outputOf(call: Call): string {
  const given = textOption(call, 'output');
  if (given === undefined) throw refuse('bad-request', say('bundle.no-output'));
  const path = resolve(given);
  if (UNWRITABLE.test(path)) throw refuse('bad-request', say('bundle.unwritable-name'));
  return path;
}

async function begin(path: string): Promise<NewFolder> {
  try {
    return await newFolder(path);
  } catch (error) {
    // Expected: something is there, no such folder, no permission.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw refuse('bad-request', say('bundle.exists', { path }));
    throw refusal(path, error);
  }
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => {
      controller.abort();
    });
  return controller.signal;
}

function tell(call: Call, made: Made, path: string): void {
  const outcome = made.manifest === null ? 'dry-run' : 'done';
  if (!call.json) {
    call.terminal.out(bundleText(made, path, call));
    return;
  }
  printJson(call, {
    schema: 'gpu-guest/run@1',
    run: null,
    simulated: false,
    outcome,
    message: call.translate(say(`bundle.${outcome}`, { path })),
    steps: bundleSteps(made, call),
    files: (made.manifest?.files ?? []).map((file) => `${path}/${file.path}`),
  } satisfies RunDocument);
}

/** Fetches and copies; changes nothing on this machine but the folder it makes. */
export async function bundle(call: Call): Promise<ExitCode> {
  const path = outputOf(call);
  const folder = await begin(path);
  try {
    const signal = stopSignal();
    const order = await bundleOrder(call, thisMachine());
    const made = await makeBundle(packingFor(call, folder.place, signal), { ...order, place: folder.place });
    if (made.manifest !== null) await folder.finish('bundle');
    tell(call, made, path);
    return EXIT.done;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw refusal(path, error);
    throw error;
  } finally {
    await folder.forget();
  }
}
