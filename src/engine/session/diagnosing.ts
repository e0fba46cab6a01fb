import type { Diagnosis } from '../../contract/documents/diagnosis.ts';
import { defaultProfile } from '../../domain/profile.ts';
import type { Translate } from '../../words/translate.ts';
import { recordedSource } from '../recorded-source.ts';
import { survey } from '../survey.ts';
import { seenOf } from './examining.ts';
import type { SessionPorts } from './ports.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** A capture, a bug report or a pasted text. Refused (`unreadable`) where nothing in it is recognised. */
export async function diagnosisOfText(
  { name, base64 }: { readonly name: string; readonly base64: string },
  ports: SessionPorts,
  translate: Translate,
): Promise<Diagnosis> {
  const observer = recordedSource(await ports.opened(name, bytesOf(base64)), name);
  return seenOf(await survey(observer, defaultProfile, { skipMedia: true }), translate).diagnosis;
}
