import type { Diagnosis } from '../../contract/documents/diagnosis.ts';
import type { Observer } from '../../domain/machine.ts';
import { defaultProfile } from '../../domain/profile.ts';
import type { Translate } from '../../words/translate.ts';
import { recordedSource } from '../recorded-source.ts';
import { survey } from '../survey.ts';
import { seenOf } from './examining.ts';
import type { SessionPorts } from './ports.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

type Handed = { readonly name: string; readonly base64: string };

/** A capture, a bug report or a pasted text, as a machine. Refused (`unreadable`) where nothing in it is recognised. */
export const handedSource = async ({ name, base64 }: Handed, { opened }: SessionPorts): Promise<Observer> =>
  recordedSource(await opened(name, bytesOf(base64)), name);

export async function diagnosisOfText(handed: Handed, ports: SessionPorts, translate: Translate): Promise<Diagnosis> {
  const observer = await handedSource(handed, ports);
  return seenOf(await survey(observer, defaultProfile, { skipMedia: true }), translate).diagnosis;
}
