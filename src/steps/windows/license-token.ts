import { copyFile, nothingToUndo, removeFile, run, undoBy } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { LicenceChoice } from '../../domain/choice.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { Tokens } from '../../probes/tokens.ts';
import { say, type WordKey } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { keptToken } from '../license/token.ts';
import { nameOf } from '../media-file.ts';
import { blocked, defineStep, done, notWanted } from '../step.ts';
import { restartDue } from './license-configure.ts';

type TokenFile = Tokens['files'][number];

/** LocalSystem, under which the service runs; Administrators; Users (Microsoft Learn, "Security identifiers"): their names are translated. */
const [SYSTEM, ADMINISTRATORS, USERS] = ['*S-1-5-18', '*S-1-5-32-544', '*S-1-5-32-545'];

/** As NVIDIA's guide has it for Linux: its owner may all, the others read; nothing is inherited from a folder of whatever rights. */
const closed = (path: string): Action =>
  run(
    ['icacls.exe', path, '/inheritance:r', '/grant:r', `${SYSTEM}:(F)`, `${ADMINISTRATORS}:(F)`, `${USERS}:(R)`],
    { undo: nothingToUndo('the rights go with the file'), timeoutMs: 30_000 },
  );

const readable = (path: string): Action =>
  run(['icacls.exe', path, '/grant', `${SYSTEM}:(R)`], {
    undo: undoBy(['icacls.exe', path, '/remove:g', SYSTEM]),
    timeoutMs: 30_000,
  });

const removed = (files: readonly TokenFile[]) => files.map(({ path }) => removeFile(path));

const isUnreadable = ({ serviceMayRead }: TokenFile): boolean => serviceMayRead === false;

/** Access is granted beside a refusal without effect: the step says then that it did not help. */
const rights = (file: TokenFile, others: readonly TokenFile[]): Proposal => ({
  kind: 'todo',
  because: say('step.license.token.windows.rights', { file: file.path }),
  actions: [restartDue(), ...removed(others), readable(file.path)],
});

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function place(licence: Extract<LicenceChoice, { kind: 'token' }>, { folder, files }: Tokens): Proposal {
  const [only, ...others] = files;
  if (only?.sha256 === licence.sha256 && others.length === 0)
    return isUnreadable(only) ? rights(only, []) : done(say('step.license.token.windows.done', { file: only.path }));
  const name = nameOf(licence.file);
  const path = `${folder}\\${name.endsWith('.tok') ? name : `${name}.tok`}`;
  const old = files.filter((file) => !isSame(file.path, path));
  return {
    kind: 'todo',
    because:
      old.length > 0
        ? say('step.license.token.replace', { file: path, count: old.length })
        : say('step.license.token.todo', { file: path }),
    // The old one goes first, so that at no moment there are two.
    actions: [restartDue(), ...removed(old), copyFile(licence.source, licence.sha256, path), closed(path)],
  };
}

function keep({ files }: Tokens, reason: Message): Proposal {
  const kept = keptToken(files);
  if (!kept) return notWanted(reason);
  const others = files.filter((file) => file !== kept);
  if (isUnreadable(kept)) return rights(kept, others);
  if (others.length === 0) return done(say('step.license.token.windows.done', { file: kept.path }));
  return {
    kind: 'todo',
    because: say('step.license.token.windows.tidy', { file: kept.path }),
    actions: [restartDue(), ...removed(others)],
  };
}

const LATER = 'choice.licence.image' satisfies WordKey;

export const windowsLicenseToken = defineStep({
  id: 'license.token',
  on: ['windows'],
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
