import type { ProfileInit } from '../../contract/documents/profile.ts';
import type { Platform } from '../../domain/machine.ts';
import { DEFAULT_MEDIA_ON_WINDOWS } from '../../domain/profile.ts';
import { findMedia } from '../../engine/find-media.ts';
import { NEAR_FACTS } from '../../engine/near-facts.ts';
import { thisMachine } from '../../platform/index.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { guestRows } from '../../report/guest-rows.ts';
import { profileDraft, type MediaSeen } from '../../report/profile/draft.ts';
import { profileText } from '../../report/profile/text.ts';
import { say } from '../../words/say.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { indented } from '../layout.ts';
import { look } from '../look.ts';
import { placeNew } from '../place-new.ts';
import { programVersion } from '../program-version.ts';
import { openSource, type Source } from '../source.ts';

const USUAL_NAME = 'gpu.yml';

async function mediaOf(source: Source, call: Call): Promise<MediaSeen> {
  const given = textOption(call, 'media');
  if (given !== undefined) return { kind: 'given', folder: given };
  // A text has no folders to be looked into; what is brought to a mounted guest lies on this machine.
  const place = source.kind === 'live' && source.mounted ? thisMachine() : source.machine;
  const found = source.kind === 'recorded' ? undefined : await findMedia(place);
  if (found !== undefined) return { kind: 'found', ...found };
  return source.machine.platform === 'windows' ? { kind: 'none', usual: DEFAULT_MEDIA_ON_WINDOWS } : { kind: 'none' };
}

function tell(path: string, platform: Platform, { terminal, translate }: Call): void {
  terminal.note(`${indented(translate(say('profile.init.written', { path })), 0, terminal.columns)}\n`);
  const [word, raised] = platform === 'windows' ? [`"${path}"`, ''] : [path, 'sudo '];
  terminal.note(`  gpu-guest profile check ${word}\n  ${raised}gpu-guest apply --profile ${word} --yes --reboot auto\n`);
  if (platform === 'windows') terminal.note(`${indented(translate(say('profile.init.raised-windows')), 0, terminal.columns)}\n`);
}

/** Looks only; writes to `-o FILE`, else to standard output. */
export async function profileInit(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[1], call);
  const media = await mediaOf(source, call);
  const options = media.kind === 'none' ? call.options : { ...call.options, media: media.folder };
  const seen = await look({ ...call, options }, source, { keys: NEAR_FACTS });
  const path = textOption(call, 'output');
  const draft = profileDraft(seen.choice, seen.gpus, media);
  const rows = seen.gpus.length === 0 ? [] : guestRows(detectionDocument(seen, call.translate), call.translate);
  const text = profileText({ draft, rows, file: path ?? USUAL_NAME, version: programVersion, platform: source.machine.platform }, call.translate);
  if (path !== undefined) await placeNew(path, text, call);
  if (call.json) {
    const document: ProfileInit = {
      schema: 'gpu-guest/profile-init@1',
      file: path ?? null,
      simulated: source.kind === 'simulated',
      text,
      profile: { ...draft.profile },
    };
    printJson(call, document);
  } else if (path === undefined) call.terminal.out(text);
  else tell(path, source.machine.platform, call);
  return EXIT.done;
}
