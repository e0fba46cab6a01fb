import type { ProfileCheck } from '../../contract/documents/profile.ts';
import { FaultError, refuse } from '../../domain/fault.ts';
import { readProfile } from '../../planning/profile-file.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { profileTextAt } from '../profile-bytes.ts';
import { profileCheckText, type Checked } from '../texts/profile-check-text.ts';

/** One that cannot be read must not hide the others. */
async function check(file: string, { translate }: Call): Promise<Checked> {
  try {
    const text = await profileTextAt(file);
    const reading = readProfile(text);
    const lines = text.split(/\r?\n/);
    if (reading.ok) return { lines, found: { file, valid: true, mistakes: [], profile: { ...reading.profile } } };
    const mistakes = reading.mistakes.map((mistake) => ({ ...mistake, message: translate(mistake.message) }));
    return { lines, found: { file, valid: false, mistakes, profile: null } };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const mistake = { line: null, column: null, key: null, near: null, message: translate(error.fault.message) };
    return { lines: [], found: { file, valid: false, mistakes: [mistake], profile: null } };
  }
}

/** Needs no guest and no rights. Exits 2 where a file is wrong or cannot be read. */
export async function profileCheck(call: Call): Promise<ExitCode> {
  const files = call.arguments.slice(1);
  if (files.length === 0) throw refuse('bad-request', say('profile.check.needs-file'));
  const checked: Checked[] = [];
  for (const file of files) checked.push(await check(file, call));
  const valid = checked.every(({ found }) => found.valid);
  const document: ProfileCheck = {
    schema: 'gpu-guest/profile-check@1',
    valid,
    files: checked.map(({ found }) => found),
  };
  if (call.json) printJson(call, document);
  else call.terminal.out(profileCheckText(checked, call));
  return valid ? EXIT.done : EXIT.usage;
}
