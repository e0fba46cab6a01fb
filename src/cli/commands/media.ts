import { choose } from '../../choice/choose.ts';
import { fitOf } from '../../choice/media-fit.ts';
import { Unobservable } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import { detectFacts, survey } from '../../engine/survey.ts';
import { mediaDocument } from '../../report/media-document.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import { mediaProgress } from '../media-progress.ts';
import { profileOf } from '../profile-option.ts';
import { openSource, type Source } from '../source.ts';
import { scanMedia } from '../../media/scan.ts';
import { thisMachine } from '../../platform/index.ts';

/** A simulated guest has its own media folder; any other folder lies on this machine, whatever the guest is. */
async function itemsIn(folder: string, source: Source, call: Call) {
  const hashes = recallHashes();
  const options = { hashes, onProgress: mediaProgress(call) };
  try {
    const simulated = source.kind === 'simulated' ? await scanMedia(source.machine, folder, options) : undefined;
    const items = simulated ?? (await scanMedia(thisMachine(), folder, options));
    rememberHashes(hashes);
    return items;
  } catch (error) {
    // Expected: a folder that may not be read.
    if (error instanceof Unobservable) throw refuse('unreadable', ignoranceSaid(error.ignorance));
    throw error;
  }
}

/** Exits 0 where something fits, 1 where nothing does. */
export async function media(call: Call): Promise<ExitCode> {
  const [given = '', word] = call.arguments;
  const folder = given.length > 1 ? given.replace(/\/+$/, '') : given;
  const source = await openSource(word);
  const items = await itemsIn(folder, source, call);
  if (items === undefined) throw refuse('unreadable', say('cli.media.not-found', { folder }));
  const { facts, gpus, task, now } = await survey(
    source.machine,
    { ...(await profileOf(call)), media: folder },
    { keys: detectFacts(source.machine), skipMedia: true },
  );
  const input = { facts, gpus, profile: task.profile, media: items, now: new Date(now ?? 0) };
  const { driver } = choose(input);
  const document = mediaDocument(
    items.map((item) => ({ item, fit: fitOf(item, input, driver) })),
    call.translate,
  );
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/media-text.ts')).mediaText(document, folder, call));
  return document.items.some(({ fits }) => fits) ? EXIT.done : EXIT.notAsItShouldBe;
}
