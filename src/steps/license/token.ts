import { copyFile, removeFile, run, undoBy } from '../../domain/act.ts';
import type { LicenceChoice } from '../../domain/choice.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { Tokens } from '../../probes/tokens.ts';
import { say, type WordKey } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { nameOf } from '../media-file.ts';
import { blocked, defineStep, done, notWanted } from '../step.ts';

/** As NVIDIA's guide has it: the owner may all, the others read. */
const MODE = 0o744;
type TokenFile = Tokens['files'][number];

const octal = (mode: number | null): string => `0${((mode ?? MODE) & 0o7777).toString(8)}`;

const removed = (files: readonly TokenFile[]) => files.map(({ path }) => removeFile(path));

function place(licence: Extract<LicenceChoice, { kind: 'token' }>, { folder, files }: Tokens): Proposal {
  const [only, ...others] = files;
  if (only?.sha256 === licence.sha256 && others.length === 0 && only.mode === MODE)
    return done(say('step.license.token.done', { file: only.path }));
  const name = nameOf(licence.file);
  const path = `${folder}/${name.endsWith('.tok') ? name : `${name}.tok`}`;
  const old = files.filter((file) => file.path !== path);
  return {
    kind: 'todo',
    because:
      old.length > 0
        ? say('step.license.token.replace', { file: path, count: old.length })
        : say('step.license.token.todo', { file: path }),
    // The old one goes first, so that at no moment there are two.
    actions: [...removed(old), copyFile(licence.source, licence.sha256, path, MODE)],
  };
}

/** Of several that are there, the one that was issued last. */
export const keptToken = (files: readonly TokenFile[]): TokenFile | undefined =>
  files
    .filter(({ reading }) => reading.valid)
    .toSorted((a, b) => (b.reading.issuedAt ?? '').localeCompare(a.reading.issuedAt ?? ''))[0];

function keep({ files }: Tokens, because: Message): Proposal {
  const kept = keptToken(files);
  // Licensed without one, by a legacy server or by what the client keeps itself.
  if (!kept) return notWanted(because);
  const others = files.filter((file) => file !== kept);
  if (others.length === 0 && kept.mode === MODE) return done(say('step.license.token.done', { file: kept.path }));
  const mode = run(['chmod', octal(MODE), kept.path], {
    undo: undoBy(['chmod', octal(kept.mode), kept.path]),
    timeoutMs: 10_000,
  });
  return {
    kind: 'todo',
    because: say('step.license.token.tidy', { file: kept.path }),
    actions: [...removed(others), ...(kept.mode === MODE ? [] : [mode])],
  };
}

const LATER = 'choice.licence.image' satisfies WordKey;

export const licenseToken = defineStep({
  id: 'license.token',
  on: ['linux'],
  cures: [
    'license.token-missing',
    'license.token-invalid',
    'license.token-expired',
    'license.token-permissions',
    'license.token-multiple',
  ],
  needs: ['tokens'],
  undo: say('step.license.token.undo'),
  unwanted: ({ choice: { licence } }) =>
    licence.kind === 'not-required' || licence.kind === 'provider' ? licence.reason : null,
  propose({ tokens }, task) {
    const { licence } = task.choice;
    switch (licence.kind) {
      case 'token':
        return place(licence, tokens);
      case 'keep':
        return keep(tokens, licence.reason);
      case 'token-missing':
        return isForImage(task) && licence.reason.key === LATER
          ? notWanted(licence.reason)
          : blocked(licence.reason, 'license.token-missing');
      case 'provider':
      case 'not-required':
        return notWanted(licence.reason);
    }
  },
});
