import { resolve } from 'node:path';
import { fitsOf, mediaIn } from '../../engine/media-in.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import { mediaProgress } from '../media-progress.ts';
import { profileOf } from '../profile-option.ts';
import { simulatedBanner } from '../texts/sheet.ts';
import { openSource, type Source } from '../source.ts';
import { thisMachine } from '../../platform/index.ts';

/** A simulated guest has its own media folder; any other folder lies on this machine, whatever the guest is. */
async function itemsIn(folder: string, source: Source, call: Call) {
  const hashes = recallHashes();
  const places = source.kind === 'simulated' ? [source.machine, thisMachine()] : [thisMachine()];
  const items = await mediaIn(places, folder, { hashes, onProgress: mediaProgress(call) });
  rememberHashes(hashes);
  return items;
}

/** Exits 0 where something fits, 1 where nothing does. */
export async function media(call: Call): Promise<ExitCode> {
  const [given = '', word] = call.arguments;
  const folder = resolve(given);
  const source = await openSource(word, call);
  const items = await itemsIn(folder, source, call);
  const profile = { ...(await profileOf(call)), media: folder };
  const document = await fitsOf(source.machine, profile, items, call.translate);
  if (call.json) printJson(call, document);
  else
    call.terminal.out(
      `${simulatedBanner(source.kind === 'simulated', call)}${(await import('../texts/media-text.ts')).mediaText(document, folder, call)}`,
    );
  return document.items.some(({ fits }) => fits) ? EXIT.done : EXIT.notAsItShouldBe;
}
